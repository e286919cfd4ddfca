import { PassThrough } from "node:stream";
import { onTestFinished } from "vitest";
import { openConsole } from "../../../src/bots/console/open-console.ts";
import { bareId, type MessageRef, type PersonId, personId, type RoomId, roomId } from "../../../src/core/model/ids.ts";
import type { Incoming } from "../../../src/core/model/incoming.ts";
import type { Message } from "../../../src/core/model/message.ts";
import type { ChatNetwork } from "../../../src/core/model/ports.ts";
import { describeNetwork } from "../../contracts/network.ts";
import { createNetworkWorld, type NetworkHarness } from "../../support/networks/harness.ts";

/** What stands on the screen under each place, as of messages that are neither edited nor removed since. */
function createScreen(network: ChatNetwork, printed: readonly string[]) {
  const messages = new Map<MessageRef, string>();
  const since = (from: number) => printed.slice(from).join("\n");
  const watched: ChatNetwork = {
    ...network,
    async send(...message) {
      const from = printed.length;
      const refs = await network.send(...message);
      for (const ref of refs) messages.set(ref, (messages.get(ref) ?? "") + since(from));
      return refs;
    },
    ...(network.edit && {
      async edit(ref: MessageRef, message: Message) {
        const from = printed.length;
        await network.edit?.(ref, message);
        messages.set(ref, since(from));
      },
    }),
    async remove(ref) {
      await network.remove(ref);
      messages.delete(ref);
    },
  };
  const under = (place: string) => [...messages.values()].filter((text) => text.trimStart().startsWith(place));
  return { watched, under };
}

/** The console as the program opens it, with somebody who types. */
async function start(): Promise<NetworkHarness> {
  const { world, received, tells } = createNetworkWorld();
  const input = new PassThrough();
  const printed: string[] = [];
  let typed = Promise.withResolvers<void>();
  const [console] = openConsole({
    input,
    print: (line) => printed.push(line),
    prompt: () => typed.resolve(),
    isKept: false,
    session: "contract",
    moveClock: () => undefined,
  });
  const bot = await console.open(world);
  await bot.start();
  onTestFinished(async () => {
    input.end();
    await bot.ended;
  });
  const { watched, under } = createScreen(bot.network, printed);

  /** resolves when the console asks for the next line */
  async function type(line: string): Promise<void> {
    typed = Promise.withResolvers();
    input.write(`${line}\n`);
    await typed.promise;
  }
  const tellsBy = (kind: Incoming["kind"], line: string) =>
    tells(
      (incoming) => incoming.kind === kind,
      () => type(line),
    );

  return {
    network: watched,
    received,
    nowhere: roomId("console", "nowhere"),
    person: async (name) => personId("console", name),
    async room(name, ...people) {
      for (const person of people) await type(`:join ${bareId(person)} ${name}`);
      return roomId("console", name);
    },
    shown(chat: RoomId | PersonId, reader) {
      const name = bareId(chat);
      const isPrivate = under(`to ${name} only`).length > 0;
      const mayRead = reader === undefined || reader === chat;
      if (isPrivate) return mayRead ? under(`to ${name} only`) : [];
      const alone = reader && under(`in ${name}, to ${bareId(reader)} only`);
      return [...under(`in ${name} |`), ...under(`in ${name}, in place`), ...(alone ?? [])];
    },
    says: (person, room, text) =>
      tellsBy("command", `${bareId(person)}${room === undefined ? "" : `@${bareId(room)}`}> ${text}`),
    chooses: (person, number) => tellsBy("command", `${bareId(person)}> ${number}`),
    leaves: (person, room) => tellsBy("person-left", `:leave ${bareId(person)} ${bareId(room)}`),
  };
}

describeNetwork("the console", start, { wire: true, phones: true });

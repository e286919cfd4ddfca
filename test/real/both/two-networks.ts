import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as after } from "node:timers/promises";
import { Preset } from "matrix-js-sdk";
import { afterAll } from "vitest";
import { badGateway } from "../../support/fake-bot-api/http/faults.ts";
import { startFakeBotApi } from "../../support/fake-bot-api/start.ts";
import type { Seen as Shown } from "../../support/fake-bot-api/world/screen.ts";
import type { User } from "../../support/fake-bot-api/world/world.ts";
import { startFailingProxy } from "../../support/homeserver/failing-proxy.ts";
import { passwordOf, register, startHomeserver } from "../../support/homeserver/homeserver.ts";
import { nioPerson, patience } from "../../support/homeserver/nio-person.ts";
import { type Program, spawnProgram } from "../../support/running/program.ts";
import { seen } from "../../support/world/words.ts";
import { comes, encryption, live, type Person, type Seen, sendsAs, until } from "../matrix/hour/six-people.ts";
import { eventNow } from "../matrix/nio-room.ts";

/** Milliseconds: seldom enough for the core's limits, and for Telegram's. */
const askedAgain = 5000;

export type TwoNetworks = Awaited<ReturnType<typeof twoNetworks>>;

/**
 * The program on both networks: a group on a Bot API double, and an encrypted room on Synapse, whose admin and one more use matrix-js-sdk and whose
 * other two use matrix-nio.
 */
export async function twoNetworks() {
  const ends: (() => Promise<unknown>)[] = [];
  const end = async () => {
    for (const one of ends.toReversed()) await one();
  };
  try {
    const folder = await mkdtemp(join(tmpdir(), "whereat-both-"));
    ends.push(() => rm(folder, { recursive: true, force: true }));
    const api = await startFakeBotApi({ now: Date.now });
    ends.push(() => api.close());
    const homeserver = await startHomeserver();
    ends.push(() => homeserver.stop());
    const { userId: bot } = await register(homeserver.url, "whereat");
    const proxy = await startFailingProxy(homeserver.url);
    ends.push(() => proxy.stop());

    const programs: Program[] = [];
    const last = () => programs.at(-1)!;
    const isOver = () => last().child.exitCode !== null || last().child.signalCode !== null;
    const launch = () =>
      programs.push(
        spawnProgram({
          TELEGRAM_BOT_TOKEN: api.token,
          TELEGRAM_API_ROOT: api.url,
          MATRIX_HOMESERVER_URL: proxy.url,
          MATRIX_USER: "whereat",
          MATRIX_PASSWORD: passwordOf("whereat"),
          WHEREAT_STORE: `sqlite:${folder}/whereat.db`,
          WHEREAT_KEYS: `file:${folder}/keyring`,
        }),
      );
    const kill = async () => {
      last().child.kill("SIGKILL");
      await last().ended;
    };
    ends.push(kill);
    const isConnected = () =>
      isOver() ||
      (last()
        .stderr()
        .match(/^\w+: connected/gm)?.length ?? 0) === 2;
    launch();

    // On Telegram.
    const [ana, ben, dora, eva] = ["Ana", "Ben", "Dora", "Eva"].map((name) => api.places.person(name)) as [
      User,
      User,
      User,
      User,
    ];
    const group = api.places.supergroup({ title: "March", members: [ana, ben, dora, eva], bot: "administrator" });
    for (const user of [ana, ben, dora, eva]) api.people.openDeepLink(user, api.places.privateChat(user));
    const onTelegram = (): Shown[] => [...api.world.chats.values()].flatMap((chat) => api.screen.everything(chat));

    // On Matrix.
    const [mia, olu, noor, pia] = await Promise.all([
      comes(homeserver.url, "mia", bot),
      comes(homeserver.url, "olu", bot),
      nioPerson(homeserver.url, "noor"),
      nioPerson(homeserver.url, "pia"),
    ]);
    ends.push(() => Promise.all([mia.leaves(), olu.leaves(), noor.leavesTheKeyboard(), pia.leavesTheKeyboard()]));
    const { room_id: room } = await mia.client.createRoom({
      name: "Aid",
      preset: Preset.PrivateChat,
      invite: [olu.userId, noor.userId, pia.userId],
      initial_state: [encryption],
      power_level_content_override: { events: live },
    });
    await olu.client.joinRoom(room);
    for (const one of [noor, pia]) await one.does("join", { room });
    await until(isConnected);
    await mia.client.invite(room, bot);
    const saysBot = (who: Person, words: string, from = 0) =>
      who.seen.slice(from).find((one) => one.sender === bot && bodyOf(one).includes(words));
    await until(() => saysBot(mia, "only if you choose it") !== undefined);
    await until(() => mia.client.getRoom(room)?.getMember(bot)?.membership === "join");
    afterAll(end);

    return {
      api,
      group,
      room,
      bot,
      proxy,
      people: { ana, ben, dora, eva, mia, olu, noor, pia },
      onTelegram,
      /** Says it in the group. @returns the bot's message with these words, of those since then */
      telegram: async (who: User, text: string, words: string): Promise<Shown> => {
        const before = new Set(onTelegram().filter(isShown).map(keyOf));
        const say = async () => void api.people.say(who, group, text);
        const found = () =>
          onTelegram().find((one) => one.isFromBot && isShown(one) && !before.has(keyOf(one)) && said(one, words));
        await comesTo({
          text,
          words,
          say,
          isSo: () => found() !== undefined,
          read: () => onTelegram().map((one) => one.text),
        });
        return found()!;
      },
      /** Says it in the room. @returns the bot's message with these words, of those since then, in the room or in private */
      matrix: async (who: Person, text: string, words: string): Promise<Seen> => {
        const from = who.seen.length;
        const say = () => sendsAs(who.client, room, "m.room.message", { msgtype: "m.text", body: text });
        await comesTo({
          text,
          words,
          say,
          isSo: () => saysBot(who, words, from) !== undefined,
          read: () => who.seen.map(bodyOf),
        });
        return saysBot(who, words, from)!;
      },
      saysBot,
      isRedacted: async ({ id }: Seen) =>
        Object(await eventNow(noor, room, id)).unsigned?.redacted_because?.sender === bot,
      isDeleted: ({ message }: Shown) => message.deleted,
      launch,
      kill,
      isConnected,
      programs,
      /** nothing of the network is heard until the work is done */
      async matrixAway(work: () => Promise<void>) {
        proxy.decide(() => ({ status: 502, body: "{}" }));
        await work().finally(() => proxy.decide(() => "pass"));
      },
      async telegramAway(work: () => Promise<void>) {
        const comesBack = api.faults.always("*", badGateway);
        await work().finally(comesBack);
      },
    };
  } catch (error) {
    await end();
    throw error;
  }
}

const isShown = ({ isDeleted, message }: Shown) => !isDeleted && !message.vanished;
const keyOf = ({ message, text }: Shown) => `${message.chat.id}/${message.message_id}/${message.ephemeralId}/${text}`;
const said = ({ text }: Shown, words: string) => seen(text).includes(words);
export const bodyOf = ({ content }: Seen): string => seen(String(content["body"]));

type Dialogue = {
  text: string;
  words: string;
  say: () => Promise<unknown>;
  isSo: () => boolean;
  /** all that who asked has read */
  read: () => readonly string[];
};

/** A question is asked again after a while: what it asks for may have been on its way from the other network. */
async function comesTo({ text, words, say, isSo, read }: Dialogue): Promise<void> {
  const began = performance.now();
  for (let asked = 0; !isSo(); await after(20)) {
    const waited = performance.now() - began;
    if (asked === 0 || (/^.whereis/.test(text) && waited > asked * askedAgain)) {
      asked += 1;
      await say();
    }
    if (waited > patience)
      throw new Error(`“${text}” did not lead to “${words}”. The last that was read:\n${read().slice(-12).join("\n")}`);
  }
}

/** @returns in how many milliseconds it became so */
export async function howSoon(isSo: () => boolean | Promise<boolean>): Promise<number> {
  const began = performance.now();
  while (!(await isSo())) {
    if (performance.now() - began > patience) throw new Error("what was waited for did not come");
    await after(20);
  }
  return performance.now() - began;
}

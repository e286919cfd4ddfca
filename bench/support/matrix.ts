import { setTimeout as after } from "node:timers/promises";
import { openRoom } from "../../test/real/matrix/nio-room.ts";
import { type FailingProxy, startFailingProxy } from "../../test/support/homeserver/failing-proxy.ts";
import { passwordOf, register, startHomeserver } from "../../test/support/homeserver/homeserver.ts";
import { type NioPerson, nioPerson } from "../../test/support/homeserver/nio-person.ts";
import { type Program, spawnProgram } from "../../test/support/running/program.ts";
import { recordOf, type Said, type Record as SaidByBot } from "../../test/support/soaks/matrix/record.ts";
import { type Ends, endWith, freshFolder, within } from "./run.ts";

export type OnMatrix = {
  /** the bot's user id */
  bot: string;
  /** its address, as people use it */
  homeserver: string;
  /** how often the program has asked it something, but for what waits for news */
  requests: () => number;
  /** stands between the program and the homeserver; people ask the homeserver itself */
  proxy: FailingProxy;
  program: Program;
  record: SaidByBot;
  /** resolves when the homeserver has taken something like this from the bot */
  nextSaid: (wanted: (said: Said) => boolean) => Promise<Said>;
  /** somebody who uses matrix-nio */
  person: (name: string) => Promise<NioPerson>;
  /** an encrypted room with the bot; the first is its admin */
  room: (...people: NioPerson[]) => Promise<string>;
};

/** The program, as npm start starts it, on a real Synapse. @param settings more than the program needs */
export async function startOnMatrix(ends: Ends, settings: Readonly<Record<string, string>> = {}): Promise<OnMatrix> {
  const homeserver = await startHomeserver();
  ends.defer(() => homeserver.stop());
  const { userId: bot } = await register(homeserver.url, "whereat");
  const proxy = await startFailingProxy(homeserver.url);
  ends.defer(() => proxy.stop());
  const waiting = new Set<() => boolean>();
  let requests = 0;
  const record = recordOf(proxy, ({ path }) => {
    if (!path.includes("/sync?")) requests++;
    for (const look of waiting) if (look()) waiting.delete(look);
  });
  const folder = await freshFolder(ends);
  const program = spawnProgram({
    MATRIX_HOMESERVER_URL: proxy.url,
    MATRIX_USER: "whereat",
    MATRIX_PASSWORD: passwordOf("whereat"),
    WHEREAT_STORE: `sqlite:${folder}/whereat.db`,
    WHEREAT_KEYS: `file:${folder}/keyring`,
    ...settings,
  });
  endWith(ends, program);
  while (!program.stderr().includes("connected as")) {
    if (program.child.exitCode !== null) throw new Error("the program ended before it was connected");
    await after(50);
  }
  return {
    bot,
    homeserver: homeserver.url,
    requests: () => requests,
    proxy,
    program,
    record,
    nextSaid: (wanted) =>
      new Promise((resolve) => {
        const look = () => {
          const found = record.said.find(wanted);
          if (found) resolve(found);
          return found !== undefined;
        };
        if (!look()) waiting.add(look);
      }),
    async person(name) {
      const one = await nioPerson(homeserver.url, name);
      ends.defer(() => one.leavesTheKeyboard());
      return one;
    },
    room: (...people) => openRoom(bot, people),
  };
}

/**
 * Asks in a room, and waits for the answer to it: a reply, or an edit of the bot's message before.
 * @returns milliseconds from when the homeserver has the question until it has the answer; Infinity when none came, or none with these
 * words that the asker can read
 * @param patience milliseconds after which it is not waited for any more
 */
export async function answerTime(
  on: OnMatrix,
  asker: NioPerson,
  room: string,
  question: string,
  words: string,
  patience = 60_000,
): Promise<number> {
  const before = new Set(on.record.said.map(({ event }) => event));
  const asked = await asker.says(room, question, on.bot);
  const began = performance.now();
  const isAnswer = (said: Said) =>
    said.room === room && !before.has(said.event) && (said.replyTo === asked || said.replaces !== undefined);
  const answer = await within(patience, on.nextSaid(isAnswer));
  if (answer === undefined) return Number.POSITIVE_INFINITY;
  const time = performance.now() - began;
  const seen = await asker.sees(({ event_id }) => event_id === answer.event);
  return String(seen.content["body"]).includes(words) ? time : Number.POSITIVE_INFINITY;
}

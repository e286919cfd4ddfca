import { setTimeout as after } from "node:timers/promises";
import type { Fault } from "../../test/support/homeserver/failing-proxy.ts";
import type { NioPerson } from "../../test/support/homeserver/nio-person.ts";
import { createReport, type Report } from "../support/figures.ts";
import { answerTime, type OnMatrix, startOnMatrix } from "../support/matrix.ts";
import { runBench } from "../support/run.ts";

// Does one room notice that the homeserver is slow, or fails, for another? The program in encrypted rooms of a real Synapse, behind a
// proxy; the people use matrix-nio.
//   npx node bench/lanes/matrix.ts [keys members refused]
const wanted = process.argv.slice(2);

type Trouble = {
  name: string;
  title: string;
  /** what becomes of a request while it lasts */
  fault: (path: string, body: string, troubled: Troubled) => Fault;
  /** what is said in the troubled room while it lasts */
  says: string;
  seconds: number;
};

/** The room that the homeserver has trouble with. Its people are in no other. */
type Troubled = { room: string; admin: NioPerson; newcomer: NioPerson };

const concerns = (body: string, { admin, newcomer }: Troubled) =>
  [admin, newcomer].some(({ userId }) => body.includes(`"${userId}"`));
const failed = (status: number): Fault => ({
  status,
  body: JSON.stringify({ errcode: "M_UNKNOWN", error: "trouble" }),
});

const troubles: readonly Trouble[] = [
  {
    name: "keys",
    title: "the keys of one room's people take 20 s (keys/query, then keys/claim)",
    fault: (path, body, troubled) =>
      /\/keys\/(query|claim)/.test(path) && concerns(body, troubled) ? { delay: 20_000 } : "pass",
    says: "!whereis",
    seconds: 45,
  },
  {
    name: "members",
    title: "504 on one room's members and state while !expiry is said there",
    fault: (path, _, { room }) => {
      const [, named = ""] = /\/rooms\/([^/]+)\/(members|joined_members|state)\b/.exec(path) ?? [];
      return decodeURIComponent(named) === room ? failed(504) : "pass";
    },
    says: "!expiry 2h",
    seconds: 30,
  },
  {
    name: "refused",
    title: "keys/query of one room's people answers 500",
    fault: (path, body, troubled) => (/\/keys\/query/.test(path) && concerns(body, troubled) ? failed(500) : "pass"),
    says: "!whereis",
    seconds: 30,
  },
];

/** Milliseconds between the questions of the room that is measured: no limit of its own comes near. */
const between = 2500;

/** Somebody of the room that has no trouble asks again and again, each in turn. */
async function askFor(on: OnMatrix, room: string, people: readonly NioPerson[], seconds: number): Promise<number[]> {
  const times: number[] = [];
  for (const began = performance.now(); performance.now() - began < seconds * 1000; ) {
    const asker = people[times.length % people.length];
    if (!asker) break;
    times.push(await answerTime(on, asker, room, "!whereis", "52.510, 13.410"));
    await after(between);
  }
  return times;
}

async function measure(on: OnMatrix, report: Report, room: string, people: readonly NioPerson[], trouble: Trouble) {
  const admin = await on.person(`admin-${trouble.name}`);
  const newcomer = await on.person(`newcomer-${trouble.name}`);
  // With the bot and one person alone it would be a private chat.
  const friend = await on.person(`friend-${trouble.name}`);
  const troubled = { room: await on.room(admin, friend), admin, newcomer };
  await answerTime(on, admin, troubled.room, "!whereis", "Nobody shares");
  await admin.does("invite", { room: troubled.room, user: newcomer.userId });
  const quiet = await askFor(on, room, people, 25);

  let hits = 0;
  on.proxy.decide((_, path, body) => {
    const fault = trouble.fault(path, body, troubled);
    if (fault !== "pass") hits += 1;
    return fault;
  });
  const began = performance.now();
  const joined = newcomer.does("join", { room: troubled.room });
  // Only now does the bot need keys of somebody it has not seen, or the room's members.
  const there = joined.then(() => answerTime(on, admin, troubled.room, trouble.says, "", 150_000));
  const loaded = await askFor(on, room, people, trouble.seconds);
  on.proxy.decide(() => "pass");
  const over = Math.round((performance.now() - began) / 1000);
  report.note(`the trouble lasted for ${over} s and struck ${hits} requests`);
  report.isMet("the trouble was met at all", hits > 0);
  report.compare("another room's !whereis", quiet, loaded);
  const answered = await there;
  report.note(`in the troubled room itself the answer came ${describeSeconds(answered)} after it was asked for`);
}

const describeSeconds = (time: number) => (Number.isFinite(time) ? `${(time / 1000).toFixed(1)} s` : "never");

await runBench(14, async (ends) => {
  const report = createReport();
  const on = await startOnMatrix(ends);
  const [ben, cem] = [await on.person("ben"), await on.person("cem")];
  const room = await on.room(ben, cem);
  // Two positions: an answer with one only comes with a pin of its own.
  await ben.says(room, "!here 52.510 13.410", on.bot);
  await cem.says(room, "!here 52.520 13.420", on.bot);
  await answerTime(on, ben, room, "!whereis", "52.520, 13.420");
  for (const trouble of troubles) {
    if (wanted.length > 0 && !wanted.includes(trouble.name)) continue;
    report.title(`${trouble.name}: ${trouble.title}`);
    await measure(on, report, room, [ben, cem], trouble);
  }
  return report.end();
});

import { type PersonId } from "../src/core/model/ids.ts";
import { type Instant, instant, later, minute } from "../src/lib/time.ts";
import { markers } from "./marked-network.ts";
import { searchFiles } from "./residue.ts";
import { openStage, type Stage, type StageOptions } from "./stage.ts";
import type { Attempt, Booty, Target } from "./thief.ts";

/** One thing that was tried: what should hold, what was found, and whether it holds. */
export type Finding = { promise: string; figures: string; holds: boolean };

/** Fewer people than this do not fill the rooms that things happen to. */
export const fewestPeople = 250;
const bucket = 15 * minute;

/** Plays two hours of an action through the core, the store and the ring, and tries to learn from what is left. */
export async function runDrill(options: StageOptions): Promise<Finding[]> {
  const stage = await openStage(options);
  const findings: Finding[] = [];
  /** @param control what must still open, so that a lock that nothing opens is not taken for a good one */
  const closed = (promise: string, none: Attempt, control?: Attempt) => {
    const others = control ? `; of the others, ${control.opened} of ${control.rows}` : "";
    const holds = none.rows > 0 && none.opened === 0 && (control === undefined || control.opened > 0);
    findings.push({ promise, figures: `${none.opened} of ${none.rows} rows open${others}`, holds });
  };

  const everybody = stage.action.people;
  const silent = everybody.filter((_, index) => index % 3 === 2);
  await stage.playUntil(31);
  // What they reported last was not replaced.
  const silentSince = stage.copies.at(-1)?.at ?? instant(0);
  stage.action.silence(silent);
  await stage.playUntil(60);
  const all = await stage.targets(everybody);
  await duringTheAction(stage, silentSince, closed);

  await stage.playUntil(106);
  const untouched = await stage.targets(silent.filter((person) => !isInRoom(stage, person, [1, 2])));
  closed(
    "A quarter of an hour after a position expired, no copy of it opens.",
    await stage.attempt(untouched),
    await stage.attempt(all),
  );

  await stage.playUntil(120);
  await stage.action.pass(minute);
  findings.push(...inTheClear(stage, options.folder, all));
  await stage.action.pass(bucket);
  closed("When all is over, nothing that anybody shared opens, in any copy.", await stage.attempt(all));
  findings.push(inEveryRow(await stage.attemptEverything()));
  await stage.close();
  return findings;
}

type Closed = (promise: string, none: Attempt, control?: Attempt) => void;

/** What people and admins do, and what a copy from before is worth afterwards. */
async function duringTheAction(stage: Stage, silentSince: Instant, closed: Closed) {
  const { action } = stage;
  const everybody = await stage.targets(action.people);
  const now = stage.copies.at(-1)?.at;
  if (now === undefined) return;
  closed(
    "A quarter of an hour after a newer one replaced it, no copy of a position opens.",
    sum(
      await stage.attempt(
        everybody.filter(({ person }) => !isSilent(stage, person)),
        (copy) => copy.at < later(now, -bucket),
      ),
      await stage.attempt(
        everybody.filter(({ person }) => isSilent(stage, person)),
        (copy) => copy.at < silentSince,
      ),
    ),
    await stage.attempt(everybody),
  );

  const happens = async (promise: string, who: readonly Target[], what: () => Promise<void>) => {
    const before = await stage.attempt(who);
    await what();
    const others = everybody.filter((target) => !who.includes(target) && isInRoom(stage, target.person, [4]));
    const after = await stage.attempt(who);
    closed(promise, { ...after, rows: before.opened > 0 ? after.rows : 0 }, await stage.attempt(others));
  };
  const room = (number: number) => everybody.filter(({ person }) => isInRoom(stage, person, [number]));
  const admins = async (number: number, ...words: string[]) => {
    const [someone] = room(number);
    for (const text of words) if (someone) await action.says(action.roomOf(someone.person), text);
  };
  const [ana, ben, cem] = room(0).filter(({ person }) => !isSilent(stage, person));
  if (!ana || !ben || !cem) return;

  await happens("After /stop, no copy of that person's positions opens.", [ana], () =>
    action.says(action.roomOf(ana.person), "/stop", ana.person),
  );
  await happens("When somebody leaves or is removed, no copy of their positions opens.", [ben], () =>
    action.leaves(ben.person),
  );
  await happens("After /forget, no copy of that person's positions opens.", [cem], () =>
    action.says(action.roomOf(cem.person), "/forget", cem.person),
  );
  await happens("After /wipe, no copy of what was shared with that room opens.", room(1), () =>
    admins(1, "/wipe", "/wipe yes"),
  );
  await happens("When the bot is removed from a room, no copy of what was shared with it opens.", room(2), async () => {
    const [someone] = room(2);
    if (someone) await action.removesBot(action.roomOf(someone.person));
  });
  await happens("When the expiry is shortened, no copy from before opens.", room(3), () => admins(3, "/expiry 10m"));
}

const numberOf = (stage: Stage, person: PersonId) => stage.action.people.indexOf(person);
const isSilent = (stage: Stage, person: PersonId) => numberOf(stage, person) % 3 === 2;
const isInRoom = (stage: Stage, person: PersonId, rooms: readonly number[]) =>
  rooms.some((room) => stage.action.roomOf(person).endsWith(`${markers.room}${room}`));

const sum = (one: Attempt, other: Attempt): Attempt => ({
  rows: one.rows + other.rows,
  opened: one.opened + other.opened,
  reportedAt: [...one.reportedAt, ...other.reportedAt],
});

/** What is left of all of it for a thief who has the key ring as well. */
function inEveryRow({ rows, opened, telling }: Booty): Finding {
  const kinds = [...opened].map(([kind, count]) => `${kind} ${count}`).join(", ");
  const count = [...opened.values()].reduce((all, each) => all + each, 0);
  return {
    promise: "When all is over, no row of any copy, whatever it is of, says where anybody was.",
    figures: `${telling} of ${rows} rows; with the key ring as well, ${count} of them open: ${kinds}`,
    holds: rows > 0 && count > 0 && telling === 0,
  };
}

/** What can be read without any key. */
function inTheClear(stage: Stage, folder: string, targets: readonly Target[]): Finding[] {
  const sizes = new Set(stage.positionRows(targets).map((row) => row.length));
  const wanted = Object.values(markers);
  const { files, hits } = searchFiles(folder, wanted);
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const rows = stage.copies.flatMap((copy) => [...copy.rows.values()]);
  const telling = rows.filter((row) => wanted.some((marker) => row.includes(marker)));
  return [
    {
      promise: "A minute after the last share ended, no file holds a position, a name or an id in clear.",
      figures: `${hits.length} hits for ${wanted.length} markers, in ${files.length} files of ${bytes} bytes`,
      holds: hits.length === 0 && files.length > 0,
    },
    {
      promise: "No copy of the store holds a position, a name or an id in clear.",
      figures: `${telling.length} of ${rows.length} rows, in ${stage.copies.length} copies`,
      holds: telling.length === 0 && rows.length > 0,
    },
    {
      promise: "All sealed positions have one size.",
      figures: `${sizes.size === 1 ? "one size" : `${sizes.size} sizes`}: ${[...sizes].join(", ")} characters`,
      holds: sizes.size === 1,
    },
  ];
}

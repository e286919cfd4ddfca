import fc from "fast-check";
import { expect, test } from "vitest";
import { type PersonId, shareId } from "../../src/core/model/ids.ts";
import { instant, minute } from "../../src/lib/time.ts";
import { createHistoryModel, type Report, type Seen } from "../support/history-model.ts";
import { createPlainSeal } from "../support/plain-seal.ts";
import { createWorld, type World } from "../support/world.ts";

const people = ["ana", "ben"] as const;
const rooms = ["march", "family"] as const;
const who = fc.constantFrom("ana", "ana", "ben");
const room = fc.constantFrom(...rooms);
const place = fc.option(room, { nil: undefined });
const phone = fc.nat(20);
const minutes = fc.constantFrom(1, 5, 14, 30, 60, 61, 300, 1440, 4000);

const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant("share"), who, place, live: fc.boolean(), minutes }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant("move"), phone, isLost: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("tell late"), phone, report: fc.nat(9) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("extend"), phone, minutes }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("end"), phone }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("pass"), minutes }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("set clock"), minutes, isBack: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("ask"), room }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("choose"), who, number: fc.nat(2) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("speak"), who, room }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("stop"), who, place }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("forget"), who }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("wipe"), room }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("expiry"), room, minutes }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("precision"), who, room, isCoarse: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("leave"), who, room, isTold: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("join"), who, room }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("restart") }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;
type Phone = { place: string | undefined; reports: Report[] };

const nameOf = (person: string) => `${person[0]?.toUpperCase()}${person.slice(1)}`;
const latitudeOf = (mark: number) => 1 + (mark % 160) / 2;
const markNear = (latitude: number) => Math.abs(Math.round((latitude - 1) * 2));

/** What an answer says of each person, read from its words. */
function readAnswer(text: string): Seen[] {
  const seen: Seen[] = [];
  for (const line of text.split("\n")) {
    const person = people.find((other) => line.startsWith(`${nameOf(other)} `));
    if (!person) continue;
    const latitude = /(-?\d+\.\d{5}), -?\d+\.\d{5}/.exec(line)?.[1];
    const mark = latitude === undefined ? undefined : markNear(Number(latitude));
    seen.push({ who: person, mark, isCoarse: line.includes("within 1 km") });
  }
  return seen;
}

async function play(world: World, steps: readonly Step[]) {
  const model = createHistoryModel(world.now(), { march: people, family: people });
  for (const name of rooms) world.room(name, "olga", ...people);
  const phones: Phone[] = [];
  let marks = 0;

  const incoming = (report: Report, at: string | undefined) => ({
    ...world.position(report.who, at, { at: [latitudeOf(report.mark), 0] }),
    share: shareId("telegram", `phone ${report.id}`),
    live: report.live,
    first: report.first,
    startedAt: instant(report.startedAt),
    position: { latitude: latitudeOf(report.mark), longitude: 0, at: instant(report.at) },
    ...(report.live && { until: instant(report.until) }),
  });
  async function tell(report: Report, at: string | undefined) {
    await world.tell(incoming(report, at));
    if (at === undefined) model.reportInPrivate(report);
    else model.reportInRoom(report, at);
  }
  const newReport = (report: Omit<Report, "mark" | "at">): Report => ({ ...report, mark: marks++, at: world.now() });

  async function take(event: Step) {
    model.passTo(world.now());
    const used = "phone" in event ? phones[event.phone % Math.max(1, phones.length)] : undefined;
    const last = used?.reports.at(-1);
    switch (event.do) {
      case "share": {
        if (event.place && !model.isMember(event.who, event.place)) return;
        const until = world.now() + event.minutes * minute;
        const base = { id: phones.length, who: event.who, live: event.live, first: true, startedAt: world.now() };
        const report = newReport({ ...base, until: event.live ? until : Number.POSITIVE_INFINITY });
        phones.push({ place: event.place, reports: [report] });
        return tell(report, event.place);
      }
      case "move": {
        if (!used || !last?.live) return;
        const report = newReport({ ...last, first: false });
        used.reports.push(report);
        return event.isLost ? undefined : tell(report, used.place);
      }
      case "tell late": {
        const report = used?.reports[event.report % used.reports.length];
        return used && report && tell(report, used.place);
      }
      case "extend": {
        if (!used || !last?.live || last.until <= world.now()) return;
        const report = newReport({ ...last, first: false, until: world.now() + event.minutes * minute });
        used.reports.push(report);
        return tell(report, used.place);
      }
      case "end":
        if (!last?.live) return;
        await world.tell({
          kind: "share-ended",
          person: `telegram:${last.who}` as PersonId,
          share: shareId("telegram", `phone ${last.id}`),
        });
        return model.end([last.id]);
      case "pass":
        await world.pass(event.minutes * minute);
        return model.passTo(world.now());
      case "set clock":
        world.setsClock(event.minutes * minute * (event.isBack ? -1 : 1));
        await world.tick();
        await world.idle();
        return model.passTo(world.now());
      case "choose":
        await world.says(event.who, undefined, `/choose ${event.number + 1}`);
        return model.choose(event.who, event.number);
      case "speak":
        await world.says(event.who, event.room, "/help");
        if (model.isMember(event.who, event.room)) model.meet(event.who, event.room);
        return;
      case "stop":
        await world.says(event.who, event.place, "/stop");
        model.refuseEarlier(event.who, event.place);
        return model.stop(event.who, event.place);
      case "forget":
        await world.says(event.who, undefined, "/forget");
        model.refuseEarlier(event.who);
        model.stop(event.who);
        return rooms.forEach((name) => model.part(event.who, name));
      case "wipe":
        await world.says("olga", event.room, "/wipe");
        await world.says("olga", event.room, "/wipe yes");
        return model.wipe(event.room);
      case "expiry":
        await world.says("olga", event.room, `/expiry ${event.minutes}m`);
        return model.setExpiry(event.room, event.minutes * minute);
      case "precision":
        await world.says(event.who, event.room, `/precision ${event.isCoarse ? "1km" : "exact"}`);
        if (model.isMember(event.who, event.room)) model.meet(event.who, event.room, { isCoarse: event.isCoarse });
        return;
      case "leave":
        model.members.get(event.room)?.delete(event.who);
        if (!event.isTold) return world.network.exit(event.room, event.who);
        await world.leaves(event.who, event.room);
        model.stop(event.who, event.room);
        return model.part(event.who, event.room);
      case "join":
        world.network.enter(event.room, event.who);
        return void model.members.get(event.room)?.add(event.who);
      case "restart":
        return world.restart();
      case "ask":
        return agree(event.room);
    }
  }

  const byName = (one: Seen, other: Seen) => one.who.localeCompare(other.who);
  async function agree(name: string) {
    const before = world.network.sent.length;
    await world.says("eve", name, "/whereis");
    expect(world.network.sent.length).toBe(before);
    await world.says("olga", name, "/whereis");
    expect(readAnswer(world.last(name) ?? "").toSorted(byName)).toEqual(model.answer(name).toSorted(byName));
  }

  for (const event of steps) {
    await take(event);
    for (const name of rooms)
      for (const { who: person, mark, isCoarse } of world.shown(name).flatMap(readAnswer)) {
        if (mark === undefined) continue;
        expect([person, mark, model.mayBeShown(mark)]).toEqual([person, mark, true]);
        if (!isCoarse) expect([person, mark, model.isCoarse(person, name)]).toEqual([person, mark, false]);
      }
  }
  model.passTo(world.now());
  for (const name of rooms) await agree(name);
}

const histories = Number(process.env["HISTORIES"] ?? 150);

async function playAll(runs: number, isPlain: boolean) {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 50, size: "max" }), async (steps) => {
      const world = await createWorld(isPlain ? { seal: createPlainSeal() } : {});
      await play(world, steps);
      world.discreet();
      world.forgetWorld();
    }),
    { numRuns: runs },
  );
}

test(`${histories} random histories: every answer agrees with a small model, and shows nothing that is over`, async () => {
  await playAll(histories, true);
}, 3_600_000);

test("so do some under the real seal", async () => {
  await playAll(Number(process.env["HISTORIES_SEALED"] ?? 15), false);
}, 3_600_000);

import assert from "node:assert/strict";
import { plainWords } from "../../../src/bots/render.ts";
import { type MessageRef, type PersonId, shareId } from "../../../src/core/model/ids.ts";
import { maxLooksInList } from "../../../src/core/model/limits.ts";
import { instant, minute, second } from "../../../src/lib/time.ts";
import type { CoreWorld } from "../world/core-world.ts";
import { seen } from "../world/words.ts";
import { type Witness, withoutTimes } from "./looks.ts";
import { createHistoryModel, type Report, type Seen } from "./model.ts";
import { latitudeOf, readAnswer } from "./read-answer.ts";
import { type Death, type Disaster, people, rooms, type Step } from "./steps.ts";

type Phone = { place: string | undefined; reports: Report[]; isHeardOf: boolean };

/** What may go wrong beside what people do. */
export type Disasters = {
  /** the machine dies at so many calls of its store from now */
  die: (calls: number, how: Death) => void;
  /** so many calls of the store fail from now on */
  fail: (calls: number, how: "before" | "after") => void;
  /** whether the network took a message and nobody was left who could learn its id: it cannot be found again */
  isLost: (ref: MessageRef) => boolean;
  knowsRepeats: boolean;
};

/**
 * Plays what people, phones and machines do, and holds every answer, and after every step everything that can be read, against the model.
 * @param disasters needed for the steps that are some
 * @throws AssertionError where a promise is broken
 */
export async function play(
  world: CoreWorld,
  steps: readonly (Step | Disaster)[],
  witness: Witness,
  disasters?: Disasters,
): Promise<void> {
  witness.watch(world);
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
    Object.assign(phones[report.id] ?? {}, { isHeardOf: true });
    await world.tell(incoming(report, at));
    if (at === undefined) model.reportInPrivate(report);
    else model.reportInRoom(report, at);
  }
  const newReport = (report: Omit<Report, "mark" | "at">): Report => ({ ...report, mark: marks++, at: world.now() });

  /** What a disaster held up is done within seconds of its end. */
  async function settle() {
    if (disasters === undefined) return;
    for (let time = 0; time < 4; time += 1) await world.pass(2 * second);
    model.passTo(world.now());
  }

  async function take(event: Step | Disaster) {
    model.passTo(world.now());
    const notHeardOf = phones.filter(({ isHeardOf }) => !isHeardOf);
    const from = "of" in event && event.of === "not heard of" && notHeardOf.length > 0 ? notHeardOf : phones;
    const used = "phone" in event ? from[event.phone % Math.max(1, from.length)] : undefined;
    const last = used?.reports.at(-1);
    switch (event.do) {
      case "share": {
        if (event.place && !model.isMember(event.who, event.place)) return;
        const until = world.now() + event.minutes * minute;
        const base = { id: phones.length, who: event.who, live: event.live, first: true, startedAt: world.now() };
        const report = newReport({ ...base, until: event.live ? until : Number.POSITIVE_INFINITY });
        const phone: Phone = { place: event.place, reports: [report], isHeardOf: false };
        phones.push(phone);
        if (!event.isLate) await tell(report, event.place);
        if (!event.live || !event.moves) return;
        // In the same moment: networks tell times in whole seconds.
        const next = { ...newReport({ ...report, first: false }), at: report.at };
        phone.reports.push(next);
        return tell(next, event.place);
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
        witness.forget(event.who);
        return rooms.forEach((name) => model.part(event.who, name));
      case "wipe":
        await world.says("olga", event.room, "/wipe");
        await world.says("olga", event.room, "/wipe yes");
        witness.wipe(event.room);
        return model.wipe(event.room);
      case "expiry":
        await world.says("olga", event.room, `/expiry ${event.minutes}m`);
        witness.setExpiry(event.room, event.minutes * minute);
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
      case "look":
        await witness.asks(event.who, event.room);
        if (!model.isMember(event.who, event.room)) return;
        model.meet(event.who, event.room);
        return void model.answer(event.room);
      case "who":
        return agreeOnLooks(event.who);
      case "ask":
        return agree(event.room);
      case "die":
        return disasters?.die(event.calls, event.how);
      case "store fails":
        return disasters?.fail(event.calls, event.how);
      case "network fails":
        return world.network.fail(event.act, { kind: "later", after: second }, event.isTaken);
      case "network away": {
        const { comesBack } = world.network.goesAway();
        await world.pass(event.minutes * minute);
        comesBack();
        return model.passTo(world.now());
      }
    }
  }

  const readable = (name: string) =>
    world.network.posts
      .filter(({ chat, removed, ref }) => chat === name && !removed && disasters?.isLost(ref) !== true)
      .flatMap(({ message }) => readAnswer(seen(plainWords(message.lines))));

  const said = () => world.network.posts.reduce((sum, { edits }) => sum + 1 + edits, 0);
  const byName = (one: Seen, other: Seen) => one.who.localeCompare(other.who);
  async function agree(name: string) {
    const before = world.network.sent.length;
    await world.says("eve", name, "/whereis");
    assert.equal(world.network.sent.length, before, "somebody who is no member was answered");
    const quiet = said();
    await witness.asks("olga", name);
    for (let time = 0; disasters && said() === quiet && time < 5; time += 1) {
      await world.pass(2 * second);
      model.passTo(world.now());
    }
    const told = readAnswer(world.last(name) ?? "").toSorted(byName);
    assert.deepEqual(told, model.answer(name).toSorted(byName), "an answer is not what it should be");
  }

  /** @param who asks when the minute is over in which they may have said too much already */
  async function agreeOnLooks(who: string) {
    await world.pass(61 * second);
    model.passTo(world.now());
    await world.says(who, undefined, "/who");
    for (let time = 0; disasters && time < 4; time += 1) await world.pass(2 * second);
    const told = witness.told(world.last(who) ?? "");
    const expected = witness.expected(who, world.now());
    assert.ok(expected.length < maxLooksInList, "more than one page is for another test");
    if (!disasters) return assert.deepEqual(told.toSorted(), expected.toSorted(), "/who is not what was delivered");
    // What was held up or told twice has other times. A network that does not know repeats does not say whether it took the last one.
    const within = (slack: number) => new Set(witness.expected(who, world.now() + slack).map(withoutTimes));
    const said = new Set(told.map(withoutTimes));
    assert.ok(within(minute).isSubsetOf(said), "/who leaves out what was delivered");
    assert.ok(!disasters.knowsRepeats || said.isSubsetOf(within(-minute)), "/who tells of what was not delivered");
  }

  for (const event of steps) {
    await take(event);
    await settle();
    for (const name of rooms)
      for (const { who: person, mark, isCoarse } of readable(name)) {
        if (mark === undefined) continue;
        assert.ok(model.mayBeShown(mark), `what is over can be read: ${person}, ${mark}`);
        assert.ok(isCoarse || !model.isCoarse(person, name), `somebody is shown too exactly: ${person}, ${mark}`);
      }
  }
  model.passTo(world.now());
  for (const name of rooms) await agree(name);
  for (const person of people) await agreeOnLooks(person);
}

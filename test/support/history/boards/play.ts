import assert from "node:assert/strict";
import { hour, type Instant, minute, second } from "../../../../src/lib/time.ts";
import type { CoreWorld } from "../../world/core-world.ts";
import type { Phone } from "../../world/world.ts";
import type { Machine } from "../machine.ts";
import { rooms } from "../steps.ts";
import { toldIn, withoutTimes } from "./lines.ts";
import { match } from "./match.ts";
import { type BoardStep, people } from "./steps.ts";
import type { BoardWitness } from "./witness.ts";

/** How far apart something may be noted and happen, where machines die and networks are away. */
const slack = minute;

/**
 * Plays what becomes of rooms with boards, and holds every /who against what the network was given.
 * @param machine given: one that dies
 * @throws AssertionError where /who leaves something out, or tells of something that was not there
 */
export async function playBoards(
  world: CoreWorld,
  steps: readonly BoardStep[],
  witness: BoardWitness,
  machine?: Pick<Machine, "die" | "fail">,
): Promise<void> {
  witness.watch(world);
  for (const name of rooms) world.room(name, "olga", ...people);
  const phones: Phone[] = [];

  async function take(step: BoardStep): Promise<unknown> {
    const phone = "phone" in step ? phones[step.phone % Math.max(1, phones.length)] : undefined;
    switch (step.do) {
      case "share": {
        if (!world.network.isHere(step.room, step.who)) return;
        const live = step.minutes === null ? {} : { live: step.minutes * minute };
        return phones.push(await world.shares(step.who, step.room, { at: [1 + (phones.length % 80), 0], ...live }));
      }
      case "move":
        return phone?.first.live && phone.moves(1 + ((phones.length * 7) % 80), 1);
      case "end":
        return phone?.first.live && phone.stops();
      case "pass":
        for (let left = step.seconds * second; left > 0; left -= hour) await world.pass(Math.min(left, hour));
        return;
      case "board":
        return world.says("olga", step.room, `/setup board ${step.isOn ? "on" : "off"}`);
      case "answers":
        return world.says("olga", step.room, `/setup answers ${step.isPrivate ? "private" : "room"}`);
      case "ask":
        return witness.asks(step.who, step.place);
      case "ask by name":
        // The distance from who asks shows where they are, and not how exactly: Olga is nowhere.
        return witness.asks("olga", step.place, `/whereis ${step.whom}`);
      case "talk":
        for (let said = 0; said < 5; said += 1) world.network.newRef(step.room);
        return;
      case "stop":
        return world.says(step.who, step.place, "/stop");
      case "forget":
        await world.says(step.who, undefined, "/forget");
        return witness.forget(step.who);
      case "wipe":
        await world.says("olga", step.room, "/wipe");
        await world.says("olga", step.room, "/wipe yes");
        return witness.wipe(step.room);
      case "expiry":
        await world.says("olga", step.room, `/expiry ${step.minutes}m`);
        return witness.setExpiry(step.room, step.minutes * minute);
      case "precision":
        return world.says(step.who, step.room, `/precision ${step.isCoarse ? "1km" : "exact"}`);
      case "leave":
        if (step.isTold) return world.leaves(step.who, step.room);
        return world.network.exit(step.room, step.who);
      case "join":
        return world.network.enter(step.room, step.who);
      case "restart":
        witness.restarts();
        return world.restart();
      case "refused":
        return world.network.fail(step.act, { kind: "refused" });
      case "who":
        return agree(step.who);
      case "die":
        return machine?.die(step.calls, step.how);
      case "store fails":
        return machine?.fail(step.calls, step.how);
      case "network fails":
        return world.network.fail(step.act, { kind: "later", after: second }, step.isTaken);
      case "network away": {
        const { comesBack } = world.network.goesAway();
        await world.pass(step.minutes * minute);
        return comesBack();
      }
    }
  }

  /** Asked again where the answer did not arrive, and read as soon as it is there. */
  async function answerTo(who: string, command: string): Promise<string> {
    for (let time = 0; time < 5; time += 1) {
      const before = world.said(who).length;
      await world.says(who, undefined, command);
      for (let waited = 0; waited < (machine ? 5 : 1); waited += 1) {
        if (waited > 0) await world.pass(2 * second);
        const answer = world
          .said(who)
          .slice(before)
          .findLast((said) => /^(No|One|\d+) answers? /.test(said));
        if (answer !== undefined) return answer;
      }
    }
    throw new Error("/who was not answered");
  }

  /** All that /who tells, page by page. */
  async function whoBy(who: string): Promise<string[]> {
    const told: string[] = [];
    for (let page = 1; page < 20; page += 1) {
      const words = await answerTo(who, page === 1 ? "/who" : `/who ${page}`);
      told.push(...toldIn(words));
      if (!words.includes(`/who ${page + 1}`)) return told;
    }
    return told;
  }

  /** Asked when the minute is over in which too much may have been said already. */
  async function agree(who: string) {
    await world.pass(61 * second);
    const asked = world.now();
    const told = await whoBy(who);
    const now = world.now();
    if (!machine) {
      const { extra, missing } = match(told, witness.lines(who, now));
      assert.deepEqual({ extra, missing }, { extra: [], missing: [] }, `${who}: /who is not what was delivered`);
      return;
    }
    const wordings = (at: number, isSure?: boolean) =>
      witness
        .lines(who, at, asked)
        .filter((line) => !isSure || line.isSure)
        .map((line) => line.wordings.map(withoutTimes));
    const said = new Set(told.map(withoutTimes));
    // An edit of which the network did not say what became of it may have shown somebody more exactly.
    const isSaid = (wording: string) =>
      said.has(wording) || said.has(wording.replace(/within a square of [^.]*/, "exactly"));
    const missing = wordings(now + slack, true).filter((line) => !line.some(isSaid));
    assert.deepEqual(missing, [], `${who}: /who leaves out what was delivered`);
    const possible = new Set(wordings(now - slack).flat());
    const extra = told.filter((line) => !possible.has(withoutTimes(line)) && !isOfTrouble(line, now));
    assert.deepEqual(extra, [], `${who}: /who tells of what was not delivered`);
  }

  /** Whether it began when something went wrong: what was noted may not have been delivered. */
  function isOfTrouble(line: string, now: Instant): boolean {
    const [, count = "0", unit = "second"] = /(\d+) (second|minute|hour|day)s? ago/.exec(line) ?? [];
    const size = { second, minute, hour: 60 * minute, day: 1440 * minute }[unit] ?? second;
    const latest = now - Number(count) * size;
    return witness.troubles.some((at) => at > latest - size - 2 * minute && at < latest + 2 * minute);
  }

  await world.says("olga", "march", "/setup board on");
  for (const step of steps) {
    if (step.do === "store fails") witness.meetsTrouble();
    // No two messages are sent in one moment.
    world.skip(1);
    await take(step);
    for (let time = 0; machine && time < 4; time += 1) await world.pass(2 * second);
  }
  for (const who of people) await agree(who);
}

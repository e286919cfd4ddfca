import fc from "fast-check";
import { expect, test } from "vitest";
import { hour, second } from "../../../src/lib/time.ts";
import { createMachine, type Machine } from "../../support/history/machine.ts";
import type { Death } from "../../support/history/steps.ts";
import { twoRooms } from "../../support/linked/linked-rooms.ts";
import { createLinkedModel, type Shown } from "../../support/linked/model.ts";
import type { Phone } from "../../support/world/world.ts";

const rooms = ["march", "square", "water"] as const;
type Room = (typeof rooms)[number];
const admins: Record<Room, string> = { march: "ana", square: "sol", water: "mia" };
/** Few, so that much happens to each; Dan is in two rooms. */
const people: Record<Room, readonly string[]> = {
  march: ["ben", "dan"],
  square: ["dan"],
  water: ["noor"],
};
const pairs = rooms.flatMap((room) => people[room].map((who) => ({ who, room })));

const room = fc.constantFrom(...rooms);
const pair = fc.constantFrom(...pairs);
const step = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: fc.constant("share" as const), pair }) },
  { weight: 8, arbitrary: fc.record({ do: fc.constant("move" as const), which: fc.nat(50) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("end" as const), which: fc.nat(50) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("stop" as const), pair }) },
  { weight: 10, arbitrary: fc.record({ do: fc.constant("link" as const), room, other: room }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("off" as const), room }) },
  { weight: 8, arbitrary: fc.record({ do: fc.constant("agree" as const), pair }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("leave" as const), pair, isTold: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("come" as const), pair }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("wipe" as const), room }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant("meet" as const), room }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("meet off" as const), room }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("restart" as const) }) },
  { weight: 10, arbitrary: fc.record({ do: fc.constant("ask" as const), room }) },
);
const death = fc.record({
  do: fc.constant("die" as const),
  calls: fc.integer({ min: 1, max: 60 }),
  how: fc.constantFrom<Death>("before", "half", "after"),
});
type Step = ArbitraryOf<typeof death> | ArbitraryOf<typeof step>;
type ArbitraryOf<A> = A extends fc.Arbitrary<infer T> ? T : never;

const placeOf = (mark: number) => 10 + mark / 1000;
const marksOf = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map(([, at]) => Math.round((Number(at) - 10) * 1000));
const marksIn = (text: string) => marksOf(text, /(\d\d\.\d{5}), 13/g);
/** Meeting points stand on another meridian than people. */
const meetingsIn = (text: string) => marksOf(text, /(\d\d\.\d{5}), 14/g);

async function play(steps: readonly Step[], machine?: Machine): Promise<void> {
  // What is sent twice is shown once: else nobody knows of the last message before a death, and it stays.
  const linked = await twoRooms(machine ? { ...machine.options, knowsRepeats: true } : {});
  const { world, says } = linked;
  const model = createLinkedModel(rooms);
  for (const name of rooms) await linked.in(name, async () => world.room(name, admins[name], ...people[name]));
  const networkOf = (name: string) => (name === "water" ? world.beside : world.network);
  const isMember = (who: string, name: string) => networkOf(name)?.isHere(name, who) === true;
  const phones: { id: number; room: Room; phone: Phone }[] = [];
  let marks = 0;

  /** What the room reads when its admin asks, against the model; and nothing else stands there. */
  async function compare(name: Room) {
    // By the second, what the first was told of no longer counts: an answer during which a share ends may be worked out anew.
    const wanted = [model.answer(name, isMember), model.answer(name, isMember)];
    const said = await linked.whereis(admins[name], name);
    const read = [...new Set(pairs.map(({ who }) => who))].flatMap((who): Shown[] => {
      const called = `${who[0]?.toUpperCase()}${who.slice(1)}`;
      const line = said.split("\n").find((one) => one.startsWith(`${called} `));
      return line === undefined ? [] : [{ who, mark: marksIn(line)[0] }];
    });
    const byName = (list: readonly Shown[]) => Object.fromEntries(list.map(({ who, mark }) => [who, mark]));
    expect(wanted.map(byName)).toContainEqual(byName(read));
    expect([name, meetingsIn(said)[0]]).toEqual([name, model.meeting(name)]);
  }
  async function nothingElseStands() {
    for (const name of rooms) {
      const stands = marksIn(await linked.shown(name));
      expect([name, stands.filter((mark) => !model.mayStand(mark, name))]).toEqual([name, []]);
      const meet = meetingsIn(await linked.shown(name));
      expect([name, meet.filter((mark) => !model.mayMeet(mark, name))]).toEqual([name, []]);
    }
  }

  async function take(one: Step) {
    switch (one.do) {
      case "share": {
        const { who, room: name } = one.pair;
        if (!isMember(who, name) || model.openOf(who, name).length > 1) return;
        marks += 1;
        const mark = marks;
        const phone = await linked.in(name, () => world.shares(who, name, { at: [placeOf(mark), 13], live: 8 * hour }));
        model.share({ id: mark, who, room: name, startedAt: world.now() });
        model.report(mark, mark, world.now());
        phones.push({ id: mark, room: name, phone });
        return;
      }
      case "move": {
        const moved = phones[one.which % Math.max(1, phones.length)];
        if (!moved || !model.isOpen(moved.id)) return;
        marks += 1;
        await moved.phone.moves(placeOf(marks), 13);
        return model.report(moved.id, marks, world.now());
      }
      case "end": {
        const ended = phones[one.which % Math.max(1, phones.length)];
        if (!ended) return;
        await ended.phone.stops();
        return model.end(({ id }) => id === ended.id);
      }
      case "stop": {
        const { who, room: name } = one.pair;
        await says(who, name, "/stop");
        const here = [name, ...model.linkedWith(name)];
        return model.end((share) => share.who === who && here.includes(share.room));
      }
      case "link": {
        const { room: first, other } = one;
        if (first === other) return;
        // Linked once more, what was agreed to before holds no longer.
        if (model.isLinked(first, other)) {
          await says(admins[first], first, "/link off");
          model.unlink(first);
          world.skip(second);
        }
        const code = await linked.code(admins[first], first);
        await says(admins[other], other, `/link ${code}`);
        await says(admins[first], first, "/link");
        const at = world.now();
        // Too many codes in ten minutes are not taken.
        if ((await says(admins[first], first, "/link yes")).includes("is linked with"))
          model.link(first, other, at, isMember);
        return;
      }
      case "off":
        await says(admins[one.room], one.room, "/link off");
        return model.unlink(one.room);
      case "agree": {
        const { who, room: name } = one.pair;
        await linked.in(name, () => world.says(who, undefined, "/across yes"));
        return model.agree(who, world.now(), isMember);
      }
      case "leave": {
        const { who, room: name } = one.pair;
        if (!isMember(who, name)) return;
        if (!one.isTold) return networkOf(name)?.exit(name, who);
        await linked.in(name, () => world.leaves(who, name));
        return model.end((share) => share.who === who && share.room === name);
      }
      case "come":
        return networkOf(one.pair.room)?.enter(one.pair.room, one.pair.who);
      case "wipe":
        await says(admins[one.room], one.room, "/wipe");
        await says(admins[one.room], one.room, "/wipe yes");
        model.unlink(one.room);
        model.forgetMeeting(one.room);
        return model.end((share) => share.room === one.room);
      case "meet": {
        marks += 1;
        const mark = marks;
        await says(admins[one.room], one.room, `/meet ${placeOf(mark).toFixed(5)} 14.00000`);
        return model.meet(one.room, mark, world.now());
      }
      case "meet off":
        await says(admins[one.room], one.room, "/meet off");
        return model.meetNowhere(one.room);
      case "restart":
        return world.restart();
      case "die":
        return machine?.die(one.calls, one.how);
      case "ask":
        return compare(one.room);
    }
  }

  for (const one of steps) {
    await take(one);
    world.skip(20 * second);
    await nothingElseStands();
  }
  for (const name of rooms) await compare(name);
  await nothingElseStands();
  world.forgetWorld();
}

const histories = Number(process.env["HISTORIES"] ?? 100);
const long = { minLength: 5, maxLength: 60, size: "max" } as const;

test(`${histories} random histories of three rooms that are linked and not show what one rule of visibility says`, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, long), (steps) => play(steps)),
    { numRuns: histories },
  );
}, 3_600_000);

test("so do some in which the machine dies, at any call of its store", async () => {
  const steps = fc.array(fc.oneof({ weight: 6, arbitrary: step }, { weight: 2, arbitrary: death }), long);
  let deaths = 0;
  await fc.assert(
    fc.asyncProperty(steps, async (some) => {
      const machine = createMachine(() => void (deaths += 1));
      await play(some, machine);
    }),
    { numRuns: Math.ceil(histories / 4) },
  );
  expect(deaths).toBeGreaterThan(histories / 10);
}, 3_600_000);

test("wherever the machine dies within a second /link off, the room is answered afterwards", async () => {
  let deaths = 0;
  for (let calls = 20; calls <= 35; calls += 1)
    await play(
      [
        { do: "link", room: "water", other: "square" },
        { do: "link", room: "square", other: "water" },
        { do: "die", calls, how: "before" },
        { do: "off", room: "square" },
        { do: "meet", room: "square" },
      ],
      createMachine(() => void (deaths += 1)),
    );
  expect(deaths).toBeGreaterThan(10);
}, 300_000);

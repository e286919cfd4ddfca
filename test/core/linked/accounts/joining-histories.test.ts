import fc from "fast-check";
import { expect, test } from "vitest";
import { hour, second } from "../../../../src/lib/time.ts";
import { ben, joinable, noor } from "../../../support/linked/joined-accounts.ts";
import { asPeople, createLinkedModel, type Shown } from "../../../support/linked/model.ts";
import type { Phone } from "../../../support/world/world.ts";

const rooms = ["march", "water"] as const;
type Room = (typeof rooms)[number];
const admins: Record<Room, string> = { march: "ana", water: "mia" };
const roomOf: Readonly<Record<string, Room>> = { ben: "march", cleo: "march", noor: "water" };
const pair = ["ben", "noor"];

const who = fc.constantFrom("ben", "ben", "noor", "noor", "cleo");
const room = fc.constantFrom(...rooms);
const step = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: fc.constant("share" as const), who }) },
  { weight: 8, arbitrary: fc.record({ do: fc.constant("move" as const), which: fc.nat(50) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("end" as const), which: fc.nat(50) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("stop" as const), who, inPrivate: fc.boolean() }) },
  { weight: 8, arbitrary: fc.constant({ do: "join" as const }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("part" as const), one: fc.constantFrom(ben, noor) }) },
  { weight: 8, arbitrary: fc.constant({ do: "link" as const }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("unlink" as const), room }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("agree" as const), who }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("leave" as const), who }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("come" as const), who }) },
  { weight: 1, arbitrary: fc.constant({ do: "restart" as const }) },
  { weight: 8, arbitrary: fc.record({ do: fc.constant("ask" as const), room }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const placeOf = (mark: number) => 10 + mark / 1000;
const markIn = (line: string | undefined) => {
  const [, at] = line?.match(/(\d\d\.\d{5}), 13/) ?? [];
  return at === undefined ? undefined : Math.round((Number(at) - 10) * 1000);
};

async function play(steps: readonly Step[], isBegun: boolean): Promise<number> {
  const joined = await joinable();
  const { world, says, inPrivate } = joined;
  const model = createLinkedModel(rooms);
  const networkOf = (name: string) => (name === "water" ? world.beside : world.network);
  const isMember = (person: string, name: string) =>
    roomOf[person] === name && networkOf(name)?.isHere(name, person) === true;
  const phones: { id: number; phone: Phone }[] = [];
  let [marks, together] = [0, 0];
  let isJoined = false;

  async function compare(name: Room) {
    const accounts = model.answer(name, isMember);
    // By the second, what the first was told of no longer counts: an answer during which a share ends may be worked out anew.
    const wanted = [accounts, model.answer(name, isMember)].map((some) =>
      isJoined ? asPeople(name, some, pair, isMember) : some,
    );
    if (isJoined && accounts.filter((one) => pair.includes(one.who)).length === 2) together += 1;
    const lines = (await joined.whereis(admins[name], name)).split("\n");
    const read = Object.keys(roomOf).flatMap((person): Shown[] => {
      const line = lines.find((one) => one.startsWith(`${person[0]?.toUpperCase()}${person.slice(1)} `));
      return line === undefined ? [] : [{ who: person, mark: markIn(line) }];
    });
    const byName = (list: readonly Shown[]) => Object.fromEntries(list.map((one) => [one.who, one.mark]));
    expect(wanted.map(byName)).toContainEqual(byName(read));
  }

  async function take(one: Step) {
    switch (one.do) {
      case "share": {
        const in_ = roomOf[one.who] as Room;
        if (!isMember(one.who, in_) || model.openOf(one.who, in_).length > 1) return;
        marks += 1;
        const [id, at] = [marks, [placeOf(marks), 13] as const];
        const phone = await joined.in(in_, () => world.shares(one.who, in_, { at, live: 8 * hour }));
        model.share({ id, who: one.who, room: in_, startedAt: world.now() });
        model.report(id, id, world.now());
        phones.push({ id, phone });
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
        await ended?.phone.stops();
        return model.end(({ id }) => id === ended?.id);
      }
      case "stop": {
        const in_ = roomOf[one.who] as Room;
        await (one.inPrivate ? inPrivate([one.who, in_], "/stop") : says(one.who, in_, "/stop"));
        const accounts = isJoined && pair.includes(one.who) ? pair : [one.who];
        const here: readonly string[] = one.inPrivate ? rooms : [in_, ...model.linkedWith(in_)];
        return model.end((share) => accounts.includes(share.who) && here.includes(share.room));
      }
      case "join": {
        if (isJoined) return;
        const code = await joined.accountCode();
        await inPrivate(noor, `/link ${code}`);
        for (const [account, text] of [
          [ben, "/link"],
          [ben, "/link yes"],
          [noor, "/link"],
        ] as const)
          await inPrivate(account, text);
        // Too many codes in ten minutes are not taken.
        isJoined = (await inPrivate(noor, "/link yes")).includes("is joined with");
        return;
      }
      case "part":
        await inPrivate(one.one, "/link off");
        isJoined = false;
        return;
      case "link": {
        if (model.isLinked("march", "water")) return;
        await says("mia", "water", `/link ${await joined.code()}`);
        await says("ana", "march", "/link");
        const at = world.now();
        if ((await says("ana", "march", "/link yes")).includes("is linked with"))
          model.link("march", "water", at, isMember);
        return;
      }
      case "unlink":
        await says(admins[one.room], one.room, "/link off");
        return model.unlink(one.room);
      case "agree":
        await inPrivate([one.who, roomOf[one.who] as Room], "/across yes");
        return model.agree(one.who, world.now(), isMember);
      case "leave":
        return networkOf(roomOf[one.who] as Room)?.exit(roomOf[one.who] as Room, one.who);
      case "come":
        return networkOf(roomOf[one.who] as Room)?.enter(roomOf[one.who] as Room, one.who);
      case "restart":
        return world.restart();
      case "ask":
        return compare(one.room);
    }
  }

  // Both at once are rare by chance alone.
  const begun: readonly Step[] = isBegun
    ? [
        { do: "join" },
        { do: "link" },
        { do: "share", who: "ben" },
        { do: "share", who: "noor" },
        { do: "ask", room: "march" },
      ]
    : [];
  for (const one of [...begun, ...steps]) {
    await take(one);
    world.skip(20 * second);
  }
  for (const name of rooms) await compare(name);
  world.forgetWorld();
  return together;
}

const histories = Number(process.env["HISTORIES"] ?? 60);
const long = { minLength: 5, maxLength: 50, size: "max" } as const;

test(`${histories} random histories of two accounts that are joined and part show what one rule says of people`, async () => {
  let together = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, long), fc.boolean(), async (steps, isBegun) => {
      together += await play(steps, isBegun);
    }),
    { numRuns: histories },
  );
  expect(together).toBeGreaterThan(histories / 4);
}, 3_600_000);

import fc from "fast-check";
import { expect } from "vitest";
import { readUpdate } from "../../../src/bots/telegram/receive/read-update.ts";
import { commands } from "../../../src/core/commands/index.ts";
import { type Precision, precisions, snap } from "../../../src/core/geo/precision.ts";
import { roomId } from "../../../src/core/model/ids.ts";
import type { Message } from "../../../src/core/model/message.ts";
import { hour, instant, minute } from "../../../src/lib/time.ts";
import { createBot } from "../../bots/matrix/fake/bot-at-fake.ts";
import { ana, ben } from "../../bots/matrix/fake/events.ts";
import { connect } from "../../bots/telegram/connect.ts";
import { words } from "../../support/world/words.ts";
import { createWorld } from "../../support/world/world.ts";

/** Who sees a position. */
export const asking: Record<string, () => Promise<void>> = {
  "A position is shown only to people whom the network says are members of the room, or of one linked with it, at that moment; where it does not say, the bot acts as if they were not.":
    async () => {
      const world = await createWorld();
      world.room("march", "ana", "ben", "cem");
      await world.shares("ana", "march", { at: [52.52, 13.405], live: hour });
      await world.says("ben", "march", "/whereis ana");
      expect(world.last("march")).toContain("52.52000");
      world.network.keepsSilent(true);
      await world.says("ben", "march", "/whereis ana");
      expect(world.last("march")).not.toContain("52.52000");
      world.network.keepsSilent(false);
      world.network.keepsSilentAbout("cem");
      await world.says("cem", "march", "/whereis ana");
      await world.says("cem", undefined, "/whereis ana");
      expect([world.last("march"), ...world.shown("cem")].join()).not.toContain("52.52000");
      world.network.keepsSilent(true);
      await world.pass(hour);
      world.network.keepsSilent(false);
      await world.shares("ana", "march", { at: [52.52, 13.405], live: hour });
      world.network.exit("march", "ben"); // the bot is not told
      await world.says("ben", "march", "/whereis ana");
      await world.says("ben", undefined, "/whereis ana");
      expect([...world.shown("march"), ...world.shown("ben")].join()).not.toContain("52.52000");
    },

  "Somebody unknown, somebody who does not share, and somebody who may not be seen get the same words.": async () => {
    const world = await createWorld();
    world.room("march", "ana", "ben", "cem");
    world.room("legal", "dora");
    await world.shares("ana", "march", { at: [52.52, 13.405], live: hour });
    await world.shares("dora", "legal", { at: [52.53, 13.405], live: hour });
    world.network.exit("march", "ana");
    const words = [];
    for (const name of ["ana", "ben", "dora", "zoe"]) {
      await world.says("cem", "march", `/whereis ${name}`);
      words.push(world.last("march")?.replace(new RegExp(name, "i"), "NAME"));
    }
    expect(new Set(words)).toEqual(new Set(["There is nobody called “NAME” whose position I can show you now."]));
    // Also while the network does not say of somebody who shares if they are a member: then everybody who asks hears that, whomever they ask for.
    world.room("family", "eve", "fay", "gil");
    await world.shares("eve", "family", { at: [52.54, 13.405], live: hour });
    world.network.keepsSilentAbout("eve");
    const ask = async (argument: string, mentions?: string[]) => {
      await world.says("gil", "family", `/whereis ${argument}`, mentions && { mentions });
      return world.last("family")?.replace(argument || "“”", "NAME");
    };
    expect(new Set([await ask("eve"), await ask("fay"), await ask("zoe")]).size).toBe(1);
    expect(await ask("", ["eve"])).toBe(await ask("", ["fay"]));
  },

  "What is shared with one room is not shown in another, unless admins of both have linked them.": async () => {
    const world = await createWorld();
    world.room("march", "ana", "ben");
    world.room("legal", "ana", "ben", "cem");
    await world.shares("ana", "march", { at: [52.52, 13.405], live: hour });
    await world.says("ben", "legal", "/whereis");
    await world.says("cem", "legal", "/whereis ana");
    await world.says("cem", undefined, "/whereis");
    expect([...world.shown("legal"), ...world.shown("cem")].join()).not.toContain("52.52");
  },

  "An answer for one person never reaches a room.": async () => {
    await adaptersRefuse();
    const failures = [{ kind: "refused" }, { kind: "gone" }, { kind: "later", after: 5000 }] as const;
    for (const failure of failures) {
      const world = await createWorld();
      world.room("march", "ana", "ben", "cem");
      for (const who of ["ana", "cem"]) await world.shares(who, "march", { at: [52.52, 13.405], live: hour });
      await world.says("ben", "march", "/whereis");
      const before = world.shown("march");
      await world.says("ben", undefined, "/whereis");
      world.network.fail("send", failure);
      await world.says("ben", undefined, "/whereis ana");
      await world.pass(minute);
      expect(world.shown("march")).toEqual(before);
    }
  },

  "Answers are words and pictures that the bot draws itself; a map pin is sent to the one person who asks for it with `/pin`, and to nobody else.":
    async () => {
      await adaptersRefuse({ pin: { latitude: 52.52, longitude: 13.405 } }, "everybody");
      const world = await createWorld();
      world.room("march", "ana", "ben");
      const pins = () => world.network.posts.filter(({ message }) => message.pin).map(({ chat }) => chat);
      for (const room of ["march", undefined]) {
        for (const name of [...commands.keys()].filter((other) => other !== "pin")) {
          await world.shares("ana", "march", { at: [52.52, 13.405], live: hour });
          await world.says("ben", room, `/${name}`);
          await world.says("ben", room, `/${name} ana`);
          await world.pass(minute);
        }
      }
      expect(pins()).toEqual([]);
      await world.says("ben", "march", "/pin ana");
      expect(pins()).toEqual(["ben"]);
      world.network.isReachable("ben", false);
      await world.says("ben", "march", "/pin ana");
      expect(pins()).toEqual(["ben"]);
      expect(world.last("march") ?? "").toMatch(/^I could not send you the pin/);
    },

  "One person's question neither removes nor changes what another was answered.": async () => {
    const world = await createWorld();
    const people = ["ana", "ben", "cem", "dora", "eva"];
    world.room("march", ...people);
    await world.shares("ana", "march", { at: [52.52, 13.405], live: hour });
    await world.receive(...people.map((who) => world.command(who, "march", "/whereis ana")));
    await world.idle();
    const before = world.shown("march");
    expect(before).toHaveLength(5);
    for (const words of ["/whereis", "/whereis ana", "/whereis zz", "/pin ana", "/help"])
      await world.says("eva", "march", words);
    await world.anonymousAdminSays("march", "/whereis zz");
    expect(world.shown("march").slice(0, 4)).toEqual(before.slice(0, 4));
    expect(world.network.posts.slice(0, 4).map(({ edits }) => edits)).toEqual([0, 0, 0, 0]);
  },

  "Until a person has chosen who may see a position that was sent in private, nobody can.": async () => {
    const world = await createWorld();
    world.room("march", "ana", "ben");
    world.room("legal", "ana", "ben");
    for (const room of ["march", "legal"]) await world.says("ana", room, "/help");
    await world.shares("ana", undefined, { at: [52.52, 13.405], live: hour });
    for (const room of ["march", "legal"]) await world.says("ben", room, "/whereis");
    await world.says("ben", undefined, "/whereis");
    expect([...world.shown("march"), ...world.shown("legal"), ...world.shown("ben")].join()).not.toContain("52.52");
    await world.says("ana", undefined, "/choose 1");
    await world.says("ben", "march", "/whereis");
    await world.says("ben", "legal", "/whereis");
    expect(world.last("march")).toContain("52.52000");
    expect(world.last("legal")).not.toContain("52.52");
    world.room("tent", "dora", "ben");
    await world.says("dora", "tent", "/help");
    await world.shares("dora", undefined, { at: [52.53, 13.405], live: hour });
    await world.says("ben", "tent", "/whereis");
    expect(world.last("tent")).not.toContain("52.53");
  },

  "A forwarded location, a venue, and a location sent by a bot, through a bot, by a channel or by an anonymous admin are nobody's position.":
    async () => {
      const me = { id: 99, username: "whereat_bot" };
      const chat = { id: -1_000_000_000_001, type: "supergroup", title: "March" };
      const from = { id: 7, is_bot: false, first_name: "Ana" };
      const own = { message_id: 5, date: 1_790_000_000, chat, from, location: { latitude: 52.52, longitude: 13.4 } };
      const read = (message: object) =>
        readUpdate({ update_id: 1, message: { ...own, ...message } }, me, instant(1_790_000_001_000));
      expect(read({}).map(({ kind }) => kind)).toEqual(["position"]);
      const channel = { id: -1_000_000_000_777, type: "channel", title: "News" };
      const anonymous = { id: 1_087_968_824, is_bot: true, first_name: "Group", username: "GroupAnonymousBot" };
      for (const message of [
        { forward_origin: { type: "user", date: 1, sender_user: from } },
        { venue: { title: "A place", address: "A street", location: own.location } },
        { from: { ...from, is_bot: true } },
        { via_bot: { id: 8, is_bot: true, first_name: "Other" } },
        { sender_chat: channel },
        { is_automatic_forward: true, sender_chat: channel },
        { from: anonymous, sender_chat: chat },
      ]) {
        expect(read(message).filter(({ kind }) => kind === "position")).toEqual([]);
      }
    },

  "With a coarser precision, all positions in one square give the same answers, to whoever asks.": async () => {
    const place = {
      latitude: fc.double({ min: -90, max: 90, noNaN: true }),
      longitude: fc.double({ min: -180, max: 180, noNaN: true }),
    };
    const coarse = fc.constantFrom(...(Object.keys(precisions) as Precision[]).filter((name) => name !== "exact"));
    fc.assert(
      fc.property(fc.record(place), coarse, (somewhere, precision) => {
        const cell = snap(somewhere, precision);
        const { latitude, longitude } = cell;
        expect(snap({ latitude, longitude }, precision)).toEqual(cell);
        expect(cell.accuracy).toBeGreaterThanOrEqual(precisions[precision]);
      }),
    );
    const answers = [];
    for (const [latitude, longitude, heading] of [
      [52.5141, 13.3501, 90],
      [52.5149, 13.3535, 180],
      [52.5165, 13.3575, 270],
    ] as const) {
      const world = await createWorld();
      world.room("march", "ana", "ben");
      await world.shares("ana", "march", { at: [latitude, longitude], live: hour, accuracy: 5, heading });
      await world.says("ana", "march", "/precision 1km");
      await world.shares("ben", "march", { at: [52.52, 13.405], live: hour });
      await world.says("ben", "march", "/whereis ana");
      const toBen = world.last("march");
      await world.says("ana", "march", "/whereis ben");
      await world.says("ben", "march", "/pin ana");
      await world.says("ben", "march", "/map ana");
      const shown = world.network.posts.map(({ message: { pin, copies, picture } }) => [pin, copies, picture]);
      answers.push([toBen, world.last("march"), world.last("ben"), shown]);
    }
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  },
};

/** What is for one person is given to each adapter for a room, as the core never should. */
async function adaptersRefuse(parts: Partial<Message> = {}, reader: Message["reader"] = "one person"): Promise<void> {
  const message: Message = { kind: "message", reader, lines: [words("for one person")], ...parts };
  const telegram = await connect();
  const group = roomId("telegram", telegram.group.id);
  await expect(telegram.network.send({ room: group }, message, "key")).rejects.toThrow();
  expect(telegram.api.screen.fromBot(telegram.group)).toEqual([]);
  const matrix = await createBot();
  matrix.room("!a", [ana, ben]);
  await expect(matrix.network.send({ room: roomId("matrix", "!a") }, message, "key")).rejects.toThrow();
  expect(matrix.sent).toEqual([]);
}

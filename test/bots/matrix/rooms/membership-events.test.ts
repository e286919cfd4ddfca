import { describe, expect, test } from "vitest";
import { words } from "../../../support/world/words.ts";
import { createBot } from "../fake/bot-at-fake.ts";
import { ana, ben, event, me, now, text } from "../fake/events.ts";

const member = (user: string, membership: string, before?: string, parts: Record<string, unknown> = {}) =>
  event(
    "m.room.member",
    { membership },
    {
      state_key: user,
      sender: user,
      event_id: `$${membership}${user}`,
      ...(before !== undefined && { unsigned: { prev_content: { membership: before } } }),
      ...parts,
    },
  );
const room = "matrix:!a";
const toAna = { person: `matrix:${ana}` as never };
const levels = (content: object) => event("m.room.power_levels", content, { state_key: "", event_id: "$pl" });

describe("the bot's coming", () => {
  test("into a room with people is told once, also when it is heard of twice", async () => {
    const bot = await createBot();
    bot.room("!a", [ana], { invited: [ben] });
    await bot.joins("!a");
    await bot.joins("!a");
    expect(bot.received).toEqual([{ kind: "bot-joined", room, event: "$join!a" }]);
  });

  test("anew, after it was removed, is greeted anew, and told anew what its members may not do", async () => {
    for (const people of [[ana, ben], [ana]]) {
      const bot = await createBot();
      const { state } = bot.room("!a", people);
      state.set("m.room.power_levels ", { content: {} });
      await bot.joins("!a");
      await bot.handlers.onLeave("!a", member(me, "leave", "join", { sender: ana }));
      const before = bot.bodies("!a").length;
      await bot.joins("!a", {}, "$again");
      expect([before, bot.bodies("!a").length]).toEqual(people.length > 1 ? [2, 4] : [1, 2]);
      const coming = (event: string) => ({ kind: "bot-joined", room, event });
      const told = bot.received.filter(({ kind }) => kind === "bot-joined");
      expect(told).toEqual(people.length > 1 ? ["$join!a", "$again"].map(coming) : []);
    }
  });

  test("is greeted by the event of its own coming, whoever's coming is told first", async () => {
    const bot = await createBot();
    const { state } = bot.room("!a", [ana, ben]);
    for (const coming of ["$first", "$again"]) {
      state.set(`m.room.member ${me}`, { event_id: coming, content: { membership: "join" } });
      await bot.hears(member(ana, "join"));
      await bot.joins("!a", {}, coming);
      expect(bot.received.at(-1)).toEqual({ kind: "bot-joined", room, event: coming });
      await bot.handlers.onLeave("!a", member(me, "leave", "join", { sender: ana }));
    }
  });

  test("that is long ago is told by nobody's first sync", async () => {
    const bot = await createBot();
    bot.room("!a", [ana, ben]);
    await bot.hears(member(me, "join", "invite", { origin_server_ts: now - 3_600_000 }));
    expect(bot.received).toEqual([]);
  });

  test("to one person is greeted there, and is a private chat once something is said", async () => {
    const bot = await createBot();
    bot.room("!a", [ana]);
    await bot.joins("!a");
    expect(bot.received).toEqual([]);
    expect(bot.bodies("!a")[0]).toContain("this is a private chat");
    await bot.hears(text("!help"));
    await bot.hears(text("2", {}, { event_id: "$2" }));
    expect(bot.received).toMatchObject([
      { kind: "command", name: "help", from: { person: `matrix:${ana}` } },
      { kind: "command", name: "choose", argument: "2" },
    ]);
    expect(bot.received[0]).not.toHaveProperty("from.place");
    expect(bot.direct.get(ana)).toEqual(["!a"]);
  });

  test("by an invitation to a private chat is noted as one at once", async () => {
    const bot = await createBot();
    bot.room("!a", [ana]);
    await bot.joins("!a", { prev_content: { membership: "invite", is_direct: true } });
    expect(bot.direct.get(ana)).toEqual(["!a"]);
  });
});

describe("somebody else's coming", () => {
  test("into a private chat has the bot redact what it said, say so and leave, and it is none any more", async () => {
    for (const how of ["invite", "join"]) {
      const bot = await createBot();
      const chat = bot.room("!a", [ana]);
      await bot.hears(text("!help"));
      await bot.network.send(
        toAna,
        { kind: "message", reader: "one person", lines: [words("52.5163, 13.3777")] },
        "key",
      );
      const answer = bot.sent.at(-1)?.id;
      chat.invited.push(ben);
      await bot.hears(member(ben, how));
      expect(bot.redacted).toContain(answer);
      expect(bot.bodies("!a").at(-1)).toContain("now somebody else is invited");
      expect(chat.members).not.toContain(me);
      expect(bot.direct.get(ana)).toEqual([]);
    }
  });

  test("that was not heard of is found when something is said: it is not answered", async () => {
    const bot = await createBot();
    const chat = bot.room("!a", [ana]);
    await bot.hears(text("!help"));
    chat.members.push(ben);
    await bot.hears(text("!whereis", {}, { event_id: "$2" }));
    expect(bot.received).toHaveLength(1);
    expect(chat.members).not.toContain(me);
  });

  test("into a chat in which nothing was said makes it a room", async () => {
    const bot = await createBot();
    const chat = bot.room("!a", [ana]);
    await bot.joins("!a");
    chat.invited.push(ben);
    await bot.hears(member(ben, "invite"));
    expect(bot.received).toEqual([{ kind: "bot-joined", room, event: `$invite${ben}` }]);
    await bot.hears(member(ben, "join", "join"));
    expect(bot.received).toHaveLength(1);
  });
});

describe("a first sync", () => {
  test("of a room with a thousand people asks for nobody, greets nobody, and ends what ended", async () => {
    const bot = await createBot();
    bot.room("!a", [ana, ben]);
    await bot.hears(text("!help"));
    bot.asked.length = 0;
    const old = { origin_server_ts: now - 3_600_000 };
    const people = Array.from({ length: 1000 }, (_, index) => member(`@p${index}:example.org`, "join", undefined, old));
    for (const state of [member(me, "join", undefined, old), ...people, member(ben, "leave", undefined, old)])
      await bot.handlers.onState("!a", state);
    expect(bot.asked).toEqual([]);
    expect(bot.received.slice(1)).toMatchObject([{ kind: "person-left", person: `matrix:${ben}`, room }]);
  });
});

describe("somebody's going", () => {
  test.each([
    ["leave", "join", true],
    ["ban", "join", true],
    ["leave", undefined, true],
    ["leave", "invite", false],
    ["ban", "leave", false],
    ["leave", "ban", false],
  ])("by %s after %s is told: %s", async (how, before, isTold) => {
    const bot = await createBot();
    bot.room("!a", [ana, ben]);
    await bot.hears(member(ben, how, before));
    expect(bot.received).toMatchObject(isTold ? [{ kind: "person-left", person: `matrix:${ben}`, room }] : []);
  });

  test("is told as a removal where somebody else did it", async () => {
    for (const [sender, removed] of [
      [ana, true],
      [ben, undefined],
    ] as const) {
      const bot = await createBot();
      bot.room("!a", [ana, ben]);
      await bot.hears(member(ben, "leave", "join", { sender }));
      expect(Object(bot.received[0]).removed).toBe(removed);
    }
  });

  test("from the private chat ends what they share, and the bot goes too", async () => {
    const bot = await createBot();
    const chat = bot.room("!a", [ana]);
    await bot.hears(text("!help"));
    chat.members = [me];
    await bot.hears(member(ana, "leave", "join"));
    expect(bot.received.slice(1)).toEqual([{ kind: "person-blocked-bot", person: `matrix:${ana}` }]);
    expect(chat.members).toEqual([]);
  });

  test("before ever coming into the private chat leaves nothing of it", async () => {
    const bot = await createBot();
    await bot.network.send(toAna, { kind: "message", reader: "one person", lines: [] }, "key");
    await bot.hears(member(ana, "leave", "invite"), "!direct0");
    expect(bot.received).toEqual([]);
    expect(bot.direct.get(ana)).toEqual([]);
  });

  test("until only one is left leaves a room a room", async () => {
    const bot = await createBot();
    const march = bot.room("!a", [ana, ben]);
    await bot.hears(text("!help"));
    march.members = [me, ana];
    await bot.hears(member(ben, "leave", "join"));
    await bot.hears(text("!help", {}, { event_id: "$2" }));
    expect(bot.received.at(-1)).toMatchObject({ from: { place: { room } } });
  });
});

test("the bot's being removed is told, and that of a private chat as the person's leaving it", async () => {
  const bot = await createBot();
  bot.room("!a", [ana]);
  await bot.hears(text("!help"));
  await bot.handlers.onLeave("!a", member(me, "leave", "join", { sender: ana }));
  await bot.handlers.onLeave("!b", undefined);
  expect(bot.received.slice(1)).toEqual([
    { kind: "person-blocked-bot", person: `matrix:${ana}` },
    { kind: "bot-left", room, id: `matrix:["!a","$leave${me}"]` },
    { kind: "bot-left", room: "matrix:!b" },
  ]);
});

describe("power", () => {
  const strict = { users: { [ana]: 100 } };

  test("that keeps members from sharing live is told once, with what to change, and again when it is taken again", async () => {
    const bot = await createBot();
    const { state } = bot.room("!a", [ana, ben]);
    state.set("m.room.power_levels ", { content: strict });
    await bot.joins("!a");
    await bot.hears(levels(strict));
    const hints = () => bot.bodies("!a").filter((body) => body.includes("share a live location"));
    expect(hints()).toHaveLength(1);
    expect(hints()[0]).toContain(`make me (${me}) an admin, and then say !setup live`);
    const allowed = { events: { "org.matrix.msc3672.beacon_info": 0 } };
    state.set("m.room.power_levels ", { content: allowed });
    await bot.hears({ ...levels(allowed), event_id: "$pl2" });
    state.set("m.room.power_levels ", { content: strict });
    await bot.hears({ ...levels(strict), event_id: "$pl3" });
    expect(hints()).toHaveLength(2);
    expect(hints()[0]).toContain("org.matrix.msc3672.beacon, and m.beacon becomes 0");
    // What the app itself can do comes first.
    expect(hints()[0]).toMatch(/roles and permissions[^]*!setup live/);
  });

  test("of the bot's own that changed is told", async () => {
    const bot = await createBot();
    bot.room("!a", [ana, ben]);
    const unsigned = { prev_content: strict };
    await bot.hears({ ...levels({ users: { [ana]: 100, [me]: 50 } }), unsigned });
    await bot.hears({ ...levels({ users: { [ana]: 50 } }), unsigned });
    expect(bot.received).toEqual([{ kind: "bot-rights-changed", room }]);
  });
});

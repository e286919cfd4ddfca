import { expect, test } from "vitest";
import { createBot } from "../fake/bot-at-fake.ts";
import { ana, ben, event, me, now } from "../fake/events.ts";
import { refusal } from "../fake/fake-account.ts";

const minute = 60_000;
const mute = { events_default: 50, events: { "org.matrix.msc3672.beacon_info": 0 } };
const levels = (content: object) => event("m.room.power_levels", content, { state_key: "", event_id: "$pl" });

/** The bot has just come into a room. */
async function comeInto(people: string[], content: object, invited: string[] = []) {
  const bot = await createBot();
  const room = bot.room("!a", people, { invited });
  const setLevels = (to: object) => room.state.set("m.room.power_levels ", { content: to });
  setLevels(content);
  room.state.set(`m.room.member ${me}`, { event_id: "$join", origin_server_ts: now, content: { membership: "join" } });
  await bot.joins("!a");
  const pass = async (time: number) => {
    bot.clock.now += time;
    bot.handlers.onSynced();
    await bot.idle();
  };
  return { ...bot, room, setLevels, pass };
}

test.each([
  ["may not write", [ana, ben], mute, []],
  ["may not write to the one person there", [ana], { events: { "m.room.message": 1 } }, []],
  ["was alone", [], {}, []],
])(
  "a room in which the bot %s is left ten minutes after it came, with one line in the log, and with the reason where somebody is there to read it",
  async (how, people, content, invited) => {
    const { room, pass, received, sent, logged, left } = await comeInto(people, content, invited);
    for (const _ of Array(9)) await pass(minute);
    expect(room.members).toContain(me);
    await pass(minute);
    expect(room.members).not.toContain(me);
    expect([received, sent]).toEqual([[], []]);
    const isAlone = how === "was alone";
    expect(logged).toEqual([`Matrix: left a room in which the bot ${isAlone ? how : "may not write"}`]);
    const reason = "I may not write here, so I could answer nobody. Let me write, then invite me again.";
    expect(left).toEqual([{ room: "!a", reason: isAlone ? undefined : reason }]);
  },
);

test("a room in which it is let speak in time is greeted, and stayed in", async () => {
  const { room, setLevels, pass, received, hears } = await comeInto([ana, ben], mute);
  await pass(9 * minute);
  const content = { ...mute, users: { [me]: 50 } };
  setLevels(content);
  await hears(levels(content));
  expect(received).toContainEqual(expect.objectContaining({ kind: "bot-joined", room: "matrix:!a", event: "$join" }));
  await pass(10 * minute);
  expect(room.members).toContain(me);
});

test("a room into which somebody comes in time is stayed in", async () => {
  const { room, pass, received } = await comeInto([], {});
  room.members.push(ana, ben);
  await pass(2 * minute);
  await pass(20 * minute);
  expect(received).toHaveLength(1);
  expect(room.members).toContain(me);
});

test("over a restart, the time since it came goes on", async () => {
  const first = await comeInto([ana, ben], mute);
  const again = await createBot({ account: first.account, kept: first.kept });
  again.clock.now += 11 * minute;
  again.handlers.onSynced();
  await again.idle();
  expect(first.room.members).not.toContain(me);
});

test("a room of so many people that they cannot be listed is left at once", async () => {
  const bot = await createBot();
  const room = bot.room("!a", [ana, ben]);
  bot.fail((method) => (method === "members" ? refusal(undefined, "TOO_LARGE") : undefined));
  await bot.joins("!a");
  expect(room.members).not.toContain(me);
  expect(bot.logged).toEqual(["Matrix: left a room that has too many people"]);
  expect(bot.left.map(({ reason }) => reason)).toEqual(["This room has more people than I can look after."]);
});

test("why a room is left is said in the room's language", async () => {
  const bot = await createBot({ language: "es" });
  bot.room("!a", [ana, ben]);
  bot.fail((method) => (method === "members" ? refusal(undefined, "TOO_LARGE") : undefined));
  await bot.joins("!a");
  expect(bot.left.map(({ reason }) => reason)).toEqual([expect.stringContaining("Esta sala tiene más personas")]);
});

test("rooms that it was removed from meanwhile are forgotten", async () => {
  const { room, pass, kept, logged } = await comeInto([ana, ben], mute);
  room.members = [ana, ben];
  await pass(2 * minute);
  expect(JSON.stringify([...kept])).not.toContain("!a");
  expect(logged).toEqual([]);
});

import { expect, test } from "vitest";
import { createBot } from "../fake/bot-at-fake.ts";
import { ana, ben, event, location } from "../fake/events.ts";
import { refusal } from "../fake/fake-account.ts";

type Bot = Awaited<ReturnType<typeof createBot>>;
const visibility = (history_visibility: string) =>
  ["m.room.history_visibility ", { content: { history_visibility } }] as const;
const stateSet = (type: string, content: object, id: string) => event(type, content, { state_key: "", event_id: id });
const said = (bot: Bot, words: string) => bot.bodies("!a").filter((body) => body.includes(words)).length;
const [verify, plain, open] = ["choose Verify", "is not encrypted", "without joining it"];

test.each([
  ["encrypted", true, "shared", { [verify]: 1, [plain]: 0, [open]: 0 }],
  ["plain", false, "shared", { [verify]: 0, [plain]: 1, [open]: 0 }],
  ["plain and world-readable", false, "world_readable", { [verify]: 0, [plain]: 1, [open]: 1 }],
  ["encrypted and world-readable", true, "world_readable", { [verify]: 1, [plain]: 0, [open]: 1 }],
])(
  "in an %s room it is said at the greeting, once, who else can read and what one needs",
  async (_what, encrypted, history, expected) => {
    const bot = await createBot();
    const { state } = bot.room("!a", [ana, ben], { encrypted });
    state.set(...visibility(history));
    await bot.joins("!a");
    await bot.joins("!a");
    expect(Object.fromEntries(Object.keys(expected).map((words) => [words, said(bot, words)]))).toEqual(expected);
    const how = encrypted ? "decrypted" : "clear";
    await bot.hears(location("geo:52.5,13.4"), "!a", how);
    expect(Object.fromEntries(Object.keys(expected).map((words) => [words, said(bot, words)]))).toEqual(expected);
    expect(bot.received.at(-1)).toMatchObject({ kind: "position" });
  },
);

test("a room that becomes readable by all, or encrypted, is told so at once, and each time", async () => {
  const bot = await createBot();
  const room = bot.room("!a", [ana, ben]);
  await bot.joins("!a");
  let ids = 0;
  for (const history of ["world_readable", "shared", "world_readable"]) {
    room.state.set(...visibility(history));
    await bot.hears(stateSet("m.room.history_visibility", { history_visibility: history }, `$v${ids++}`));
  }
  expect(said(bot, open)).toBe(2);
  room.encrypted = true;
  await bot.hears(stateSet("m.room.encryption", { algorithm: "m.megolm.v1.aes-sha2" }, "$e"));
  expect(said(bot, verify)).toBe(1);
});

test("what could not be said at the greeting is said before the first position is taken", async () => {
  const bot = await createBot();
  bot.room("!a", [ana, ben]);
  bot.fail((method) => (method === "send" ? refusal(500) : undefined));
  await bot.joins("!a");
  expect(bot.bodies("!a")).toEqual([]);
  bot.fail(() => undefined);
  await bot.hears(location("geo:52.5,13.4"));
  expect(said(bot, plain)).toBe(1);
});

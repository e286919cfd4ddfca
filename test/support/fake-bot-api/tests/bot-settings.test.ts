import { expect, test } from "vitest";
import { call, refusalOf, startForTest } from "../clients/test-server.ts";

test("menus are kept by scope and language", async () => {
  const api = await startForTest();
  const ana = api.places.person("Ana");
  const march = api.places.supergroup({ title: "March", members: [ana], bot: "member" });
  const set = (commands: unknown, more: object = {}) => refusalOf(api, "setMyCommands", { commands, ...more });
  const here = [{ command: "here", description: "Share a point" }];
  const scope = { type: "chat", chat_id: march.id };
  expect(await set(here)).toBe("accepted");
  expect(await set([{ command: "/hier", description: "Einen Punkt teilen" }], { language_code: "de" })).toBe(
    "accepted",
  );
  expect(await set([], { scope })).toBe("accepted");
  expect(api.menu()).toEqual(here);
  expect(api.menu({}, "de")).toEqual([{ command: "hier", description: "Einen Punkt teilen" }]);
  expect((await call(api, "getMyCommands", { scope: { type: "default" } })).result).toEqual(here);
  expect((await call(api, "getMyCommands", { scope })).result).toEqual([]);
  await call(api, "deleteMyCommands");
  expect(api.menu()).toEqual([]);
});

test("a menu entry must have a name and a description Telegram can show", async () => {
  const api = await startForTest();
  const set = (command: string, description: string, more: object = {}) =>
    refusalOf(api, "setMyCommands", { commands: [{ command, description }], ...more });
  expect(await set("a".repeat(32), "d".repeat(256))).toBe("accepted");
  expect(await set("a".repeat(33), "d")).toBe("Bad Request: command length must not exceed 32");
  expect(await set("a", "d".repeat(257))).toBe("Bad Request: command description length must not exceed 256");
  expect(await set("Here", "d")).toBe("Bad Request: BOT_COMMAND_INVALID");
  expect(await set("", "d")).toBe("Bad Request: command must be non-empty");
  expect(await set("a", " ")).toBe("Bad Request: command description must be non-empty");
  expect(await set("a", "d", { language_code: "german" })).toBe("Bad Request: LANG_CODE_INVALID");
  expect(await set("a", "d", { scope: { type: "everywhere" } })).toBe(
    "Bad Request: can't parse BotCommandScope: Unsupported type specified",
  );
  const many = Array.from({ length: 101 }, (_, i) => ({ command: `a${i}`, description: "d" }));
  expect(await refusalOf(api, "setMyCommands", { commands: many })).toBe("Bad Request: BOT_COMMANDS_TOO_MUCH");
});

test("descriptions are kept by language and have a limit", async () => {
  const api = await startForTest();
  await call(api, "setMyDescription", { description: "Shares positions." });
  await call(api, "setMyShortDescription", { short_description: "Teilt Orte.", language_code: "de" });
  expect(api.profile.descriptions.get("")).toBe("Shares positions.");
  expect(api.profile.shortDescriptions.get("de")).toBe("Teilt Orte.");
  expect((await call(api, "getMyDescription", { language_code: "de" })).result).toEqual({
    description: "Shares positions.",
  });
  const long = { short_description: "a".repeat(121) };
  expect(await refusalOf(api, "setMyShortDescription", long)).toBe("Bad Request: BOT_SHORT_DESCRIPTION_INVALID");
});

test("getMe and getChat say who the bot is and what a room is called", async () => {
  const api = await startForTest({ bot: { username: "march_bot" } });
  const ana = api.places.person("Ana", { username: "ana_l" });
  const march = api.places.supergroup({ title: "March", members: [ana], bot: "member", username: "march" });
  expect((await call(api, "getMe")).result).toMatchObject({ is_bot: true, username: "march_bot" });
  expect((await call(api, "getChat", { chat_id: "@march" })).result).toMatchObject({ id: march.id, title: "March" });
  expect(await refusalOf(api, "getChat", { chat_id: ana.id })).toBe("Bad Request: chat not found");
  expect((await call(api, "getChatMemberCount", { chat_id: march.id })).result).toBe(2);
});

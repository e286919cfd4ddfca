import { expect, test } from "vitest";
import { refusal, resetBefore } from "../../../support/fake-bot-api/http/faults.ts";
import { connect } from "../connect.ts";

const menu = {
  commands: [
    { name: "whereis", summary: "Show where members are", where: "both", adminOnly: false },
    { name: "expiry", summary: "How long positions are kept", where: "room", adminOnly: true },
    { name: "start", summary: "Begin", where: "private", adminOnly: false },
    { name: "here", summary: "Share a position once", where: "room", adminOnly: false },
  ],
  description: "A group shares and requests positions here.",
  shortDescription: "Positions, for a while.",
} as const;

test("each kind of chat is shown what may be said there", async () => {
  const { api, bot } = await connect();
  await bot.publishMenus([menu]);
  const shown = (type: string) => api.menu({ type }).map(({ command }) => command);
  expect(shown("all_private_chats")).toEqual(["whereis", "start"]);
  expect(shown("all_group_chats")).toEqual(["whereis", "here"]);
  expect(shown("all_chat_administrators")).toEqual(["whereis", "expiry", "here"]);
  expect(api.menu({ type: "all_group_chats" })[0]?.description).toBe("Show where members are");
  expect(api.profile.descriptions.get("")).toBe(menu.description);
  expect(api.profile.rights).toMatchObject({ can_delete_messages: true, can_invite_users: false });
  expect(api.profile.shortDescriptions.get("")).toBe(menu.shortDescription);
});

test("what Telegram does not take is left for the next start, quietly, and the rest is shown", async () => {
  const { api, bot, logged } = await connect();
  api.faults.next("setMyCommands", refusal(429, "Too Many Requests: retry after 3600", { retry_after: 3600 }));
  api.faults.next("setMyDescription", resetBefore);
  await bot.publishMenus([menu]);
  expect(api.calls.accepted("setMyCommands")).toHaveLength(2);
  expect(api.profile.shortDescriptions.get("")).toBe(menu.shortDescription);
  expect(logged).toEqual(["debug: Telegram did not take the whole command menu: it is tried again at the next start"]);
});

test("each language has a menu and descriptions of its own, and everybody else those without a language", async () => {
  const { api, bot } = await connect();
  const spanish = {
    ...menu,
    language: "es",
    description: "Aquí un grupo comparte posiciones.",
    commands: [{ name: "whereis", summary: "Dónde están los miembros", where: "both", adminOnly: false }],
  } as const;
  await bot.publishMenus([menu, spanish]);
  expect(api.menu({ type: "all_group_chats" }, "es")).toEqual([
    { command: "whereis", description: "Dónde están los miembros" },
  ]);
  expect(api.menu({ type: "all_group_chats" })).toHaveLength(2);
  expect(api.profile.descriptions.get("es")).toBe(spanish.description);
});

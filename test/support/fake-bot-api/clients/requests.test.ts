import { expect, test } from "vitest";
import { call, startForTest } from "./test-server.ts";

test("the same call in every encoding comes to the same parameters", async () => {
  const api = await startForTest();
  const chat = api.places.privateChat(api.places.person("Ana"));
  const url = `${api.url}/bot${api.token}/SENDMESSAGE`;
  const markup = { inline_keyboard: [[{ text: "A", callback_data: "a" }]] };
  const fields = { chat_id: `${chat.id}`, text: "12", reply_markup: JSON.stringify(markup), protect_content: "true" };
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  const json = { chat_id: chat.id, text: "12", reply_markup: markup, protect_content: true };

  await fetch(url, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(json) });
  await fetch(url, { method: "POST", body: new URLSearchParams(fields) });
  await fetch(url, { method: "POST", body: form });
  await fetch(`${url}?${new URLSearchParams(fields).toString()}`);

  const made = api.calls.accepted("sendMessage");
  expect(made.map(({ encoding }) => encoding)).toEqual(["json", "form", "multipart", "query"]);
  for (const { params } of made) expect(params).toEqual(json);
  expect(api.screen.now(chat)).toHaveLength(4);
});

test("another token, an unknown method and another path are refused as Telegram refuses them", async () => {
  const api = await startForTest();
  const read = async (path: string) => (await fetch(`${api.url}${path}`)).json();
  expect(await read("/bot999:WRONG/getMe")).toEqual({ ok: false, error_code: 401, description: "Unauthorized" });
  expect(await call(api, "getHim")).toEqual({
    ok: false,
    error_code: 404,
    description: "Not Found: method not found",
  });
  expect(await read("/")).toEqual({ ok: false, error_code: 404, description: "Not Found" });
});

test("JSON that does not parse is refused", async () => {
  const api = await startForTest();
  const headers = { "content-type": "application/json" };
  const response = await fetch(`${api.url}/bot${api.token}/getUpdates`, { method: "POST", headers, body: "{" });
  expect(response.status).toBe(400);
  const wrong = await call(api, "setMyCommands", { commands: "[" });
  expect(wrong.description).toBe("Bad Request: can't parse commands JSON object");
});

import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, onTestFinished, test } from "vitest";
import { getUpdates, startForTest } from "./test-server.ts";

// Polls, answers what it is told, and says so; then asks for more without ever getting to confirm, as it hangs for good.
const program = `
  const root = process.env.ROOT;
  const post = async (method, body) => (await (await fetch(root + method, {
    method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) })).json()).result;
  for (;;) {
    for (const { message } of await post("getUpdates", { timeout: 50 })) {
      await post("sendMessage", { chat_id: message.chat.id, text: "Heard: " + message.text });
      await new Promise((resolve) => setInterval(resolve, 2 ** 30));
    }
  }
`;

test("a process that is killed before it confirms leaves the update to the next one, and its answer in the chat", async () => {
  const api = await startForTest();
  const ana = api.places.person("Ana");
  const chat = api.places.privateChat(ana);
  const env = { ROOT: `${api.url}/bot${api.token}/` };
  const child = spawn(process.execPath, ["-e", program], { env, stdio: "ignore" });
  onTestFinished(() => void child.kill("SIGKILL"));
  await api.calls.until(() => api.updates.isPolled());
  api.people.say(ana, chat, "/whereis");
  await api.calls.until(() => api.screen.fromBot(chat).length === 1);
  const ended = once(child, "exit");
  child.kill("SIGKILL");
  await ended;

  expect(api.screen.now(chat).map(({ text }) => text)).toEqual(["/whereis", "Heard: /whereis"]);
  expect((await getUpdates(api))[0]).toMatchObject({ update_id: 1000, message: { text: "/whereis" } });
});

test("a process killed while it waits takes no later update with it", async () => {
  const api = await startForTest();
  const ana = api.places.person("Ana");
  const chat = api.places.privateChat(ana);
  const env = { ROOT: `${api.url}/bot${api.token}/` };
  const child = spawn(process.execPath, ["-e", program], { env, stdio: "ignore" });
  onTestFinished(() => void child.kill("SIGKILL"));
  await api.calls.until(() => api.updates.isPolled());
  child.kill("SIGKILL");
  await api.calls.until(() => !api.updates.isPolled());
  api.people.say(ana, chat, "/whereis");
  expect(await getUpdates(api, { timeout: 50 })).toHaveLength(1);
});

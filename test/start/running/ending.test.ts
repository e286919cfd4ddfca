import { beforeAll, expect, onTestFinished, test, vi } from "vitest";
import { badGateway, hangBefore, unauthorized } from "../../support/fake-bot-api/http/faults.ts";
import { type FakeBotApi, startFakeBotApi } from "../../support/fake-bot-api/start.ts";
import { freshFolder, hangsAfter, startProgram } from "../program.ts";

beforeAll(() => vi.setConfig({ testTimeout: hangsAfter }));

async function startWith(prepare: (api: FakeBotApi) => void) {
  const api = await startFakeBotApi({ now: Date.now });
  onTestFinished(() => api.close());
  prepare(api);
  const folder = await freshFolder();
  const program = startProgram({
    TELEGRAM_BOT_TOKEN: api.token,
    TELEGRAM_API_ROOT: api.url,
    WHEREAT_STORE: `sqlite:${folder}/whereat.db`,
    WHEREAT_KEYS: `file:${folder}/keyring`,
  });
  return { api, program };
}

test.each(["SIGTERM", "SIGINT"] as const)(
  "it ends well at %s while it waits for something to happen",
  async (signal) => {
    const { api, program } = await startWith(() => undefined);
    await api.calls.until(() => api.updates.isPolled());
    await expect.poll(program.stderr, { timeout: 30_000 }).toContain("Telegram: connected as @whereat_bot");
    program.child.kill(signal);
    const { code } = await program.ended;
    expect(code).toBe(0);
    expect(api.updates.isPolled()).toBe(false);
  },
);

test("it ends well though Telegram does not answer, at the start and later", async () => {
  const silent = await startWith((api) => api.faults.always("*", hangBefore));
  await silent.api.calls.until(() => silent.api.faults.hanging() > 0);
  silent.program.child.kill("SIGTERM");
  expect(await silent.program.ended).toMatchObject({ code: 0, signal: null });

  const later = await startWith((api) => api.faults.always("sendMessage", hangBefore));
  const { api } = later;
  const ana = api.places.person("Ana");
  await api.calls.until(() => api.updates.isPolled());
  api.people.say(ana, api.places.privateChat(ana), "/help");
  await api.calls.until(() => api.faults.hanging() > 0);
  later.program.child.kill("SIGTERM");
  expect(await later.program.ended).toMatchObject({ code: 0, signal: null });
});

test("it says once that Telegram cannot be reached, and ends well all the same", async () => {
  const { api, program } = await startWith((fake) => fake.faults.always("*", badGateway));
  await api.calls.until(() => api.calls.refused("getMe").length >= 3);
  program.child.kill("SIGTERM");
  program.child.kill("SIGTERM");
  const { code, stderr } = await program.ended;
  expect(code).toBe(0);
  expect(stderr.match(/cannot be reached/g)).toHaveLength(1);
});

test("when its only token is revoked while it runs, it says so and ends with an error, for whoever watches over it to see", async () => {
  const { api, program } = await startWith(() => undefined);
  await api.calls.until(() => api.updates.isPolled());
  api.faults.always("getUpdates", unauthorized);
  const ana = api.places.person("Ana");
  api.people.say(ana, api.places.privateChat(ana), "/start");
  const { code, stderr } = await program.ended;
  expect(code).toBe(1);
  expect(stderr).toContain("Telegram no longer accepts the bot's token");
});

import { expect, test, vi } from "vitest";
import { maxRenewalsPerHour } from "../../../../../src/bots/matrix/limits.ts";
import { minute, second } from "../../../../../src/lib/time.ts";
import { byCode } from "../../../../support/fake-homeserver/matrix-at-fake.ts";
import { asked, asks, at, atFakeInEachTest, lineWith, patience, provider } from "./login-at-fake.ts";

atFakeInEachTest();

test("a code whose time is over gives way to another one", async () => {
  const started = at.make(byCode).start();
  await lineWith(asks);
  at.clock.now += 20 * minute;
  await lineWith("confirm the code CODE-2");
  provider.decide("confirmed");
  expect(await started).toContain("connected as");
});

/** Ends a start amid its waiting. What a kill leaves is the same: it was stored before it was shown. */
async function endedWhileAsking() {
  const bot = at.make(byCode);
  const started = bot.start().catch(() => undefined);
  await lineWith(asks);
  await bot.stop();
  await started;
}
const devicesAsked = () => asked("/oauth/device").map(({ body }) => String(Object(body).scope).split(":").at(-1));

test("a start that ends before the operator has confirmed leaves its link and code to the next one, and there is one device", async () => {
  await endedWhileAsking();
  at.clock.now += 5 * minute;
  const started = at.make(byCode).start();
  await lineWith(asks, 2);
  expect(at.lines.filter((line) => line.includes(asks))[1]).toContain(
    "confirm the code CODE-1. whereat waits for it; after 15 min",
  );
  provider.decide("confirmed");
  expect(await started).toContain("connected as");
  expect([devicesAsked().length, asked("/oauth/register").length]).toEqual([1, 1]);
  expect(asked("account/whoami").length).toBeGreaterThan(0);
});

test("a code that was confirmed while whereat did not run logs the next start in", async () => {
  await endedWhileAsking();
  provider.decide("confirmed");
  expect(await at.make(byCode).start()).toContain("connected as");
  expect(devicesAsked()).toHaveLength(1);
});

test.each([
  ["is over", () => void (at.clock.now += 20 * minute)],
  ["was turned down", () => provider.decide("denied")],
  [
    "the server has forgotten",
    () => {
      let tries = 0;
      at.homeserver.on(({ path }) =>
        path === "/oauth/token" && ++tries === 1 ? { status: 401, json: { error: "invalid_client" } } : undefined,
      );
    },
  ],
  [
    "was taken for tokens that a kill has lost",
    () => {
      const code = asked("/oauth/token").at(-1)?.body;
      provider.decide("confirmed");
      provider.answer({ path: "/oauth/token", body: code });
    },
  ],
])("a code of an earlier start that %s gives way to another one", async (_, meanwhile) => {
  await endedWhileAsking();
  meanwhile();
  if (_ === "was turned down") await expect(at.make(byCode).start()).rejects.toThrow("turned down");
  const before = asked("/oauth/device").length;
  const started = at.make(byCode).start();
  await vi.waitFor(() => expect(asked("/oauth/device").length).toBe(before + 1), patience);
  await vi.waitFor(() => expect(at.lines.at(-1)).toContain(asks), patience);
  provider.decide("confirmed");
  expect(await started).toContain("connected as");
});

test("a login that is turned down ends the start, in words that say what to do", async () => {
  const started = at.make(byCode).start();
  await lineWith(asks);
  provider.decide("denied");
  await expect(started).rejects.toMatchObject({ name: "BotRefused", message: expect.stringContaining("turned down") });
});

test("the server of the logins may be away while the operator is waited for", async () => {
  let tries = 0;
  at.homeserver.on(({ path }) =>
    path === "/oauth/token" && ++tries < 4 ? { status: 502, text: "<html>" } : undefined,
  );
  const started = at.make(byCode).start();
  await lineWith(asks);
  provider.decide("confirmed");
  expect(await started).toContain("connected as");
  expect(tries).toBeGreaterThan(3);
});

test("a login that another account confirmed is ended at once, and asked for again so often in an hour", async () => {
  at.homeserver.on(({ path }) =>
    path === "account/whoami" ? { json: { user_id: "@operator:fake.test", device_id: "WHEREATX" } } : undefined,
  );
  const started = at.make(byCode).start();
  started.catch(() => undefined);
  for (let n = 1; n <= maxRenewalsPerHour + 1; n++) {
    await lineWith(asks, n);
    provider.decide("confirmed");
  }
  await expect(started).rejects.toThrow("confirmed by another account than MATRIX_USER names");
  expect(at.lines.join("\n")).toContain("that was another account than MATRIX_USER names: log out in that browser");
  expect(asked("/oauth/revoke")).toHaveLength(maxRenewalsPerHour);
  expect(asked("keys/upload")).toEqual([]);
});

test("who is told to ask less often does", async () => {
  const waits: number[] = [];
  let tries = 0;
  at.homeserver.on(({ path }) =>
    path === "/oauth/token" && ++tries === 1 ? { status: 400, json: { error: "slow_down" } } : undefined,
  );
  const started = at.make(byCode, {}, (ms) => void waits.push(ms)).start();
  await lineWith(asks);
  await vi.waitFor(() => expect(tries).toBeGreaterThan(2), patience);
  provider.decide("confirmed");
  await started;
  expect(waits.slice(0, 3)).toEqual([5 * second, 10 * second, 10 * second]);
});

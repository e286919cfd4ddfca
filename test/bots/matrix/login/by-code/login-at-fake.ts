import { beforeAll, beforeEach, expect, vi } from "vitest";
import { readGrant } from "../../../../../src/bots/matrix/login/by-code/kept-grant.ts";
import { type FakeProvider, withProvider } from "../../../../support/fake-homeserver/fake-provider.ts";
import { byCode, type MatrixAtFake, matrixAtFake } from "../../../../support/fake-homeserver/matrix-at-fake.ts";

// A bot that logs in by a code, at a fake homeserver with a fake server of logins; both are new for each test.
export const asks = "to log the bot in, open ";
export let at: MatrixAtFake;
export let provider: FakeProvider;

/** To be called in each file: files that share a worker load this one once. */
export function atFakeInEachTest(): void {
  beforeAll(() => vi.setConfig({ testTimeout: 60_000 }));
  beforeEach(async () => {
    at = await matrixAtFake();
    provider = withProvider(at.homeserver, () => at.clock.now);
  });
}

/** However busy the machine is. */
export const patience = 50_000;
export const lineWith = (words: string, count = 1) =>
  vi.waitFor(
    () => expect(at.lines.filter((line) => line.includes(words)).length).toBeGreaterThanOrEqual(count),
    patience,
  );
export const asked = (path: string) => at.homeserver.asked.filter((one) => one.path === path);
export const refreshes = () => asked("/oauth/token").filter(({ body }) => Object(body).grant_type === "refresh_token");
/** Waits until another access token is kept. */
export const renewed = (first: string | undefined) =>
  vi.waitFor(async () => {
    const access = (await readGrant(at.disk.keep))?.access;
    expect(access).toBeDefined();
    expect(access).not.toBe(first);
  }, patience);
/** A start in which the operator confirms the code. */
export async function startConfirmed() {
  const before = at.lines.filter((line) => line.includes(asks)).length;
  const bot = at.make(byCode);
  const started = bot.start();
  await lineWith(asks, before + 1);
  provider.decide("confirmed");
  return { bot, said: await started };
}
/** What a request of the homeserver is answered by a bot that has just polled it. */
export const syncedBy = (token: string | undefined) =>
  at.homeserver.wasAsked(({ path, authorization }) => path === "sync" && authorization === `Bearer ${token}`);

import { expect, test } from "vitest";
import { createGrantTokens, grantOf } from "../../../../../src/bots/matrix/login/by-code/grant-tokens.ts";
import { readGrant, writeGrant } from "../../../../../src/bots/matrix/login/by-code/kept-grant.ts";
import { createOAuthClient } from "../../../../../src/bots/matrix/login/by-code/oauth-client.ts";
import { findLogins } from "../../../../../src/bots/matrix/login/server-logins.ts";
import { askByTokens } from "../../../../../src/bots/matrix/login/tokens.ts";
import { StoreError } from "../../../../../src/core/model/errors.ts";
import { day, instant, minute, second } from "../../../../../src/lib/time.ts";
import type { Reply } from "../../../../support/fake-homeserver/fake-homeserver.ts";
import { createFakeProvider } from "../../../../support/fake-homeserver/fake-provider.ts";
import { refusal } from "../../fake/fake-account.ts";

const homeserver = new URL("http://fake.test");
const revoked = { code: "M_UNKNOWN_TOKEN", status: 401 };

/** A login by code that was confirmed, with the server in memory, and kills. */
async function confirmed(how: { lasts?: number; revokesReuse?: boolean } = {}) {
  const clock = { now: 1_800_000_000_000 };
  const now = () => instant(clock.now);
  const provider = createFakeProvider("http://fake.test", now);
  Object.assign(provider.how, how);
  const kept = new Map<string, string>();
  const faults = { write: false, answer: undefined as Reply | undefined, asked: 0 };
  const keep = {
    get: async (name: string) => kept.get(name),
    async set(name: string, text: string) {
      if (faults.write) throw new StoreError("away");
      kept.set(name, text);
    },
  };
  const fetch = async (_label: string, url: string, { body }: { body?: unknown }) => {
    faults.asked++;
    const form = Object.fromEntries(new URLSearchParams(String(body)));
    const reply = faults.answer ?? provider.answer({ path: new URL(url).pathname, body: form });
    if (reply?.cut) throw refusal(undefined, "UND_ERR_SOCKET");
    const headers = { "content-type": "application/json" };
    return new Response(reply?.text ?? JSON.stringify(reply?.json), { status: reply?.status ?? 200, headers });
  };
  const metadata = Object(provider.answer({ path: "/_matrix/client/v1/auth_metadata", body: undefined })).json;
  const { byCode } = await findLogins(async () => metadata, homeserver);
  if (!byCode) throw new Error("no login by code");
  const client = createOAuthClient(byCode, "client", fetch, homeserver);
  const code = await client.askForCode("urn:matrix:client:device:D");
  provider.decide("confirmed");
  const given = await client.fetchTokens(code);
  if (typeof given === "string") throw new Error(given);
  await writeGrant(keep, grantOf("client", given, now()));
  /** The program, as it begins with what is kept. */
  const start = async () => {
    const grant = await readGrant(keep);
    if (!grant) throw new Error("no login is kept");
    return createGrantTokens(grant, { client, keep, now });
  };
  const refreshes = () => (provider.counts["/oauth/token"] ?? 0) - 1;
  return { clock, provider, keep, faults, start, refreshes };
}

test.each([
  [300, 4 * minute],
  [20, 15 * second],
  [3600, 59 * minute],
])("a token of %i s is renewed a minute before it ends, or in its last quarter", async (lasts, renewedAt) => {
  const { clock, start, refreshes } = await confirmed({ lasts });
  const tokens = await start();
  const first = await tokens.current();
  clock.now += renewedAt - 1;
  expect([await tokens.current(), refreshes()]).toEqual([first, 0]);
  clock.now += 1;
  expect(await tokens.current()).not.toBe(first);
  expect(refreshes()).toBe(1);
});

test("of many that need a token at once, one renews it", async () => {
  const { clock, start, refreshes } = await confirmed();
  const tokens = await start();
  clock.now += 5 * minute;
  const got = await Promise.all(Array.from({ length: 20 }, () => tokens.current()));
  expect([new Set(got).size, refreshes()]).toEqual([1, 1]);
});

test("a token that was refused is renewed once, for all whose request it was", async () => {
  const { start, refreshes } = await confirmed();
  const tokens = await start();
  const first = await tokens.current();
  const got = await Promise.all([tokens.instead(first), tokens.instead(first)]);
  expect(await tokens.instead(first)).toBe(got[0]);
  expect([new Set(got).size, refreshes()]).toEqual([1, 1]);
});

test("new tokens are used only once they are durable, and are not asked for again because they were not", async () => {
  const { clock, faults, start, refreshes } = await confirmed();
  const tokens = await start();
  const first = await tokens.current();
  faults.write = true;
  clock.now += 4 * minute;
  expect(await tokens.current()).toBe(first);
  clock.now += minute;
  await expect(tokens.current()).rejects.toMatchObject({ code: "NOT_STORED", status: undefined });
  faults.write = false;
  const next = await tokens.current();
  expect([next === first, refreshes()]).toEqual([false, 1]);
  expect(await (await start()).current()).toBe(next);
});

test("a kill after the new tokens are stored never ends the login, also where the server revokes on reuse", async () => {
  const { clock, provider, start } = await confirmed({ revokesReuse: true });
  for (let n = 0; n < 20; n++) {
    clock.now += 5 * minute;
    expect(provider.isGood(await (await start()).current())).toBe(true);
  }
});

test("a kill between the server's answer and the disk ends no login where the old refresh token is taken until the new one is used", async () => {
  const { clock, faults, provider, start } = await confirmed();
  faults.write = true;
  clock.now += 5 * minute;
  await expect((await start()).current()).rejects.toMatchObject({ code: "NOT_STORED" });
  faults.write = false;
  expect(provider.isGood(await (await start()).current())).toBe(true);
});

test("where the server revokes on reuse, such a kill ends the login, and that is told as an end", async () => {
  const { clock, faults, start } = await confirmed({ revokesReuse: true });
  faults.write = true;
  clock.now += 5 * minute;
  await expect((await start()).current()).rejects.toMatchObject({ code: "NOT_STORED" });
  faults.write = false;
  await expect((await start()).current()).rejects.toMatchObject(revoked);
});

test.each<[string, Reply]>([
  ["there is no answer", { cut: "before" }],
  ["the answer is no JSON", { text: "<html>" }],
  ["the answer holds no token", { json: { token_type: "Bearer" } }],
])(
  "while %s, the token is used to its end, nothing is asked more often than each five seconds, and then the failure is told",
  async (_, answer) => {
    const { clock, faults, provider, start } = await confirmed();
    const tokens = await start();
    const first = await tokens.current();
    faults.answer = answer;
    const before = faults.asked;
    for (clock.now += 4 * minute; provider.isGood(first); clock.now += second)
      expect(await tokens.current()).toBe(first);
    expect(faults.asked - before).toBe(12);
    await expect(tokens.current()).rejects.toMatchObject({ name: "MatrixRequestError" });
    faults.answer = undefined;
    expect(provider.isGood(await tokens.current())).toBe(true);
  },
);

test("a client that the server has forgotten is a login that has ended", async () => {
  const { faults, start } = await confirmed();
  const tokens = await start();
  faults.answer = { status: 401, json: { error: "invalid_client" } };
  await expect(tokens.instead(await tokens.current())).rejects.toMatchObject(revoked);
});

test("a request that was refused for its token is made again with a new one, and once only", async () => {
  const { provider, start } = await confirmed();
  const used: string[] = [];
  const ask = askByTokens(
    (token) => async () => {
      used.push(token);
      throw refusal(401, "M_UNKNOWN_TOKEN");
    },
    await start(),
  );
  await expect(ask("GET", { path: "/sync", label: "sync" })).rejects.toMatchObject(revoked);
  expect([used.length, new Set(used).size, provider.isGood(used[1] ?? "")]).toEqual([2, 2, true]);
});

test("tokens of five minutes last for thirty days, with a kill at any moment of a renewal and a server that is away by turns", async () => {
  const { clock, faults, provider, start, refreshes } = await confirmed();
  let seed = 7;
  const chance = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
  const end = clock.now + 30 * day;
  let tokens = await start();
  let [kills, away] = [0, 0];
  while (clock.now < end) {
    clock.now += Math.ceil(chance() * 90 * second);
    faults.answer = chance() < 0.02 ? { cut: "before" } : undefined;
    faults.write = chance() < 0.02;
    const token = await tokens.current().catch((error: unknown) => {
      expect(error).not.toMatchObject(revoked);
      away++;
      return undefined;
    });
    if (token !== undefined) expect(provider.isGood(token)).toBe(true);
    if (chance() < 0.02) {
      faults.write = false;
      tokens = await start();
      kills++;
    }
  }
  [faults.answer, faults.write] = [undefined, false];
  expect(provider.isGood(await tokens.current())).toBe(true);
  expect(refreshes()).toBeGreaterThan((30 * day) / (5 * minute) / 2);
  expect([kills > 500, away > 0]).toEqual([true, true]);
}, 120_000);

import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { maxDeclinedPerHour, maxFlowId, verificationTime } from "../../../../../src/bots/matrix/limits.ts";
import { hour } from "../../../../../src/lib/time.ts";
import { type BotAtFake, botAtFake, untilGivenUp } from "../../../../support/fake-homeserver/bot-at-fake.ts";
import { botId } from "../../../../support/fake-homeserver/fake-homeserver.ts";
import { type OtherSession, otherSession } from "../../../../support/fake-homeserver/other-session.ts";

const patience = 50_000;
const enough = { device_one_time_keys_count: { signed_curve25519: 50 } };
const unasked = "somebody asked to verify the bot's device, and nobody had asked for that here";
let at: BotAtFake;
let other: OtherSession;
let syncs: number;

beforeAll(() => vi.setConfig({ testTimeout: 60_000 }));
beforeEach(async () => {
  at = await botAtFake(untilGivenUp);
  other = await otherSession(at.homeserver);
  syncs = 0;
  void at.receive();
});
afterEach(() => at.leave());

/** A sync with these to-device events, until it is taken in. */
async function delivers(events: readonly object[], changed: readonly string[] = []) {
  const token = `s${++syncs}`;
  at.homeserver.happens(token, {}, { to_device: { events }, device_lists: { changed }, ...enough });
  await at.until(`token ${token}`);
}
const cancels = () =>
  at.homeserver.asked.filter(({ path }) => path.startsWith("sendToDevice/m.key.verification.cancel"));

/** Somebody at the terminal, who is asked once. */
function atTerminal(answer: string) {
  const lines: string[] = [];
  const ending = new AbortController();
  const ask = async <T>(question: string, read: (given: string) => T | Promise<T>) => {
    lines.push(question);
    return read(answer);
  };
  const verified = at.bot.verify({ say: (line) => void lines.push(line), ask }, ending.signal);
  return { lines, verified, ending };
}

/** Lets both sides say what they have to say until something holds. */
async function talkUntil(holds: () => boolean) {
  for (let turn = 0; turn < 200 && !holds(); turn++) {
    await other.hears();
    const said = other.says();
    if (said.length > 0) await delivers(said);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  expect(holds()).toBe(true);
}
const botDevice = () => at.bot.deviceId;
const askedFor = () => delivers([], []).then(async () => delivers([await other.asks(botDevice())], [botId]));

/** The other session asks, the bot accepts, and both can show emoji. */
async function untilShown(lines: readonly string[]) {
  await askedFor();
  await talkUntil(() => at.homeserver.asked.some(({ path }) => path.includes("m.key.verification.ready")));
  await other.hears();
  await other.starts();
  await talkUntil(() => lines.some((line) => line.includes("seven emoji")));
}

test("a session of the account verifies the device when it is asked for here: both show the same seven emoji, and trust each other then", async () => {
  const { lines, verified } = atTerminal("yes");
  await untilShown(lines);
  await talkUntil(() => other.emoji() !== undefined);
  const shown = lines.find((line) => line.includes("seven emoji")) ?? "";
  expect(other.emoji()).toHaveLength(7);
  expect(shown).toContain(other.emoji()?.join("   "));
  await other.confirms();
  await talkUntil(() => other.isDone() && lines.some((line) => line.startsWith("Verified")));
  expect(await verified).toBe(true);
  expect(await other.trusts(botDevice())).toBe(true);
  const signed = at.homeserver.asked.filter(({ path }) => path === "keys/signatures/upload").at(-1);
  expect(Object.keys(Object(signed?.body)[botId])).toContain("ELEMENT");
});

test("when the emoji differ, nobody trusts anybody, and both are told", async () => {
  const { lines, verified } = atTerminal("no");
  await untilShown(lines);
  await talkUntil(() => other.cancelled() !== undefined);
  expect(await verified).toBe(false);
  expect(other.cancelled()).toBe("m.mismatched_sas");
  expect(lines.at(-1)).toContain("The emoji were not the same");
});

test("a request that nobody asked for here is declined, with a word in the log", async () => {
  await askedFor();
  await vi.waitFor(() => expect(cancels()).toHaveLength(1), patience);
  await other.hears();
  expect(other.cancelled()).toBe("m.user");
  expect(at.lines.filter((line) => line.includes(unasked))).toHaveLength(1);
  expect(at.homeserver.asked.some(({ path }) => path.includes("verification.ready"))).toBe(false);
});

test("a request of another user is declined, also while one of the account is waited for", async () => {
  const { lines } = atTerminal("yes");
  const content = { from_device: "THEIRS", transaction_id: "flow", methods: ["m.sas.v1"], timestamp: at.clock.now };
  await delivers([{ type: "m.key.verification.request", sender: "@eve:fake.test", content }]);
  await vi.waitFor(() => expect(cancels()).toHaveLength(1), patience);
  expect(cancels()[0]?.body).toEqual({
    messages: { "@eve:fake.test": { THEIRS: { transaction_id: "flow", code: "m.user", reason: "not asked for" } } },
  });
  expect(lines).toHaveLength(1);
});

test("so many requests are declined in an hour, and further ones are left alone until it is over", async () => {
  const request = (flow: string) => ({
    type: "m.key.verification.request",
    sender: "@eve:fake.test",
    content: { from_device: "THEIRS", transaction_id: flow },
  });
  const flows = Array.from({ length: maxDeclinedPerHour + 5 }, (_, n) => request(`flow-${n}`));
  await delivers(flows);
  await vi.waitFor(() => expect(cancels()).toHaveLength(maxDeclinedPerHour), patience);
  at.clock.now += hour;
  await delivers([request("x".repeat(maxFlowId + 1)), request("x".repeat(maxFlowId))]);
  await vi.waitFor(() => expect(cancels()).toHaveLength(maxDeclinedPerHour + 1), patience);
});

test("a verification that the other session ends is over here, too", async () => {
  const { lines, verified } = atTerminal("yes");
  await askedFor();
  await talkUntil(() => at.homeserver.asked.some(({ path }) => path.includes("m.key.verification.ready")));
  await other.hears();
  other.cancels();
  await delivers(other.says());
  expect(await verified).toBe(false);
  expect(lines.at(-1)).toBe("The other session has ended it. Nothing was changed.");
});

test("whoever ends it here has the other session told", async () => {
  const { verified, ending } = atTerminal("yes");
  await askedFor();
  await talkUntil(() => at.homeserver.asked.some(({ path }) => path.includes("m.key.verification.ready")));
  ending.abort();
  expect(await verified).toBe(false);
  await other.hears();
  expect(other.cancelled()).toBe("m.user");
});

test("one that nobody begins is over after ten minutes, and a second terminal is turned away meanwhile", async () => {
  await at.leave();
  const waits: number[] = [];
  let over = () => {};
  at = await botAtFake((ms, signal) => {
    waits.push(ms);
    return new Promise((resolve) => {
      over = resolve;
      signal?.addEventListener("abort", () => resolve());
    });
  });
  const first = atTerminal("yes");
  const second = atTerminal("yes");
  expect([await second.verified, second.lines]).toEqual([false, [expect.stringContaining("in another terminal")]]);
  expect(waits).toContain(verificationTime);
  over();
  expect([await first.verified, first.lines.at(-1)]).toEqual([false, expect.stringContaining("Nothing was changed")]);
});

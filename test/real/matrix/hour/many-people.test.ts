import { afterAll, expect, test } from "vitest";
import { hour, minute, second } from "../../../../src/lib/time.ts";
import { startFailingProxy } from "../../../support/homeserver/failing-proxy.ts";
import { startHomeserver } from "../../../support/homeserver/homeserver.ts";
import { startProduct } from "../product/product.ts";
import { bodyOf, createCrowd, holdsPosition, isGone, type Raw, repliesTo, type Somebody, until } from "./crowd.ts";

/** Every five seconds, as phones do, is 36,000 events: HOUR_EVERY=5. */
const every = Number(process.env["HOUR_EVERY"] ?? 120) * second;
const count = Number(process.env["HOUR_PEOPLE"] ?? 50);
const questions = 60;

const ends: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const end of ends.toReversed()) await end();
});

const uriOf = (person: number, step: number) => `geo:52.${500 + person}${step % 10},13.4;u=10`;

test(`in an hour of ${count} people who share live and ask ${questions} times in a tidy room, no phone rings, and five seconds after the end nothing that the bot said holds a position; also where it was down then`, async () => {
  const homeserver = await startHomeserver();
  ends.push(() => homeserver.stop());
  const proxy = await startFailingProxy(homeserver.url);
  ends.push(() => proxy.stop());
  const bot = await startProduct(proxy.url, "whereat", { timeStands: true });
  ends.push(() => bot.stop());
  const crowd = await createCrowd(homeserver.url, bot, count);
  const { people, says, isHandled, ofBot, rings } = crowd;
  await crowd.isGreeted();
  await isHandled(await says(people[0]!, "!setup tidy on"));
  const before = new Set((await ofBot()).map(({ event_id }) => event_id));

  let limited = 0;
  let asked = 0;
  proxy.decide((method, path) => {
    // As a homeserver does that is asked too much: now one send and one deletion, and now another.
    if (method !== "PUT" || !/\/(send|redact)\//.test(path) || ++asked % 9 !== 0) return "pass";
    limited += 1;
    return { status: 429, body: JSON.stringify({ errcode: "M_LIMIT_EXCEEDED", error: "wait", retry_after_ms: 100 }) };
  });

  /** All that was ever said, as it was said: what is redacted later is empty then. */
  const heard = new Map<string, Raw>();
  const hears = async () => {
    for (const event of await ofBot()) if (!heard.has(event.event_id)) heard.set(event.event_id, event);
  };

  async function share(length: number): Promise<string[]> {
    const begun: string[] = [];
    for (const who of people) begun.push(await crowd.shares(who, length));
    return begun;
  }
  async function move(shares: readonly string[], step: number) {
    const moved: string[] = [];
    for (const [index, share] of shares.entries())
      moved.push(await crowd.isAt(people[index]!, share, uriOf(index, step)));
    await isHandled(...moved);
  }
  async function ask(who: Somebody, tries = 10) {
    const question = await says(who, "!whereis");
    await isHandled(question);
    // Where it was told to wait, it goes on when time has gone by.
    for (let time = 0; time < tries && !(await isAnswered(question)); time += 1) await bot.pass(second, second);
    expect(await isAnswered(question)).toBe(true);
  }
  async function isAnswered(question: string) {
    await hears();
    return [...heard.values()].some((event) => repliesTo(event) === question && bodyOf(event) !== "");
  }
  const standing = async () => (await ofBot()).filter((event) => !isGone(event) && holdsPosition(event));

  const began = bot.now();
  const shares = await share(hour);
  const steps = hour / every;
  for (let step = 0, turn = 0; step < steps - 1; step += 1) {
    await move(shares, step);
    for (; turn < (questions * (step + 1)) / (steps - 1); turn += 1) await ask(people[turn % count]!);
    await bot.pass(every, Math.min(every, 5 * second));
  }
  await hears();
  expect((await standing()).length).toBeGreaterThan(0);
  expect(limited).toBeGreaterThan(5);
  const said = [...heard.values()].filter(({ event_id }) => !before.has(event_id));
  expect(said.filter(holdsPosition).length).toBeGreaterThan(questions / 2);
  expect(said.filter(rings)).toEqual([]);
  // Somebody's own words do ring.
  await says(people[1]!, "Hello.");
  expect((await crowd.read()).filter((event) => rings(event)).map(bodyOf)).toContain("Hello.");

  // Limits are lifted: with them, it goes as fast as they allow.
  proxy.decide(() => "pass");
  while (bot.now() < began + hour) await bot.pass(second, second);
  const over = performance.now();
  await bot.pass(5 * second, second);
  expect(await standing()).toEqual([]);
  console.info(`after the end: ${Math.round(performance.now() - over)} ms until nothing was left`);
  await bot.pass(20 * minute, minute);
  const left = (await ofBot()).filter((event) => !isGone(event) && event.type === "m.room.message");
  expect(left.filter(({ event_id }) => !before.has(event_id)).length).toBeLessThanOrEqual(2);

  // The bot is down when it ends.
  const again = await share(10 * minute);
  await move(again, 3);
  await ask(people[0]!);
  await ask(people[1]!);
  expect((await standing()).length).toBeGreaterThan(0);
  await bot.isDownFor(30 * minute);
  await bot.pass(5 * second, second);
  await until(async () => (await standing()).length === 0);
}, 3_600_000);

import { afterAll, expect, test } from "vitest";
import { hour } from "../../../../src/lib/time.ts";
import { startHomeserver } from "../../../support/homeserver/homeserver.ts";
import { startProduct } from "../product/product.ts";
import { bodyOf, createCrowd, holdsPosition, isGone, type Raw, repliesTo, until } from "./crowd.ts";

const ends: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const end of ends.toReversed()) await end();
});

/** What Synapse allows an account where nobody has set anything: ten at once, then one in five seconds. */
const limits = "{per_second: 0.2, burst_count: 10}";

test("at Synapse's default limits, the answers that hold a position go as fast as it allows when a share ends, the newest first", async () => {
  const homeserver = await startHomeserver(`rc_message: ${limits}\nrc_admin_redaction: ${limits}\n`);
  ends.push(() => homeserver.stop());
  const bot = await startProduct(homeserver.url, "whereat");
  ends.push(() => bot.stop());
  const crowd = await createCrowd(homeserver.url, bot, 12);
  const [sharer, ...askers] = crowd.people;
  await crowd.isGreeted();
  const share = await crowd.shares(sharer!, hour);
  await crowd.isHandled(await crowd.isAt(sharer!, share, "geo:52.5001,13.4;u=10"));
  const questions: string[] = [];
  for (const asker of askers) questions.push(await crowd.says(asker, "!whereis"));
  const answers = async () => (await crowd.ofBot()).filter((event) => questions.includes(repliesTo(event)));
  await until(async () => (await answers()).length === askers.length);
  const standing = async () => (await answers()).filter((event) => !isGone(event) && holdsPosition(event));
  expect(await standing()).toHaveLength(askers.length);
  const said = (await standing()).map(({ event_id }) => event_id);

  const over = performance.now();
  await crowd.shares(sharer!, hour, false);
  await until(async () => (await standing()).length === 0);
  const seconds = (performance.now() - over) / 1000;
  console.info(`${said.length} answers went in ${Math.round(seconds)} s`);
  // One in five seconds, and whatever is left of the ten at once.
  expect(seconds).toBeLessThan(said.length * 5 + 30);
  const redacts = (event: Raw) => event.redacts ?? String(event.content["redacts"]);
  const gone = (await crowd.ofBot()).flatMap((event) => (event.type === "m.room.redaction" ? redacts(event) : []));
  const order = gone.filter((id) => said.includes(id)).map((id) => said.indexOf(id));
  // Which is first was decided when the first of them was due.
  expect(order.slice(1)).toEqual(order.slice(1).toSorted((one, other) => other - one));
  expect((await answers()).map(bodyOf).join("")).toBe("");
}, 1_200_000);

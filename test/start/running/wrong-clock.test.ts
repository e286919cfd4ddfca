import { expect, test } from "vitest";
import { hour, minute, second } from "../../../src/lib/time.ts";
import { machineWithClock } from "./machine-with-clock.ts";

test.each([
  ["ahead", 6 * minute],
  ["ahead", 3 * hour],
  ["behind", -6 * minute],
])("a machine that is %s by %i ms hears questions, and shows a position for as long as it is kept", async (_, by) => {
  const { share, asks, pass, logged } = await machineWithClock(by);
  share(hour);
  expect(await asks()).toContain("Ana is at 52.52000");
  pass(4 * minute);
  expect(await asks()).toContain("4 minutes ago");
  expect(logged()[0]).toContain("set it right");
  // The same is in the health of the program, once it has lasted.
  for (const line of logged()) expect(line).toContain("set it right");
});

test("a clock that is an hour ahead for three seconds makes nobody unheard", async () => {
  const { api, ana, march, share, asks, setClock, pass, logged } = await machineWithClock(0);
  setClock(hour);
  // What is said in this moment may be unheard.
  const polls = () => api.calls.all.filter(({ method }) => method === "getUpdates").length;
  const before = polls();
  api.people.say(ana, march, `/whereis@${api.bot.username}`);
  await api.calls.until(() => polls() > before && api.updates.isPolled());
  pass(3 * second);
  setClock(0);
  pass(10 * minute);
  share(hour);
  expect(await asks()).toContain("Ana is at 52.52000");
  expect(logged()).not.toEqual([]);
});

test("behind a Bot API server of one's own on the same machine, the time that people's messages have is believed", async () => {
  const { asks, pass, api, march, ana, logged } = await machineWithClock(6 * minute, true);
  api.people.say(ana, march, "hello");
  pass(2 * second);
  await expect.poll(logged).toHaveLength(1);
  expect(await asks()).toContain("Nobody shares");
});

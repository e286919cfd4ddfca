import { expect, test } from "vitest";
import { boardEvery } from "../../../../src/core/model/limits.ts";
import { hour, minute, second } from "../../../../src/lib/time.ts";
import { tooManyRequests } from "../../../support/fake-bot-api/http/faults.ts";
import { placeOf, startBoard } from "./board-march.ts";

test("in an hour of 50 people who share every five seconds and ask 60 times, one board stands, is edited four times a minute at most, and no phone rings", async () => {
  const { api, core, people, group, lives, standing, boards, withPositions, sent, edits, settle } = await startBoard({
    people: 50,
    period: 3620,
  });
  const asker = (turn: number) => people[turn % people.length]!;
  let busiest = 0;
  for (let step = 0; step < 719; step += 1) {
    for (const [index, live] of lives.entries()) api.live.move(live, placeOf(index + step / 1000));
    if (step % 12 === 5) api.people.say(asker(step), group, "/whereis");
    if (step % 90 === 40) api.faults.next("editMessageText", tooManyRequests(20));
    if (step % 90 === 80) api.faults.next("sendMessage", tooManyRequests(5));
    await settle();
    for (let tick = 0; tick < 5; tick += 1) {
      api.pass(second);
      await core.tick();
      await core.idle();
    }
    busiest = Math.max(busiest, boards().length);
  }
  expect(busiest).toBe(1);
  // What is left of the hour: the word that an admin changed something, and the board.
  expect(standing().length).toBeLessThanOrEqual(2);
  expect(boards()[0]?.text).toMatch(/25\W* people/);
  const times = edits().map(({ at: time }) => time);
  for (const time of times)
    expect(times.filter((other) => other >= time && other < time + minute).length).toBeLessThanOrEqual(4);
  expect(times.length).toBeGreaterThan(hour / minute);
  expect(Math.max(...times.map((time, index) => time - (times[index - 1] ?? time)))).toBeLessThan(boardEvery + minute);
  expect(sent().filter(({ params }) => params.disable_notification !== true)).toEqual([]);
  expect(api.calls.refused().length).toBeGreaterThan(10);

  const ended = (lives[0]!.date + 3620) * second;
  while (api.world.now() < ended + 5 * second) {
    api.pass(second);
    await core.tick();
    await core.idle();
  }
  expect(withPositions()).toEqual([]);
}, 900_000);

import { expect, test } from "vitest";
import { createNetworkClock } from "../../src/bots/network-clock.ts";
import { type MessageRef, personId, shareId } from "../../src/core/model/ids.ts";
import type { CommandIncoming, PositionIncoming } from "../../src/core/model/incoming.ts";
import { createLog } from "../../src/lib/log.ts";
import { hour, instant, minute, second } from "../../src/lib/time.ts";

const truth = Date.UTC(2026, 10, 23, 18);
const from = { person: personId("telegram", "ana") };
const message = "1" as MessageRef;

function machine(ahead: number) {
  let own = truth + ahead;
  const logged: string[] = [];
  const log = createLog("info", (line) => logged.push(line));
  const clock = createNetworkClock("telegram", { now: () => instant(own), log });
  return {
    clock,
    logged,
    own: () => instant(own),
    /** an answer that came as soon as it was asked for */
    hears: (says: number) => clock.heard(instant(says), instant(own)),
    setClock: (to: number) => void (own = truth + to),
  };
}
const command = (sentAt: number): CommandIncoming => ({
  kind: "command",
  id: "1",
  from,
  name: "whereis",
  argument: "",
  mentions: [],
  sentAt: instant(sentAt),
  message,
});
const live: PositionIncoming = {
  kind: "position",
  from,
  share: shareId("telegram", "1"),
  live: true,
  position: { latitude: 52.52, longitude: 13.405, at: instant(truth) },
  startedAt: instant(truth - minute),
  until: instant(truth + hour),
  first: false,
  message,
};

test.each([
  ["ahead of", 6 * minute],
  ["behind", -6 * minute],
])(
  "on a machine that is %s the network, what the network tells is taken by our time, and the log says so once",
  (how, by) => {
    const { clock, hears, logged } = machine(by);
    for (let i = 0; i < 3; i++) hears(truth);
    expect(clock.now()).toBe(truth);
    expect(clock.toTheirs(instant(truth + by))).toBe(truth);
    expect(clock.toOurs(command(truth)).sentAt).toBe(truth + by);
    const { position, startedAt, until } = clock.toOurs(live);
    expect([position.at, startedAt, until]).toEqual([truth + by, truth + by - minute, truth + by + hour]);
    expect(logged).toEqual([
      `warn: telegram: this machine's clock is 6 min ${how} the network's: set it right; until then, times are the network's`,
    ]);
  },
);

test.each([29 * second, -29 * second, 0])("clocks that differ by %i ms agree, and nothing is moved", (by) => {
  const { clock, hears, own, logged } = machine(by);
  hears(truth);
  clock.heardNews(instant(truth), own());
  expect(clock.toOurs(live)).toBe(live);
  expect(clock.toOurs(command(truth))).toEqual(command(truth));
  expect(logged).toEqual([]);
});

test("what differs by less than half a minute from what was found before moves no time: a share keeps its end", () => {
  const { clock, hears, setClock } = machine(6 * minute);
  hears(truth);
  const { until } = clock.toOurs(live);
  setClock(6 * minute + 20 * second);
  hears(truth);
  expect(clock.toOurs(live).until).toBe(until);
});

test("a clock that was set right again is noticed", () => {
  const { clock, hears, logged, setClock } = machine(hour);
  hears(truth);
  setClock(0);
  hears(truth);
  expect(clock.toOurs(command(truth)).sentAt).toBe(truth);
  expect(logged.at(-1)).toBe("telegram: this machine's clock and the network's agree again");
});

test("where the network's server is wrong as this machine is, what people say there tells the time", () => {
  const { clock, hears, own, logged } = machine(6 * minute);
  hears(truth + 6 * minute);
  expect(clock.toOurs(command(truth)).sentAt).toBe(truth);
  clock.heardNews(instant(truth), own());
  hears(truth + 6 * minute);
  expect(clock.toOurs(command(truth)).sentAt).toBe(truth + 6 * minute);
  expect(logged).toHaveLength(1);
});

test.each([Number.NaN, 0, Date.UTC(1970), Date.UTC(9999)])("a server that says %s has no clock", (says) => {
  const { clock, hears, own, logged } = machine(0);
  hears(says);
  clock.heardNews(instant(says), own());
  expect(clock.toOurs(command(truth)).sentAt).toBe(truth);
  expect(logged).toEqual([]);
});

test("an answer that took long tells no more than that it said the time meanwhile", () => {
  const { clock, own, logged, setClock } = machine(0);
  const asked = own();
  setClock(hour);
  for (const says of [truth, truth + minute, truth + hour]) clock.heard(instant(says), asked);
  clock.heardNews(instant(truth + minute), asked);
  expect(clock.now()).toBe(truth + hour);
  expect(logged).toEqual([]);
  clock.heard(instant(truth - minute), asked);
  expect(logged).toHaveLength(1);
});

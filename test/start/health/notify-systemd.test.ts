import { expect, test } from "vitest";
import { second } from "../../../src/lib/time.ts";
import type { Health, Line } from "../../../src/start/health/judge.ts";
import { createSystemdNotify } from "../../../src/start/health/notify-systemd.ts";

const good: Line = { about: "telegram", facts: "", wrong: [] };
const bad: Line = { about: "store", facts: "", wrong: ["nothing can be written"] };
const health = (lines: Line[], hangs = false): Health => ({ isGood: lines.includes(bad), asks: false, hangs, lines });

function watched(environment = { NOTIFY_SOCKET: "/run/notify", WATCHDOG_USEC: "180000000" }) {
  let elapsed = 1000;
  const said: (readonly string[])[] = [];
  let fails = false;
  const run = async (words: readonly string[]) => {
    if (fails) throw new Error("no systemd");
    said.push(words);
  };
  const systemd = createSystemdNotify(environment, () => elapsed, run);
  return { systemd, said, pass: (time: number) => void (elapsed += time), fail: (is: boolean) => void (fails = is) };
}

test("systemd hears once that it is ready, a line when something changes, and each third of the watchdog's time that nothing hangs", async () => {
  const { systemd, said, pass } = watched();
  await systemd?.tell(health([good]));
  pass(second);
  await systemd?.tell(health([good]));
  pass(second);
  await systemd?.tell(health([good, bad]));
  pass(60 * second);
  await systemd?.tell(health([good, bad]));
  await systemd?.stopping();
  expect(said).toEqual([
    ["--status=telegram: good", "--ready", "WATCHDOG=1"],
    ["--status=telegram: good, store: bad"],
    ["WATCHDOG=1"],
    ["STOPPING=1"],
  ]);
});

test("while something hangs, the watchdog is not fed, and when it goes on, it is fed at once", async () => {
  const { systemd, said, pass } = watched();
  await systemd?.tell(health([good]));
  pass(200 * second);
  await systemd?.tell(health([good], true));
  expect(said).toHaveLength(1);
  await systemd?.tell(health([good]));
  expect(said.at(-1)).toEqual(["WATCHDOG=1"]);
});

test("what could not be told is told again", async () => {
  const { systemd, said, fail } = watched();
  fail(true);
  await expect(systemd?.tell(health([good]))).rejects.toThrow();
  fail(false);
  await systemd?.tell(health([good]));
  expect(said).toEqual([["--status=telegram: good", "--ready", "WATCHDOG=1"]]);
});

test("without systemd nothing is told, and without a watchdog nothing is fed", async () => {
  expect(createSystemdNotify({}, () => 0)).toBeUndefined();
  const { systemd, said } = watched({ NOTIFY_SOCKET: "/run/notify" } as never);
  await systemd?.tell(health([good]));
  await systemd?.tell(health([good]));
  expect(said).toHaveLength(1);
});

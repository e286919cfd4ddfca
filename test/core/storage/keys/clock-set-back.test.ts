import { expect, test } from "vitest";
import type { CircleId } from "../../../../src/core/model/ids.ts";
import type { RecordKey } from "../../../../src/core/model/ports.ts";
import { recordKeys } from "../../../../src/core/storage/records/record-keys.ts";
import { day, hour, minute, second } from "../../../../src/lib/time.ts";
import { ana, march, restartedMachine } from "./restarted-machine.ts";
import { rowsOf } from "./ring-world.ts";

test("after a run with the clock ahead, whereat works again at once, and says what it did", async () => {
  const { start, setClock, logged } = await restartedMachine();
  setClock(30 * day);
  await (await start()).end();
  setClock(0);
  const run = await start();
  expect(logged).toEqual([expect.stringMatching(/^warn: .*clock.*destroyed/)]);
  await run.share("1", second, second, true);
  expect(await run.isSeen()).toBe(true);
  await run.says("stop");
  await run.share("1", second, 2 * second);
  expect(await run.isSeen()).toBe(false);
  await run.end();
  await (await start()).end();
  expect(logged).toHaveLength(1);
});

test("a clock that is corrected by seconds between two runs takes nothing away", async () => {
  const { start, setClock, logged } = await restartedMachine();
  const before = await start();
  await before.share("1", 0, 0, true);
  setClock(12 * minute + second);
  await before.end();
  setClock(12 * minute - second);
  const after = await start();
  expect(await after.isSeen()).toBe(true);
  expect(logged).toEqual([]);
  await after.end();
});

test.each([["stopped"], ["killed"]])(
  "a clock that was set back by 13 minutes while whereat was %s is found out",
  async (how) => {
    const { start, setClock, logged } = await restartedMachine();
    // So that no edge of a quarter of an hour lies between.
    setClock(12 * minute);
    const before = await start();
    await before.share("1", 12 * minute, 12 * minute, true);
    setClock(26 * minute + 30 * second);
    await before.end(how === "killed");
    setClock(13 * minute + 30 * second);
    const after = await start();
    expect(logged).toEqual([expect.stringMatching(/^warn: .*clock.*destroyed/)]);
    expect(await after.isSeen()).toBe(false);
    await after.share("1", 12 * minute, 27 * minute);
    await after.end();
  },
);

test("a share that was ended before such a run does not begin again", async () => {
  const { start, setClock } = await restartedMachine();
  const before = await start();
  await before.share("1", 0, 0, true);
  await before.says("stop");
  await before.end();
  setClock(30 * day);
  await (await start()).end();
  setClock(hour);
  const after = await start();
  await after.share("1", 0, hour);
  expect(await after.isSeen()).toBe(false);
  await after.end();
  const again = await start();
  await again.share("1", 0, hour + second);
  expect(await again.isSeen()).toBe(false);
  await again.end();
});

test("after a start with the clock behind, no position of before is shown or opens in a copy, and answers that showed one are deleted", async () => {
  const { start, setClock, store, network } = await restartedMachine();
  const before = await start();
  await before.share("1", 0, 0, true);
  expect(await before.isSeen()).toBe(true);
  const copy = await rowsOf(store);
  setClock(40 * minute);
  await before.end();
  setClock(-3 * day);
  const after = await start();
  expect(network.shown("march").join()).not.toContain("52.52");
  expect(await after.isSeen()).toBe(false);
  const rowOf = (key: RecordKey) => copy.get(after.seal.rowId(key)) ?? "";
  const room = recordKeys.circleOfRoom(march);
  const { value: circle } = JSON.parse((await after.seal.open(room, rowOf(room))) ?? "") as { value: CircleId };
  const position = recordKeys.position(circle, ana);
  expect(rowOf(position)).not.toBe("");
  expect(await after.seal.open(position, rowOf(position))).toBeUndefined();
  // Whatever the clock says, what is shared from now on is taken.
  await after.share("2", 41 * minute, 41 * minute, true);
  expect(await after.isSeen()).toBe(true);
  await after.end();
});

test("after /stop, and a start with the clock behind, a new share works at once, and the stopped one stays stopped", async () => {
  const { start, setClock } = await restartedMachine();
  const before = await start();
  await before.share("first", 0, 0, true);
  await before.says("stop");
  await before.end();
  setClock(-13 * minute);
  const after = await start();
  await after.share("first", 0, -13 * minute + 1000);
  expect(await after.isSeen()).toBe(false);
  setClock(-13 * minute + 2000);
  await after.share("second", -13 * minute + 2000, -13 * minute + 2000, true);
  expect(await after.isSeen()).toBe(true);
  await after.end();
});

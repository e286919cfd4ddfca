import { existsSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { expect, test } from "vitest";
import { createPrivateFolder } from "../../../src/lib/process/private-folder.ts";

test("files of a private folder are for this user alone, and go one by one, or with the program", async () => {
  const atExit: (() => void)[] = [];
  const folder = createPrivateFolder((work) => void atExit.push(work));
  expect(atExit).toEqual([]);
  const umask = process.umask(0);
  const [one, other] = await Promise.all([
    folder.put("1.png", Uint8Array.of(1)),
    folder.put("2.png", Uint8Array.of(2)),
  ]);
  process.umask(umask);
  expect([statSync(dirname(one)).mode & 0o777, statSync(one).mode & 0o777]).toEqual([0o700, 0o600]);
  expect(dirname(other)).toBe(dirname(one));
  await folder.remove(one);
  expect([existsSync(one), existsSync(other)]).toEqual([false, true]);
  for (const work of atExit) work();
  expect(existsSync(dirname(one))).toBe(false);
});

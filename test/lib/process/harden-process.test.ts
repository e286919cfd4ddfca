import { expect, test } from "vitest";
import { hardenProcess } from "../../../src/lib/process/harden-process.ts";

test("what the process writes from then on can be read by nobody else", () => {
  const before = process.umask();
  hardenProcess();
  const after = process.umask(before);
  expect(after).toBe(0o077);
});

test("each thing that cannot be kept off the disk is told in a sentence that says what to do", () => {
  const before = process.umask();
  for (const warning of hardenProcess()) expect(warning).toMatch(/^(Core dumps are on|This machine has swap): .+\.$/);
  process.umask(before);
});

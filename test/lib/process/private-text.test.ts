import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { readPrivateText } from "../../../src/lib/process/private-text.ts";

function fileOf(content: string | Uint8Array, mode = 0o600): string {
  const folder = mkdtempSync(join(tmpdir(), "whereat-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, "secret");
  writeFileSync(path, content);
  chmodSync(path, mode);
  return path;
}

test("a file of this user alone is read, also through a link, and a longer one is not read at all", () => {
  const path = fileOf("grün\n");
  symlinkSync(path, `${path}-link`);
  expect(readPrivateText(path, 6)).toEqual({ text: "grün\n", isOpen: false });
  expect(readPrivateText(`${path}-link`, 6)).toEqual({ text: "grün\n", isOpen: false });
  expect(readPrivateText(path, 5)).toEqual({ problem: "has more than 5 bytes" });
});

test.each([0o640, 0o604, 0o620, 0o602])("a file of mode %o is open to others", (mode) => {
  expect(readPrivateText(fileOf("x", mode), 10)).toEqual({ text: "x", isOpen: true });
});

test("a file of another user is open to that one, and one of the system's is not", () => {
  const owner = process.getuid?.() ?? 0;
  expect(readPrivateText(fileOf("x"), 10, owner)).toMatchObject({ isOpen: false });
  expect(readPrivateText(fileOf("x"), 10, owner + 1)).toMatchObject({ isOpen: owner !== 0 });
});

test("two texts that are not in UTF-8 are not taken for the same one", () => {
  for (const byte of [0xfc, 0xf8])
    expect(readPrivateText(fileOf(Uint8Array.of(byte)), 10)).toEqual({ problem: "is not text in UTF-8" });
});

test("what is not there is nothing, and what cannot be read is a problem", () => {
  const path = fileOf("x");
  expect(readPrivateText(`${path}-gone`, 10)).toBeUndefined();
  mkdirSync(`${path}-folder`);
  expect(readPrivateText(`${path}-folder`, 10)).toEqual({ problem: "cannot be read" });
  expect(readPrivateText("/dev/zero", 10)).toEqual({ problem: "has more than 10 bytes" });
});

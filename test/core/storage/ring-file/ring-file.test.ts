import {
  closeSync,
  fstatSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { KeyRingError, StoreError } from "../../../../src/core/model/errors.ts";
import { openRingFile } from "../../../../src/core/storage/ring-file/ring-file.ts";
import { freshFolder } from "../fresh-folder.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

async function ringFile(path = join(freshFolder(), "keys"), step: (name: string) => void = () => {}) {
  const file = await openRingFile(path, step);
  onTestFinished(() => file.close());
  return { path, file };
}

/** Holds on to what is a file now, whatever name it loses. */
function hold(path: string): () => string {
  const held = openSync(path, "r");
  onTestFinished(() => closeSync(held));
  return () => {
    const content = Buffer.alloc(fstatSync(held).size);
    readSync(held, content, 0, content.length, 0);
    return content.toString("latin1");
  };
}

test("the file is replaced whole, and nothing else is left in its folder", async () => {
  const { path, file } = await ringFile();
  for (const content of ["first", "second, which is longer", "third"]) {
    await file.replace(bytes(content));
    expect(readFileSync(path, "utf8")).toBe(content);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  }
  expect(readdirSync(dirname(path))).toEqual(["keys"]);
});

test("what the file was before is overwritten", async () => {
  const { path, file } = await ringFile();
  await file.replace(bytes("secret of before"));
  const before = hold(path);
  await file.replace(bytes("after"));
  expect(before()).toHaveLength("secret of before".length);
  expect(before()).not.toContain("secret");
});

test("what it was before the program started is overwritten too", async () => {
  const { path, file } = await ringFile();
  await file.replace(bytes("secret of before"));
  const before = hold(path);
  await file.close();
  const again = await ringFile(path);
  await again.file.replace(bytes("after"));
  expect(before()).not.toContain("secret");
});

test("what a crash left half done is overwritten and removed", async () => {
  const path = join(freshFolder(), "keys");
  writeFileSync(path, "whole", { mode: 0o600 });
  writeFileSync(`${path}.new`, "secret half", { mode: 0o600 });
  const left = hold(`${path}.new`);
  await ringFile(path);
  expect(left()).not.toContain("secret");
  expect(readdirSync(dirname(path))).toEqual(["keys"]);
  expect(readFileSync(path, "utf8")).toBe("whole");
});

test("what was not overwritten because of a failure is overwritten by the next replacement", async () => {
  let fails = false;
  const { path, file } = await ringFile(undefined, (name) => {
    if (fails && name === "ring: new file in place") throw new Error("arranged");
  });
  await file.replace(bytes("secret of before"));
  const before = hold(path);
  fails = true;
  await expect(file.replace(bytes("second"))).rejects.toBeInstanceOf(StoreError);
  expect(before()).toContain("secret");
  fails = false;
  await file.replace(bytes("third"));
  expect(before()).not.toContain("secret");
  expect(readFileSync(path, "utf8")).toBe("third");
});

test("what a crash kept from being overwritten is overwritten at the next start", async () => {
  for (const at of ["ring: new file in place", "ring: new file in place on disk"]) {
    let dies = false;
    const { path, file } = await ringFile(undefined, (name) => {
      if (dies && name === at) throw new Error("arranged");
    });
    await file.replace(bytes("secret of before"));
    const before = hold(path);
    dies = true;
    await expect(file.replace(bytes("second"))).rejects.toBeInstanceOf(StoreError);
    await ringFile(path);
    expect(before()).not.toContain("secret");
    expect(readFileSync(path, "utf8")).toBe("second");
    expect(readdirSync(dirname(path))).toEqual(["keys"]);
  }
});

test("a crash before the new file is in place costs nothing of the old one", async () => {
  const path = join(freshFolder(), "keys");
  writeFileSync(path, "whole", { mode: 0o600 });
  linkSync(path, `${path}.old`);
  await ringFile(path);
  expect(readFileSync(path, "utf8")).toBe("whole");
  expect(readdirSync(dirname(path))).toEqual(["keys"]);
});

test("a replacement that fails leaves the file as it was", async () => {
  let fails = false;
  const { path, file } = await ringFile(undefined, (name) => {
    if (fails && name === "ring: new file on disk") throw new Error("arranged");
  });
  await file.replace(bytes("first"));
  fails = true;
  await expect(file.replace(bytes("second"))).rejects.toBeInstanceOf(StoreError);
  expect(readFileSync(path, "utf8")).toBe("first");
  expect(readdirSync(dirname(path))).toEqual(["keys"]);
});

test("two programs do not undo each other's changes", async () => {
  const { path, file } = await ringFile();
  await file.replace(bytes("first"));
  const other = await ringFile(path);
  await other.file.replace(bytes("of the other"));
  await expect(file.replace(bytes("second"))).rejects.toThrow(/another program/);
  expect(readFileSync(path, "utf8")).toBe("of the other");
});

test("a file taken away is not made anew", async () => {
  const { path, file } = await ringFile();
  await file.replace(bytes("first"));
  renameSync(path, `${path}.away`);
  await expect(file.replace(bytes("second"))).rejects.toBeInstanceOf(StoreError);
  renameSync(`${path}.away`, path);
  await file.replace(bytes("second"));
  expect(readFileSync(path, "utf8")).toBe("second");
});

test.each(["new", "old"])(
  "a link in the place of the file that ends in .%s is removed, and what it leads to stays as it is",
  async (end) => {
    for (const linkTo of [symlinkSync, linkSync]) {
      const path = join(freshFolder(), "keys");
      const other = join(freshFolder(), "other");
      writeFileSync(other, "of somebody else");
      linkTo(other, `${path}.${end}`);
      const { file } = await ringFile(path);
      await file.replace(bytes("first"));
      await file.replace(bytes("second"));
      expect(readFileSync(other, "utf8")).toBe("of somebody else");
      expect(readdirSync(dirname(path))).toEqual(["keys"]);
    }
  },
);

test("a link that leads nowhere is removed, and a folder in the place of such a file is left", async () => {
  const path = join(freshFolder(), "keys");
  symlinkSync(join(dirname(path), "nowhere"), `${path}.new`);
  const { file } = await ringFile(path);
  await file.replace(bytes("first"));
  expect(readdirSync(dirname(path))).toEqual(["keys"]);
  mkdirSync(`${path}.old`);
  await expect(openRingFile(path, () => {})).rejects.toThrow(KeyRingError);
  expect(readdirSync(dirname(path))).toEqual(["keys", "keys.old"]);
});

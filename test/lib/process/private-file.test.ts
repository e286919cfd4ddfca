import { chmodSync, mkdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { preparePrivateFile, writePrivateFile } from "../../../src/lib/process/private-file.ts";
import { freshFolder } from "../../core/storage/fresh-folder.ts";

function privateFile(): string {
  const path = join(freshFolder(), "keys");
  writeFileSync(path, "secret", { mode: 0o600 });
  return path;
}

test("a file of this user alone, in a folder of this user alone, is as it should be", async () => {
  expect(await preparePrivateFile(privateFile())).toBeUndefined();
});

test("a folder that is missing is made for this user alone", async () => {
  const path = join(freshFolder(), "a", "b", "keys");
  expect(await preparePrivateFile(path)).toBeUndefined();
  expect(statSync(join(path, "..")).mode & 0o777).toBe(0o700);
});

test("what others can reach is refused", async () => {
  const path = privateFile();
  chmodSync(path, 0o604);
  expect(await preparePrivateFile(path)).toMatch(/chmod 600/);
  chmodSync(join(path, ".."), 0o710);
  expect(await preparePrivateFile(path)).toMatch(/chmod 700/);
});

test("what belongs to another user is refused, for that one can open it to everybody", async () => {
  const path = privateFile();
  const another = statSync(path).uid + 1;
  expect(await preparePrivateFile(path, another)).toMatch(/belongs to another user/);
});

test("a link is refused: replaced, the file it leads to would be left behind", async () => {
  const path = privateFile();
  const link = join(freshFolder(), "keys");
  symlinkSync(path, link);
  expect(await preparePrivateFile(link)).toMatch(/is a link: name the file/);
  const toNothing = join(freshFolder(), "keys");
  symlinkSync(`${path} is not there`, toNothing);
  expect(await preparePrivateFile(toNothing)).toMatch(/is a link: name the file/);
});

test("what is no file is refused", async () => {
  const path = join(freshFolder(), "keys");
  mkdirSync(path, { mode: 0o700 });
  expect(await preparePrivateFile(path)).toMatch(/not a file/);
});

test("a text is put into a file of this user's alone, in the place of the one before, and never through a link", async () => {
  const folder = freshFolder();
  const [path, elsewhere] = [join(folder, "file"), join(folder, "elsewhere")];
  for (const text of ["one", "two"]) {
    await writePrivateFile(path, text);
    expect([readFileSync(path, "utf8"), statSync(path).mode & 0o777]).toEqual([text, 0o600]);
  }
  writeFileSync(elsewhere, "untouched");
  symlinkSync(elsewhere, `${path}.new`);
  await writePrivateFile(path, "three");
  rmSync(path);
  symlinkSync(elsewhere, path);
  await expect(writePrivateFile(path, "four")).rejects.toThrow("it is a link");
  expect(readFileSync(elsewhere, "utf8")).toBe("untouched");
});

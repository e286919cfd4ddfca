import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { StoreError } from "../../../src/core/model/errors.ts";
import { createPgpSeal } from "../../../src/core/storage/seal/pgp-seal.ts";
import { freshFolder } from "../../core/storage/fresh-folder.ts";
import { ana, ben, c1, openedStore, openRing, positionOf, rowsOf } from "../../core/storage/keys/ring-world.ts";

/** A disk of so many megabytes, mounted: needs root. */
function smallDisk(megabytes: number): string {
  const folder = join(freshFolder(), "disk");
  mkdirSync(folder);
  execFileSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m,mode=700`, "tmpfs", folder]);
  onTestFinished(() => {
    execFileSync("umount", ["-l", folder]);
  });
  return folder;
}

/** Leaves no room on a disk; what is returned gives it back. */
function fill(folder: string): () => void {
  const ballast = join(folder, "ballast");
  for (let size = 1_000_000; size > 0; size >>= 1) {
    try {
      for (;;) writeFileSync(ballast, Buffer.alloc(size), { flag: "a" });
    } catch {
      // This much does not fit any more.
    }
  }
  return () => rmSync(ballast);
}

const remount = (folder: string, how: "ro" | "rw") => execFileSync("mount", ["-o", `remount,${how}`, folder]);

test("a store whose disk is full says so, reads on, and takes writes when there is room", async () => {
  const folder = smallDisk(8);
  const store = await openedStore(`sqlite:${join(folder, "whereat.db")}`);
  await store.set("kept", "text");
  const makeRoom = fill(folder);
  const big = "x".repeat(500_000);
  await expect(Promise.all([store.set("big", big), store.set("bigger", big)])).rejects.toBeInstanceOf(StoreError);
  expect(await store.get("kept")).toBe("text");
  expect(await store.get("big")).toBeUndefined();
  makeRoom();
  await store.set("big", big);
  await store.delete(["kept"]);
  await store.scrub();
  expect([...(await rowsOf(store)).keys()]).toEqual(["big"]);
});

test("a store that has been at work for a while can delete on a full disk", async () => {
  const folder = smallDisk(8);
  const store = await openedStore(`sqlite:${join(folder, "whereat.db")}`);
  const ids = Array.from({ length: 1_000 }, (_, row) => `row-${row}`);
  for (const round of ["1", "2", "3"]) await Promise.all(ids.map((id) => store.set(id, round.repeat(500))));
  fill(folder);
  await store.delete(ids);
  expect(await rowsOf(store)).toEqual(new Map());
});

test("a store whose disk may only be read says so, reads on, and takes writes when it may", async () => {
  const folder = smallDisk(8);
  const store = await openedStore(`sqlite:${join(folder, "whereat.db")}`);
  await store.set("kept", "text");
  await store.close();
  remount(folder, "ro");
  await expect(openedStore(`sqlite:${join(folder, "whereat.db")}`)).rejects.toBeInstanceOf(StoreError);
  remount(folder, "rw");
  const again = await openedStore(`sqlite:${join(folder, "whereat.db")}`);
  expect(await again.get("kept")).toBe("text");
  await again.set("kept", "newer");
});

test("a ring whose disk is full or may only be read stays as it was, says so, and changes when there is room", async () => {
  const folder = smallDisk(1);
  const store = await openedStore("memory:");
  const path = join(folder, "keys");
  const ring = await openRing({ tier: { kind: "file", path }, store });
  const seal = createPgpSeal(ring);
  const [first, second] = [positionOf(c1, ana), positionOf(c1, ben)];
  const row = (await seal.seal(first, "here")).text;
  const before = readFileSync(path);
  const members = () =>
    (JSON.parse(readFileSync(path, "utf8")) as { circles: [string, unknown, unknown[]][] }).circles.flatMap(
      ([, , all]) => all,
    ).length;
  expect(members()).toBe(1);
  const makeRoom = fill(folder);
  await expect(seal.seal(second, "there")).rejects.toBeInstanceOf(StoreError);
  await expect(seal.destroyMember(c1, ana)).rejects.toBeInstanceOf(StoreError);
  expect(readFileSync(path)).toEqual(before);
  // Destroyed in memory at once; on the disk when that is possible.
  expect(await seal.open(first, row)).toBeUndefined();
  makeRoom();
  await seal.destroyMember(c1, ana);
  // The one who is left is Ben: the ring names nobody.
  expect(members()).toBe(1);
  execFileSync("mount", ["--bind", folder, folder]);
  execFileSync("mount", ["-o", "remount,bind,ro", folder]);
  await expect(seal.destroyMember(c1, ben)).rejects.toBeInstanceOf(StoreError);
  execFileSync("umount", ["-l", folder]);
  await seal.destroyMember(c1, ben);
  expect(members()).toBe(0);
});

test("what a store said was kept is there after the program is killed, fifty times over", async () => {
  const path = join(freshFolder(), "whereat.db");
  const program = `
    import { openStore } from ${JSON.stringify(join(import.meta.dirname, "../../../src/core/storage/stores/open-store.ts"))};
    const store = await openStore("sqlite:" + process.argv[1]);
    for (let row = 0; ; row += 20) {
      await Promise.all(Array.from({ length: 20 }, async (_, more) => {
        const id = process.argv[2] + "-" + (row + more);
        await store.set(id, "text");
        process.stdout.write(id + "\\n");
      }));
    }`;
  const promised = new Set<string>();
  for (let round = 0; round < 50; round++) {
    const child = spawn(process.execPath, ["--input-type=module", "-e", program, path, `${round}`]);
    let said = "";
    await new Promise((resolve) => {
      child.stdout.on("data", (data) => {
        said += data;
        if (said.length > 200 + 97 * round) child.kill("SIGKILL");
      });
      child.once("close", resolve);
    });
    for (const id of said.split("\n").slice(0, -1)) promised.add(id);
    expect(promised.size).toBeGreaterThan(round);
  }
  const store = await openedStore(`sqlite:${path}`);
  const rows = await rowsOf(store);
  expect([...promised].filter((id) => rows.get(id) !== "text")).toEqual([]);
}, 120_000);

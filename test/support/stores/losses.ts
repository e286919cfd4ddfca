import { copyFileSync, existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished } from "vitest";
import type { TextStore } from "../../../src/core/model/ports.ts";
import { bindingId } from "../../../src/core/storage/keys/ring-binding.ts";
import { renewKeys } from "../../../src/core/storage/renew-keys.ts";
import { openStore } from "../../../src/core/storage/stores/open-store.ts";
import { hour, minute } from "../../../src/lib/time.ts";
import { freshFolder } from "../../core/storage/fresh-folder.ts";
import { rowsOf } from "../../core/storage/keys/ring-world.ts";
import { createWorld, type World } from "../world/world.ts";

export const storeFiles = ["whereat.db", "whereat.db-wal", "whereat.db-shm"];
export const [exactly, elsewhere] = ["52.51234", "53.54321"];

/** What another program does to the rows of the store meanwhile. */
export async function inStore<T>(folder: string, work: (store: TextStore) => Promise<T>): Promise<T> {
  const store = await openStore(`sqlite:${join(folder, "whereat.db")}`);
  const result = await work(store);
  await store.close();
  return result;
}

/** Ana and Ben in a room, with their data in a folder. */
export async function march() {
  const folder = freshFolder();
  const world = await createWorld({ folder });
  onTestFinished(() => world.close());
  world.room("march", "ben", "ana");
  await world.says("ben", "march", "/help");
  const place = (name: string) => join(folder, name);
  /** a copy of the files with these names, as they are now, that can be put back */
  const copyOf = (names: readonly string[]) => {
    const copy = freshFolder();
    const copied = names.filter((name) => existsSync(place(name)));
    for (const name of copied) copyFileSync(place(name), join(copy, name));
    return () => {
      for (const name of names) rmSync(place(name), { force: true });
      for (const name of copied) copyFileSync(join(copy, name), place(name));
    };
  };
  const asks = async () => {
    await world.says("ben", "march", "/whereis");
    // Once data was lost, it is not known whether the room wants its answers for who asked alone: that is the most careful.
    return world.last("ben") ?? world.last("march") ?? "";
  };
  return { world, folder, copyOf, asks };
}

export type March = Awaited<ReturnType<typeof march>>;

/** Ana shares, chooses to be shown less exactly, and stops; the room keeps positions for less long. @returns her phone, which goes on */
export async function takesBack({ world }: March) {
  const phone = await world.shares("ana", "march", { at: [Number(exactly), 13.4], live: hour });
  await world.pass(minute);
  return phone;
}

export async function afterwards({ world }: March) {
  await world.says("ana", "march", "/precision 5km");
  await world.says("ben", "march", "/expiry 2m");
  await world.says("ana", "march", "/stop");
  await world.pass(minute);
}

/** Nothing that was stopped is shown, and nothing finer than was chosen; and it goes on at once. */
export async function holds({ world, asks }: March, phone: Awaited<ReturnType<typeof takesBack>>) {
  const before = world.network.posts.length;
  await phone.moves(Number(elsewhere), 13.4);
  expect(await asks()).toContain("Nobody shares");
  const told = world.network.posts.slice(before).filter(({ chat }) => chat === "march");
  await world.pass(10_000);
  await phone.moves(Number(elsewhere), 13.5);
  expect(await asks()).toContain("Nobody shares");
  // A new share works at once, as carefully as can be.
  const again = await world.shares("ana", "march", { at: [Number(exactly), 13.4], live: hour });
  const shown = await asks();
  expect(shown).toContain("Ana");
  expect(shown).not.toContain("Nobody");
  expect(shown).not.toContain(exactly);
  // Longer than the expiry that was set, it is not kept either.
  await world.pass(3 * minute);
  expect(await asks()).toContain("was destroyed");
  await world.says("ana", "march", "/precision exact");
  await again.moves(Number(exactly), 13.4);
  expect(await asks()).toContain(exactly);
  return told;
}

/** The warnings of a loss. */
export const lossesLogged = (world: World) =>
  world.logged.filter((line) => line.startsWith("warn") && line.includes("every share has ended"));
export const saidOfLoss = (world: World) =>
  world.network.posts.filter(({ message }) => JSON.stringify(message).includes("data-lost"));

export const whileStopped: Record<string, (before: { store: () => void }) => (march: March) => void | Promise<void>> = {
  "the store is removed":
    () =>
    ({ folder }) =>
      storeFiles.forEach((name) => rmSync(join(folder, name), { force: true })),
  "an older copy of the store is put back":
    ({ store }) =>
    () =>
      store(),
  "an older copy of the store is put back without its note":
    ({ store: putBack }) =>
    ({ folder }) => {
      putBack();
      return inStore(folder, (store) => store.delete([bindingId]));
    },
  "an older copy of the store is put back whose note says that the ring was in memory":
    ({ store: putBack }) =>
    ({ folder }) => {
      putBack();
      return inStore(folder, async (store) => {
        const note = JSON.parse((await store.get(bindingId)) ?? "") as object;
        await store.set(bindingId, JSON.stringify({ ...note, ring: null }));
      });
    },
  "the keys are renewed, and an older copy of the store is put back":
    ({ store: putBack }) =>
    async ({ folder, world }) => {
      const tier = { kind: "file", path: join(folder, "keyring") } as const;
      await renewKeys(`sqlite:${join(folder, "whereat.db")}`, tier, tier, world.now);
      putBack();
    },
  "every row but the note is deleted":
    () =>
    ({ folder }) =>
      inStore(folder, async (store) =>
        store.delete([...(await rowsOf(store)).keys()].filter((id) => id !== bindingId)),
      ),
  "only guarded rows are deleted":
    () =>
    ({ folder }) =>
      inStore(folder, async (store) =>
        store.delete([...(await rowsOf(store))].filter(([, row]) => row.includes("!")).map(([id]) => id)),
      ),
};

/** What another program does to the rows while whereat runs; `before` are the rows as they were when Ana shared. */
export const whileRunning: Record<string, (march: March, before: ReadonlyMap<string, string>) => Promise<void>> = {
  "the store is emptied, as a server does that starts again without its data": ({ folder }) =>
    inStore(folder, async (store) => store.delete([...(await rowsOf(store)).keys()])),
  "the store is put back to what it was": ({ folder }, before) =>
    inStore(folder, async (store) => {
      await store.delete([...(await rowsOf(store)).keys()]);
      await Promise.all([...before].map(([id, row]) => store.set(id, row)));
    }),
  "the notes of what has ended are deleted": ({ folder }, before) =>
    inStore(folder, async (store) => store.delete([...(await rowsOf(store)).keys()].filter((id) => !before.has(id)))),
  "rows that were deleted are put back": ({ folder }, before) =>
    inStore(folder, async (store) => {
      const now = await rowsOf(store);
      for (const [id, row] of before) if (!now.has(id)) await store.set(id, row);
    }),
};

/** Ana takes back what she shared, something is lost while whereat is stopped, and it starts again. @param prepare of `whileStopped` */
export async function losesWhileStopped(prepare: (typeof whileStopped)[string]) {
  const here = await march();
  const phone = await takesBack(here);
  await here.world.restartAfter(() => undefined);
  const change = prepare({ store: here.copyOf(storeFiles) });
  await afterwards(here);
  await here.world.restartAfter(() => change(here));
  return { here, phone };
}

/** The same while whereat runs. @param change of `whileRunning` */
export async function losesWhileRunning(change: (typeof whileRunning)[string]) {
  const here = await march();
  const phone = await takesBack(here);
  const before = await inStore(here.folder, rowsOf);
  await afterwards(here);
  await change(here, before);
  return { here, phone };
}

/** The same with a key ring of before put back. */
export async function losesKeyRing() {
  const here = await march();
  const phone = await takesBack(here);
  const putBack = here.copyOf(["keyring"]);
  await afterwards(here);
  await here.world.restartAfter(putBack);
  return { here, phone };
}

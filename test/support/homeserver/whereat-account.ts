import { mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as after } from "node:timers/promises";
import { connectMatrix, type MatrixOptions } from "../../../src/bots/matrix/http/connect.ts";
import type { Pace } from "../../../src/bots/matrix/http/pace.ts";
import type { TextKeep } from "../../../src/bots/matrix/sync/sync-token.ts";
import { unwatched } from "../../../src/bots/network-plugin.ts";
import type { FileKeys } from "../../../src/core/model/ports.ts";
import { createLog } from "../../../src/lib/log.ts";
import { instant } from "../../../src/lib/time.ts";
import { freshFileKeys } from "../stores/file-keys.ts";

export const realPace: Pace = {
  now: () => instant(Date.now()),
  wall: () => instant(Date.now()),
  sleep: (ms, signal) => after(ms, undefined, signal ? { signal } : {}).catch(() => undefined),
  random: () => Math.random(),
};

/** Texts in files of a folder, as the product keeps them in its sealed records: whoever reads one while it is written reads the old or the new. */
export function keepInFolder(folder: string): TextKeep {
  const path = (name: string) => join(folder, `${name.replaceAll(" ", "-")}.json`);
  let written = 0;
  return {
    get: (name) => readFile(path(name), "utf8").catch(() => undefined),
    async set(name, text) {
      const beside = `${path(name)}.${++written}`;
      await writeFile(beside, text);
      await rename(beside, path(name));
    },
  };
}

export type Disk = {
  readonly folder: string;
  readonly keep: TextKeep;
  readonly keyStore: string;
  readonly fileKeys: FileKeys;
  remove(): Promise<void>;
};

export async function makeDisk(): Promise<Disk> {
  const folder = await mkdtemp(join(tmpdir(), "whereat-matrix-"));
  const remove = () => rm(folder, { recursive: true, force: true });
  return {
    folder,
    keep: keepInFolder(folder),
    keyStore: join(folder, "matrix-keys.db"),
    fileKeys: await freshFileKeys(),
    remove,
  };
}

type Choices = Partial<Omit<MatrixOptions, "crypto">> & { crypto?: Partial<MatrixOptions["crypto"]>; lines?: string[] };

/** Connects as the product does, with everything on one disk. */
export function connectFrom(disk: Disk, homeserver: string, access: MatrixOptions["access"], choices: Choices = {}) {
  const { lines = [], crypto, ...rest } = choices;
  return connectMatrix({
    homeserver: new URL(homeserver),
    access,
    keep: disk.keep,
    pulse: unwatched,
    pace: realPace,
    log: createLog("debug", (line) => lines.push(line)),
    ...rest,
    crypto: { path: disk.keyStore, fileKeys: disk.fileKeys, keep: { replaced: 1 / 24, unreplaced: 8 }, ...crypto },
  });
}

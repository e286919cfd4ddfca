import { type FileHandle, open } from "node:fs/promises";
import { maxMapRead } from "./limits.ts";
import { MapError } from "./map-error.ts";

/** What the reader of PMTiles reads from. */
export type FileSource = {
  getKey: () => string;
  getBytes: (offset: number, length: number) => Promise<{ data: ArrayBuffer }>;
  close: () => Promise<void>;
};

/** The first bytes are read in one piece, of which a small file has fewer. */
const beginning = 16_384;

/** Reads a file of the operator's, and nothing else: no address is ever asked. @throws MapError */
export async function openFileSource(path: string): Promise<FileSource> {
  const file = await opened(path);
  return {
    getKey: () => "map",
    async getBytes(offset, length) {
      if (!isCount(offset) || !isCount(length) || length > maxMapRead)
        throw new MapError("the directory of the map file is damaged");
      const data = new Uint8Array(length);
      const { bytesRead } = await file.read(data, 0, length, offset);
      if (bytesRead < length && (offset > 0 || length > beginning))
        throw new MapError("the map file ends too early: copy it anew");
      return { data: data.buffer.slice(0, bytesRead) };
    },
    close: () => file.close(),
  };
}

const isCount = (value: number) => Number.isSafeInteger(value) && value >= 0;

async function opened(path: string): Promise<FileHandle> {
  try {
    const file = await open(path, "r");
    if ((await file.stat()).isFile()) return file;
    await file.close();
  } catch (cause) {
    throw new MapError("the map file cannot be opened", { cause });
  }
  throw new MapError("WHEREAT_MAP names something that is no file");
}

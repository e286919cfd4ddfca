import { randomBytes } from "node:crypto";
import type { FileHandle } from "node:fs/promises";
import type { RingKeys } from "../keys/ring-keys.ts";
import type { Step, Touched } from "../keys/saver.ts";
import {
  bytesAt,
  type Extent,
  extentOf,
  type Head,
  partsBegin,
  placeOf,
  readTable,
  roomOf,
  writeHead,
  writeTable,
} from "./parts-layout.ts";
import { circleText, headText } from "./ring-text.ts";
import type { Sealer } from "./sealed-ring.ts";

/** The parts of a ring as they are in its file, from one writing of all of them on. */
export type RingParts = {
  /** writes all of a file that is empty; to be called once, before anything else */
  writeAll(file: FileHandle): Promise<void>;
  /**
   * Writes what changed.
   * @returns undefined when that is so much that all should be written anew
   */
  change(touched: Touched): ((file: FileHandle) => Promise<void>) | undefined;
};

/** About so many circles are in one part. */
const circlesInPart = 8;
/** So many parts are named in one list, and the table names the lists: what names them all would be long. */
const partsInList = 32;

/** Divides a ring into parts: first what belongs to no circle, then the circles. Nobody else writes the file meanwhile. */
export function divideRing(ring: RingKeys, sealer: Sealer, step: Step): RingParts {
  const count = Math.max(1, Math.ceil(ring.circles.size / circlesInPart));
  const circlesIn = Array.from({ length: count }, () => new Set<string>());
  const partOf = (circle: string) => numberOf(circle) % count;
  for (const circle of ring.circles.keys()) circlesIn[partOf(circle)]?.add(circle);
  const textOf = (part: number) =>
    [...(circlesIn[part] ?? [])]
      .flatMap((circle) => {
        const keys = ring.circles.get(circle);
        return keys === undefined ? [] : [circleText(circle, keys)];
      })
      .join();

  const room = createRoom();
  const extents: Extent[] = [];
  /** Where the tables of so many parts each are. */
  const lists: Extent[] = [];
  const listText = (list: number) => writeTable(extents.slice(list * partsInList, (list + 1) * partsInList));
  let table: Extent = [0, 0, ""];
  let sequence = 0;

  const head = (): Head => ({ sequence, table, wrapped: sealer.wrapped });
  const write = async (file: FileHandle, bytes: Uint8Array): Promise<Extent> => {
    const at = room.take(bytes.length);
    await file.write(bytes, 0, bytes.length, at);
    return extentOf(at, bytes);
  };
  const written = { circles: ring.circles.size, end: 0 };

  return {
    async writeAll(file) {
      // Other work has its turn while each is written, so none of them may be made long before.
      const append = (text: string) => write(file, sealer.part(text));
      extents.push(await append(headText(ring)));
      for (let part = 0; part < count; part += 1) extents.push(await append(textOf(part)));
      for (let list = 0; list * partsInList < extents.length; list += 1) lists.push(await append(listText(list)));
      table = await append(writeTable(lists));
      await file.write(writeHead(head()), 0, undefined, placeOf(sequence));
      written.end = room.end();
    },
    change(touched) {
      if (touched === "all") return undefined;
      const parts = new Set([...touched].map(partOf));
      if (parts.size > count / 4 + 1) return undefined;
      if (ring.circles.size > 2 * written.circles || room.end() > 2 * written.end) return undefined;
      for (const circle of touched) {
        if (ring.circles.has(circle)) circlesIn[partOf(circle)]?.add(circle);
        else circlesIn[partOf(circle)]?.delete(circle);
      }
      const fresh = [...parts].map((part) => [part + 1, sealer.part(textOf(part))] as const);
      const texts = [[0, sealer.part(headText(ring))] as const, ...fresh];

      return async (file) => {
        const old: Extent[] = [table];
        for (const [index, bytes] of texts) old.push(...extents.splice(index, 1, await write(file, bytes)));
        for (const list of new Set(texts.map(([index]) => Math.floor(index / partsInList))))
          old.push(...lists.splice(list, 1, await write(file, sealer.part(listText(list)))));
        table = await write(file, sealer.part(writeTable(lists)));
        sequence += 1;
        step("ring: parts written");
        await file.sync();
        step("ring: parts on disk");
        await file.write(writeHead(head()), 0, undefined, placeOf(sequence));
        step("ring: parts named");
        await file.sync();
        step("ring: parts in place on disk");
        for (const [at, length] of old) await file.write(randomBytes(length), 0, length, at);
        await file.sync();
        for (const [at, length] of old) room.give(at, length);
        step("ring: old parts overwritten");
      };
    },
  };
}

/** The texts of a ring's parts, its head first; undefined in place of what is not what was written. @param open opens a part */
export function* textsOfParts(
  content: Uint8Array,
  head: Head,
  open: (bytes: Uint8Array) => string | undefined,
): Generator<string | undefined> {
  const textAt = (extent: Extent) => {
    const bytes = bytesAt(content, extent);
    return bytes && open(bytes);
  };
  const tableAt = (extent: Extent) => readTable(textAt(extent) ?? "");
  const lists = tableAt(head.table)?.map(tableAt);
  for (const list of lists ?? [undefined]) {
    if (list === undefined) yield undefined;
    else for (const extent of list) yield textAt(extent);
  }
}

/** What is free in the file: what was freed is used again. */
function createRoom() {
  let end = partsBegin;
  const free = new Map<number, number[]>();
  return {
    end: () => end,
    take(length: number): number {
      const room = roomOf(length);
      const freed = free.get(room)?.pop();
      if (freed !== undefined) return freed;
      end += room;
      return end - room;
    },
    give(at: number, length: number): void {
      const room = roomOf(length);
      const others = free.get(room) ?? [];
      others.push(at);
      free.set(room, others);
    },
  };
}

/** FNV-1a: spreads names over the parts. */
function numberOf(name: string): number {
  let number = 0x811c9dc5;
  for (let at = 0; at < name.length; at += 1) number = Math.imul(number ^ name.charCodeAt(at), 0x01000193) >>> 0;
  return number;
}

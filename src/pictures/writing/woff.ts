import { inflateSync } from "node:zlib";

/** One font as a picture needs it: which characters it has, and how wide they are. */
export type Face = {
  /** its own name, so that it can be asked for apart from others of its family */
  readonly family: string;
  /** an OpenType font */
  readonly bytes: Uint8Array;
  /** as a part of the size; undefined where the font has no such character */
  advance(codePoint: number): number | undefined;
};

/**
 * Unpacks a font (WOFF 1.0) and gives it another name: all parts of a family are called the same, and could not be told apart.
 * @throws RangeError when it is no such font
 */
export function unpackFont(woff: Uint8Array, family: string): Face {
  const from = new DataView(woff.buffer, woff.byteOffset, woff.byteLength);
  if (from.getUint32(0) !== 0x774f_4646) throw new RangeError("not a WOFF font");
  const tables = new Map<string, Uint8Array>();
  for (let index = 0; index < from.getUint16(12); index += 1) {
    const entry = 44 + index * 20;
    const [offset, packed, length] = [4, 8, 12].map((at) => from.getUint32(entry + at)) as [number, number, number];
    const bytes = woff.subarray(offset, offset + packed);
    const tag = String.fromCharCode(...woff.subarray(entry, entry + 4));
    tables.set(tag, packed < length ? inflateSync(bytes) : bytes);
  }
  tables.set("name", nameTable(family));
  const advance = advances(tables);
  return { family, bytes: joined(tables, from.getUint32(4)), advance };
}

const align = (length: number) => (length + 3) & ~3;

/** The tables as one OpenType file. Nobody here checks sums. */
function joined(tables: ReadonlyMap<string, Uint8Array>, flavour: number): Uint8Array {
  const head = 12 + tables.size * 16;
  const size = [...tables.values()].reduce((sum, { length }) => sum + align(length), head);
  const bytes = new Uint8Array(size);
  const to = new DataView(bytes.buffer);
  const power = 2 ** Math.floor(Math.log2(tables.size));
  to.setUint32(0, flavour);
  to.setUint16(4, tables.size);
  to.setUint16(6, power * 16);
  to.setUint16(8, Math.log2(power));
  to.setUint16(10, (tables.size - power) * 16);
  let offset = head;
  for (const [index, [tag, table]] of [...tables].toSorted(([a], [b]) => (a < b ? -1 : 1)).entries()) {
    const entry = 12 + index * 16;
    for (let at = 0; at < 4; at += 1) bytes[entry + at] = tag.charCodeAt(at);
    to.setUint32(entry + 8, offset);
    to.setUint32(entry + 12, table.length);
    bytes.set(table, offset);
    offset += align(table.length);
  }
  return bytes;
}

/** Family and style, for Windows in English (OpenType, "name"). */
function nameTable(family: string): Uint8Array {
  const names = [
    [1, family],
    [2, "Regular"],
    [6, family.replaceAll(" ", "")],
  ] as const;
  const texts = names.map(([, words]) =>
    Uint8Array.from(Array.from(words).flatMap((letter) => [0, letter.charCodeAt(0)])),
  );
  const head = 6 + names.length * 12;
  const bytes = new Uint8Array(head + texts.reduce((sum, { length }) => sum + length, 0));
  const to = new DataView(bytes.buffer);
  to.setUint16(2, names.length);
  to.setUint16(4, head);
  let offset = 0;
  for (const [index, [id]] of names.entries()) {
    const words = texts[index] ?? new Uint8Array();
    for (const [at, value] of [3, 1, 0x409, id, words.length, offset].entries())
      to.setUint16(6 + index * 12 + at * 2, value);
    bytes.set(words, head + offset);
    offset += words.length;
  }
  return bytes;
}

/** Reads from cmap (format 4) and hmtx how wide each character is. */
function advances(tables: ReadonlyMap<string, Uint8Array>): Face["advance"] {
  const table = (tag: string) => {
    const bytes = tables.get(tag) ?? new Uint8Array();
    return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  };
  const [cmap, hmtx] = [table("cmap"), table("hmtx")];
  const unitsPerEm = table("head").getUint16(18);
  const longMetrics = table("hhea").getUint16(34);
  const widthOf = (glyph: number) => hmtx.getUint16(Math.min(glyph, longMetrics - 1) * 4) / unitsPerEm;
  const offsets = Array.from({ length: cmap.getUint16(2) }, (_, index) => cmap.getUint32(8 + index * 8));
  const at = offsets.find((offset) => cmap.getUint16(offset) === 4);
  if (at === undefined) throw new RangeError("a font without characters");
  const doubled = cmap.getUint16(at + 6);
  const [ends, starts, deltas, ranges] = [14, 16 + doubled, 16 + 2 * doubled, 16 + 3 * doubled].map(
    (offset) => at + offset,
  ) as [number, number, number, number];
  return (codePoint) => {
    for (let segment = 0; segment < doubled; segment += 2) {
      if (cmap.getUint16(ends + segment) < codePoint) continue;
      const start = cmap.getUint16(starts + segment);
      if (start > codePoint) return undefined;
      const range = cmap.getUint16(ranges + segment);
      const delta = cmap.getUint16(deltas + segment);
      const glyph =
        range === 0 ? codePoint : cmap.getUint16(ranges + segment + range + (codePoint - start) * 2) || -delta;
      const shown = (glyph + delta) & 0xffff;
      return shown === 0 ? undefined : widthOf(shown);
    }
    return undefined;
  };
}

import type { RecordKey } from "../../model/ports.ts";
import type { KeyRing } from "../keys/key-ring.ts";

/** The id of a record's row, as bytes and as text. */
export type RecordId = { readonly bytes: Buffer; readonly name: string };

/** How many ids are remembered by what their records are about, so that they are not worked out again. */
const maxKnown = 20_000;

/**
 * Works out the ids of rows. What is remembered goes when the row is deleted, and all of it at the edge of each quarter of an hour: who is not
 * heard of any more is not in it.
 */
export function createRecordIds({ rowId }: Pick<KeyRing, "rowId">) {
  /** A record that is read or written is named several times. */
  const ofKeys = new WeakMap<RecordKey, RecordId>();
  const known = new Map<string, RecordId>();
  const texts = new Map<string, string>();

  function forget(name: string): void {
    known.delete(texts.get(name) ?? "");
    texts.delete(name);
  }

  function of(key: RecordKey): RecordId {
    const text = textOf(key);
    const found = known.get(text);
    if (found !== undefined) return found;
    const bytes = rowId(lengthPrefixed(partsOf(key)));
    const id = { bytes, name: bytes.toString("base64url") };
    const [oldest] = texts.keys();
    if (known.size >= maxKnown && oldest !== undefined) forget(oldest);
    known.set(text, id);
    texts.set(id.name, text);
    return id;
  }

  return {
    idOf: (key: RecordKey): RecordId => {
      const found = ofKeys.get(key);
      if (found !== undefined) return found;
      const id = of(key);
      ofKeys.set(key, id);
      return id;
    },
    forget,
    clear: () => {
      known.clear();
      texts.clear();
    },
  };
}

type Parts = readonly (string | undefined)[];

const partsOf = ({ kind, about, circle, member }: RecordKey): Parts => [
  "row",
  kind,
  String(about.length),
  ...about,
  circle,
  member,
];

/** No two keys give the same text: all lengths stand first, and none of them has a letter or a line break. */
function textOf({ kind, about, circle, member }: RecordKey): string {
  let lengths = `${kind.length} ${circle?.length ?? "-"} ${member?.length ?? "-"}`;
  let parts = "";
  for (const part of about) {
    lengths += ` ${part.length}`;
    parts += part;
  }
  return `${lengths}\n${kind}${circle ?? ""}${member ?? ""}${parts}`;
}

/** No two lists give the same bytes: an absent part differs from an empty one. */
function lengthPrefixed(parts: Parts): Buffer {
  const bytes = Buffer.alloc(parts.reduce((sum, part = "") => sum + 4 + Buffer.byteLength(part), 0));
  let at = 0;
  for (const part of parts) {
    const length = bytes.write(part ?? "", at + 4);
    bytes.writeUInt32BE(part === undefined ? 0xffffffff : length, at);
    at += 4 + length;
  }
  return bytes;
}

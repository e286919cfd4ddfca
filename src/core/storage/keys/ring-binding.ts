import * as v from "valibot";
import { at, fromJson } from "../../../lib/json-value.ts";
import { instant } from "../../../lib/time.ts";
import { KeyRingError } from "../../model/errors.ts";
import type { TextStore } from "../../model/ports.ts";
import { checkOurFormat, format, type Migration } from "../formats.ts";
import { isOfMemoryRing } from "../seal/row-text.ts";
import { decryptMessage, encryptMessage } from "../seal/sealed-message.ts";
import { type RingKeys, ringName } from "./ring-keys.ts";

/**
 * The id of the row in which a store names its ring and its format. No record has this id: their ids are 22 characters long. Later formats
 * must keep this row, as a JSON object with `whereat` and `format`: an older program refuses the store by it.
 */
export const bindingId = "ring";

/** What a store says about the ring that its rows were sealed under. */
export type Binding =
  /** there is no row at all */
  | { kind: "none" }
  /** there are rows, but not this one */
  | { kind: "unnamed" }
  | { kind: "damaged" }
  /** a ring that was in memory and ended with its program: nothing opens the rows any more */
  | { kind: "ended" }
  /** the ring as it was before its keys were renewed: an older copy of its store */
  | { kind: "former" }
  | { kind: "kept"; ring: string; note: string };

/** What the row holds sealed: nobody can write it who has not the ring. */
const noteSchema = v.strictObject({
  /** how often the ring had been opened, and written, when this was written */
  starts: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  saves: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  /** how often guarded rows were changed */
  changes: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  /** when it was written */
  at: v.pipe(v.number(), v.safeInteger(), v.transform(instant)),
  /** rows whose edge is not after this one may be gone */
  edge: v.pipe(v.number(), v.safeInteger(), v.transform(instant)),
  /** of all other guarded rows but those in `doubtful` */
  digest: v.string(),
  /** rows that are being written: by id, how each of them may end */
  doubtful: v.array(v.strictTuple([v.string(), v.array(v.string())])),
});
export type StoreNote = v.InferOutput<typeof noteSchema>;

const bindingSchema = v.strictObject({
  whereat: v.literal("store"),
  format: v.number(),
  /** null: a ring in memory */
  ring: v.nullable(v.string()),
  note: v.string(),
});

/** What the row held before formats had numbers. */
const unnumbered = /^(memory$|ring-)/;

/** @throws FormatError when the store is in a format that is not read here */
export async function readBinding(store: TextStore, migrations: readonly Migration[]): Promise<Binding> {
  const text = await store.get(bindingId);
  if (text === undefined) {
    for await (const _row of store.entries()) return { kind: "unnamed" };
    return { kind: "none" };
  }
  const content = fromJson(text);
  if (at(content, "whereat") === "store" || unnumbered.test(text))
    checkOurFormat("the store", at(content, "format"), migrations);
  const parsed = v.safeParse(bindingSchema, content);
  if (!parsed.success) return { kind: "damaged" };
  const { ring, note } = parsed.output;
  return ring === null ? { kind: "ended" } : { kind: "kept", ring, note };
}

/**
 * What the binding of a store says to this ring.
 * @throws KeyRingError when it is of another ring
 */
export function bindingOf(ring: RingKeys, binding: Binding): Binding {
  if (binding.kind !== "kept" || binding.ring === ringName(ring)) return binding;
  if (ring.formerly.includes(binding.ring)) return { kind: "former" };
  throw new KeyRingError(
    "the key ring belongs to another store, or is from before its keys were renewed: name the ring of this store, or the store of that ring",
  );
}

/**
 * Sees to it that a ring which was made just now can have the store.
 * @throws KeyRingError when the store belongs to another ring, or is not whereat's; nothing is changed then
 */
export async function clearForNewRing(store: TextStore, binding: Binding): Promise<void> {
  if (binding.kind === "unnamed") throw new KeyRingError(unnamed);
  if (binding.kind === "damaged")
    throw new KeyRingError(
      "the store's note of its key ring is damaged: put a whole copy of the store in its place, or name another store to begin anew",
    );
  if (binding.kind !== "ended") return;
  const ids: string[] = [];
  for await (const [id, row] of store.entries()) {
    if (id === bindingId) continue;
    // The note is not sealed for this ring, and may have been changed: the rows themselves say whose they are.
    if (!isOfMemoryRing(row)) throw new KeyRingError(unnamed);
    ids.push(id);
  }
  await store.delete(ids);
}

const unnamed = "the store holds rows but names no key ring: it is not whereat's, or not whole; name another";

/** @param ring undefined: a ring that ends with the program */
export function writeBinding(ring: string | undefined, note: StoreNote, key: Uint8Array): string {
  const sealed = encryptMessage(Buffer.from(JSON.stringify(note)), key).toString("base64");
  const binding: v.InferOutput<typeof bindingSchema> = { whereat: "store", format, ring: ring ?? null, note: sealed };
  return JSON.stringify(binding);
}

/** @returns undefined when this ring did not write it */
export function openNote(note: string, key: Uint8Array): StoreNote | undefined {
  const opened = decryptMessage(Buffer.from(note, "base64"), key);
  const parsed = opened && v.safeParse(noteSchema, fromJson(Buffer.from(opened).toString()));
  return parsed?.success ? parsed.output : undefined;
}

import * as v from "valibot";
import { at, fromJson } from "../../../lib/json-value.ts";
import { KeyRingError, StoreError } from "../../model/errors.ts";
import type { TextStore } from "../../model/ports.ts";
import { checkOurFormat, format, type Migration } from "../formats.ts";

/**
 * The id of the row in which a store names its ring and its format. No record has this id: their ids are 22 characters long. Later formats
 * must keep this row, as a JSON object with `whereat` and `format`: an older program refuses the store by it.
 */
export const bindingId = "ring";

/** What a store says about the ring that its rows were sealed under. */
export type Binding =
  | { kind: "none" }
  /** a ring that was in memory and ended with its program: nothing opens the rows any more */
  | { kind: "ended" }
  /** `starts` is how many times the ring had been opened at the last start: a ring with a lower count is an older copy */
  | { kind: "kept"; ring: string; starts: number };

const bindingSchema = v.strictObject({
  whereat: v.literal("store"),
  format: v.number(),
  /** null: a ring in memory */
  ring: v.nullable(v.string()),
  starts: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
});

/** What the row held before formats had numbers. */
const unnumbered = /^(memory$|ring-)/;

/**
 * @throws FormatError when the store is in a format that is not read here
 * @throws KeyRingError when there are rows but no ring is named, or the row is damaged
 */
export async function readBinding(store: TextStore, migrations: readonly Migration[]): Promise<Binding> {
  const text = await store.get(bindingId);
  if (text === undefined) {
    for await (const _row of store.entries())
      throw new KeyRingError(
        "the store holds rows but names no key ring: it is not whereat's, or not whole; name another",
      );
    return { kind: "none" };
  }
  const content = fromJson(text);
  if (at(content, "whereat") === "store" || unnumbered.test(text))
    checkOurFormat("the store", at(content, "format"), migrations);
  const parsed = v.safeParse(bindingSchema, content);
  if (!parsed.success)
    throw new KeyRingError(
      "the store's note of its key ring is damaged: put a whole copy of the store in its place, or name another store to begin anew",
    );
  const { ring, starts } = parsed.output;
  return ring === null ? { kind: "ended" } : { kind: "kept", ring, starts };
}

/** Empties the store and writes into it which ring it belongs to. @param ring undefined: a ring that ends with the program */
export async function bind(store: TextStore, ring: string | undefined, starts: number): Promise<void> {
  const ids: string[] = [];
  for await (const [id] of store.entries()) if (id !== bindingId) ids.push(id);
  await store.delete(ids);
  await noteStart(store, ring, starts);
}

/** Writes into the store which ring it belongs to, and how many times that was opened. */
export async function noteStart(store: TextStore, ring: string | undefined, starts: number): Promise<void> {
  const binding: v.InferOutput<typeof bindingSchema> = { whereat: "store", format, ring: ring ?? null, starts };
  const text = JSON.stringify(binding);
  await store.set(bindingId, text);
  if ((await store.get(bindingId)) !== text) throw new StoreError("the store did not keep a row");
}

import * as v from "valibot";
import { at, fromJson } from "../../../lib/json-value.ts";
import { KeyRingError, StoreError } from "../../model/errors.ts";
import type { TextStore } from "../../model/ports.ts";
import { checkOurFormat, format, type Migration } from "../formats.ts";

/**
 * The row by which a store names its ring, and the format of all that is in it. No record's row has this id, for theirs are 22 characters
 * long. Each later format keeps it in this place, as a JSON object with `whereat` and `format`: by that an older program refuses the store.
 */
export const bindingId = "ring";

/** What a store says of the ring that its rows were sealed under. */
export type Binding =
  | { kind: "none" }
  /** a ring that ended with its program: nothing opens the rows */
  | { kind: "ended" }
  /** `starts` is how often the ring had been opened when it was opened last: one that was opened less often is an older copy */
  | { kind: "kept"; ring: string; starts: number };

const bindingSchema = v.strictObject({
  whereat: v.literal("store"),
  format: v.number(),
  /** null: one that ends with the program */
  ring: v.nullable(v.string()),
  starts: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
});

/** As it was before formats had numbers. */
const unnumbered = /^(memory$|ring-)/;

/**
 * @throws FormatError when the store is in a format that is not read here
 * @throws KeyRingError when there are rows and no word of a ring
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

/** Has the store name its ring; nothing else is left in it. @param ring undefined: one that ends with the program */
export async function bind(store: TextStore, ring: string | undefined, starts: number): Promise<void> {
  const ids: string[] = [];
  for await (const [id] of store.entries()) if (id !== bindingId) ids.push(id);
  await store.delete(ids);
  await noteStart(store, ring, starts);
}

/** Has the store name its ring, with how often that was opened. */
export async function noteStart(store: TextStore, ring: string | undefined, starts: number): Promise<void> {
  const binding: v.InferOutput<typeof bindingSchema> = { whereat: "store", format, ring: ring ?? null, starts };
  const text = JSON.stringify(binding);
  await store.set(bindingId, text);
  if ((await store.get(bindingId)) !== text) throw new StoreError("the store did not keep a row");
}

import { StoreError } from "../../model/errors.ts";
import type { TextStore } from "../../model/ports.ts";
import { KeyRingError } from "./key-ring-error.ts";

/** The row by which a store names its ring. No record's row has this id, for theirs are 22 characters long. */
export const bindingId = "ring";

/** What a store says of the ring that its rows were sealed under. */
export type Binding =
  | { kind: "none" }
  /** a ring that ended with its program: nothing opens the rows */
  | { kind: "ended" }
  /** `starts` is how often the ring had been opened when it was opened last: one that was opened less often is an older copy */
  | { kind: "kept"; ring: string; starts: number };

/** @throws KeyRingError when there are rows and no word of a ring */
export async function readBinding(store: TextStore): Promise<Binding> {
  const text = await store.get(bindingId);
  if (text === undefined) {
    for await (const _row of store.entries())
      throw new KeyRingError(
        "the store holds rows but names no key ring: it is not whereat's, or not whole; name another",
      );
    return { kind: "none" };
  }
  if (text === endedText) return { kind: "ended" };
  const [ring = "", starts = "0"] = text.split(" ");
  return { kind: "kept", ring, starts: Number(starts) };
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
  const text = ring === undefined ? endedText : `${ring} ${starts}`;
  await store.set(bindingId, text);
  if ((await store.get(bindingId)) !== text) throw new StoreError("the store did not keep a row");
}

const endedText = "memory";

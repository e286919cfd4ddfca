import { StoreError } from "../errors.ts";
import type { TextStore } from "../ports.ts";
import { createKeyvStore } from "./keyv-store.ts";

/**
 * Opens the store that a setting names; what a kind needs is loaded only when it is named.
 * @param url `memory:` or `sqlite:PATH`
 * @throws StoreError when it is of no kind known, or cannot be opened
 */
export async function openStore(url: string): Promise<TextStore> {
  const kind = url.slice(0, url.indexOf(":") + 1);
  switch (kind) {
    case "memory:":
      return createKeyvStore(new Map());
    case "sqlite:": {
      const { openSqliteRows } = await import("./sqlite-adapter.ts");
      return createKeyvStore(await openSqliteRows(url.slice(kind.length)));
    }
    default:
      throw new StoreError("the store is of a kind not known: name sqlite:PATH or memory:");
  }
}

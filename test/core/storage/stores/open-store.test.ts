import { join } from "node:path";
import { expect, test } from "vitest";
import { StoreError } from "../../../../src/core/model/errors.ts";
import { openStore } from "../../../../src/core/storage/stores/open-store.ts";
import { describeTextStore } from "../../../contracts/text-store.ts";
import { freshFolder } from "../fresh-folder.ts";

describeTextStore("a store in memory", async () => ({ store: await openStore("memory:") }));

describeTextStore("a store in SQLite", async () => {
  const url = `sqlite:${join(freshFolder(), "data", "whereat.db")}`;
  const store = await openStore(url);
  return {
    store,
    reopen: async () => {
      await store.close();
      return openStore(url);
    },
  };
});

test("a store of a kind not known is refused", async () => {
  for (const url of ["", "mysql://there", "whereat.db", "file:whereat.db"])
    await expect(openStore(url)).rejects.toBeInstanceOf(StoreError);
});

import fc from "fast-check";
import { describe, expect, onTestFinished, test } from "vitest";
import { StoreError } from "../../src/core/model/errors.ts";
import type { TextStore } from "../../src/core/model/ports.ts";
import { describeOlderStore } from "./older-store.ts";

export type StoreUnderTest = {
  store: TextStore;
  /** closes it and opens the same again; absent where nothing outlives a store */
  reopen?: () => Promise<TextStore>;
};

const all = async (store: TextStore): Promise<Map<string, string>> => {
  const found: (readonly [string, string])[] = [];
  for await (const entry of store.entries()) found.push(entry);
  expect(new Set(found.map(([id]) => id)).size).toBe(found.length);
  return new Map(found);
};

const numbered = (count: number): string[] => Array.from({ length: count }, (_, index) => `row-${index}`);
const fill = (store: TextStore, ids: readonly string[]) => Promise.all(ids.map((id) => store.set(id, `text of ${id}`)));

/** What every TextStore does. @param create gives an empty one; it is closed by the suite */
export function describeTextStore(name: string, create: () => Promise<StoreUnderTest>): void {
  const fresh = async (): Promise<StoreUnderTest> => {
    const made = await create();
    onTestFinished(() => made.store.close());
    return made;
  };
  const freshStore = async () => (await fresh()).store;

  describe(name, () => {
    describeOlderStore(fresh);

    test("gives nothing for an id that was never set", async () => {
      const store = await freshStore();
      expect(await store.get("nothing")).toBeUndefined();
      expect(await store.getMany(["nothing", "nothing"])).toEqual([undefined, undefined]);
      expect(await store.getMany([])).toEqual([]);
      expect(await all(store)).toEqual(new Map());
    });

    test("gives back the text last set", async () => {
      const store = await freshStore();
      await store.set("a", "first");
      await store.set("a", "second");
      expect(await store.get("a")).toBe("second");
      expect(await all(store)).toEqual(new Map([["a", "second"]]));
    });

    test("keeps any text as it is, the empty one and a long one too", async () => {
      const store = await freshStore();
      await fc.assert(
        fc.asyncProperty(fc.string({ unit: "grapheme", maxLength: 300 }), async (text) => {
          fc.pre(!text.includes("\0"));
          await store.set("any", text);
          expect(await store.get("any")).toBe(text);
        }),
        { numRuns: 50, examples: [[""], ['{"value":1}'], ["null"], [":base64:"], ["x".repeat(1_000_000)]] },
      );
    });

    test("tells ids apart that only look alike", async () => {
      const store = await freshStore();
      const ids = [
        "a",
        "A",
        "a ",
        "á",
        "a*",
        "a%",
        "a_",
        "[a]",
        "whereat::a",
        "__proto__",
        "'; DROP TABLE whereat",
        "a:b",
      ];
      await fill(store, ids);
      expect(await store.getMany(ids)).toEqual(ids.map((id) => `text of ${id}`));
      await store.delete(["a*", "a%", "a_"]);
      expect([...(await all(store)).keys()].sort()).toEqual(ids.filter((id) => !/^a[*%_]$/.test(id)).sort());
    });

    test("gives many rows in the order asked for, also the same one twice", async () => {
      const store = await freshStore();
      const ids = numbered(1_000);
      await fill(store, ids);
      const asked = [...ids.toReversed(), "missing", "row-5", "row-5"];
      expect(await store.getMany(asked)).toEqual(asked.map((id) => (id === "missing" ? undefined : `text of ${id}`)));
    });

    test("keeps the last of several texts set at once for one id", async () => {
      const store = await freshStore();
      await Promise.all(numbered(100).map((text) => store.set("contested", text)));
      expect(await store.get("contested")).toBe("row-99");
    });

    test("deletes what it is asked to and nothing else, and does not mind what is not there", async () => {
      const store = await freshStore();
      await fill(store, numbered(5));
      await store.delete(["row-1", "never there", "row-3", "row-3"]);
      await store.delete([]);
      expect([...(await all(store)).keys()].sort()).toEqual(["row-0", "row-2", "row-4"]);
      expect(await store.getMany(["row-1", "row-0"])).toEqual([undefined, "text of row-0"]);
    });

    test("deletes thousands of rows at once", async () => {
      const store = await freshStore();
      const ids = numbered(3_000);
      await fill(store, [...ids, "kept"]);
      await store.delete(ids);
      expect([...(await all(store)).keys()]).toEqual(["kept"]);
    });

    test("lists every row once while others are set and deleted", async () => {
      const store = await freshStore();
      const ids = numbered(2_000);
      await fill(store, ids);
      const seen: string[] = [];
      for await (const [id, text] of store.entries()) {
        expect(text).toBe(`text of ${id}`);
        seen.push(id);
        if (seen.length === 10) await store.delete(ids.slice(1_000).filter((each) => !seen.includes(each)));
        if (seen.length === 20) await store.set("row-00", "text of row-00");
      }
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen).toEqual(expect.arrayContaining(ids.slice(0, 1_000)));
    });

    test("is as a map is, whatever is set and deleted", async () => {
      const store = await freshStore();
      const id = fc.constantFrom("a", "b", "c", "d");
      const step = fc.oneof(
        fc.record({ set: id, text: fc.string({ maxLength: 20 }).filter((text) => !text.includes("\0")) }),
        fc.record({ delete: fc.array(id, { maxLength: 4 }) }),
        fc.constant({ scrub: true }),
      );
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
          await store.delete(["a", "b", "c", "d"]);
          const model = new Map<string, string>();
          for (const each of steps) {
            if ("set" in each) {
              await store.set(each.set, each.text);
              model.set(each.set, each.text);
            } else if ("delete" in each) {
              await store.delete(each.delete);
              for (const gone of each.delete) model.delete(gone);
            } else await store.scrub();
          }
          expect(await all(store)).toEqual(model);
        }),
        { numRuns: 20 },
      );
    });

    test("says so when it is asked for anything after it was closed", async () => {
      const { store } = await fresh();
      await store.set("a", "text");
      await store.close();
      await store.close();
      await expect(store.get("a")).rejects.toBeInstanceOf(StoreError);
      await expect(store.getMany(["a"])).rejects.toBeInstanceOf(StoreError);
      await expect(store.set("a", "text")).rejects.toBeInstanceOf(StoreError);
      await expect(store.delete(["a"])).rejects.toBeInstanceOf(StoreError);
      await expect(store.scrub()).rejects.toBeInstanceOf(StoreError);
      await expect(all(store)).rejects.toBeInstanceOf(StoreError);
    });

    test("has what was set, and not what was deleted, when it is opened again", async () => {
      const { store, reopen } = await fresh();
      await fill(store, ["kept", "deleted"]);
      await store.delete(["deleted"]);
      const again = reopen === undefined ? store : await reopen();
      onTestFinished(() => again.close());
      expect(await all(again)).toEqual(new Map([["kept", "text of kept"]]));
    });
  });
}

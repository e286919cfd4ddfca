import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";
import { playScenes, scenes } from "../../drill/scenes.ts";
import { createPastCount } from "../../src/bots/matrix/sync/past-count.ts";
import { KeyRingError } from "../../src/core/model/errors.ts";
import type { CircleId } from "../../src/core/model/ids.ts";
import type { RecordKey } from "../../src/core/model/ports.ts";
import { openKeyRing } from "../../src/core/storage/keys/open-key-ring.ts";
import { bindingId } from "../../src/core/storage/keys/ring-binding.ts";
import { recordKeys } from "../../src/core/storage/records/record-keys.ts";
import { createRetry } from "../../src/lib/async/retry.ts";
import { createLog } from "../../src/lib/log.ts";
import { day, hour, instant, minute, second } from "../../src/lib/time.ts";
import { startsOver } from "../bots/telegram/client/starts-over.ts";
import { freshFolder } from "../core/storage/fresh-folder.ts";
import { march, restartedMachine, ana as sharer } from "../core/storage/keys/restarted-machine.ts";
import { rowsOf } from "../core/storage/keys/ring-world.ts";
import { copyOf, endsWell, prepare, renew } from "../core/storage/renewal/renewal-story.ts";
import { createRenewalWorld, keysIn, openedBy, shared, someKeys } from "../core/storage/renewal/renewal-world.ts";
import {
  holds,
  losesKeyRing,
  losesWhileRunning,
  losesWhileStopped,
  whileRunning,
  whileStopped,
} from "../support/stores/losses.ts";
import { nothingLost } from "../support/world/past.ts";
import { createWorld } from "../support/world/world.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const read = (path: string) => readFileSync(join(root, path), "utf8");

const comment = /\/\*[\s\S]*?\*\/|(?<!:)\/\/[^\n]*/g;

/** What people read in a folder, or whereat says; of the root only its own files. */
const textsOf = (folder: string): [path: string, text: string][] =>
  readdirSync(join(root, folder), { recursive: folder !== ".", encoding: "utf8" })
    .filter((name) => /\.(md|ts|ftl|example)$/.test(name))
    .map((name) => join(folder, name))
    .map((path) => [path, read(path)]);

/** Telegram's numbers are gone, or tell nothing after a week: then it is a loss as well. */
async function lossesByNumbers(): Promise<void> {
  const gone = startsOver();
  await gone.runs(0, [7]);
  gone.forget();
  await gone.runs(0, [8]);
  expect(gone.losses()).toBe(1);
  const absent = startsOver();
  await absent.runs(0, [7]);
  await absent.runs(8 * day, [7000]);
  expect(absent.losses()).toBe(1);
  const present = startsOver();
  await present.runs(0, [7]);
  await present.runs(8 * day - hour);
  await present.runs(hour, [7000]);
  expect(present.losses()).toBe(0);
}

/** What becomes of consent when data is lost or put back. */
export const losing: Record<string, () => Promise<void>> = {
  "A store that was lost, emptied or put back from a copy, or a key ring of before, brings back nothing that was stopped, and shows nobody more exactly than they chose.":
    async () => {
      for (const prepare of Object.values(whileStopped)) {
        const { here, phone } = await losesWhileStopped(prepare);
        await holds(here, phone);
      }
      for (const change of Object.values(whileRunning)) {
        const { here, phone } = await losesWhileRunning(change);
        await holds(here, phone);
      }
      const { here, phone } = await losesKeyRing();
      await holds(here, phone);
    },

  "When store and key ring are put back together from one copy, Telegram's numbers and a count that the Matrix homeserver keeps show it, before anything is shown.":
    async () => {
      const findings = await playScenes(freshFolder(), () => {}, scenes.slice(0, 1));
      expect(findings.map(({ holds }) => holds)).toEqual([true]);
      const happened: string[] = [];
      const past = {
        ...nothingLost,
        isKnown: async () => true,
        count: () => 8,
        lose: async () => void happened.push("lost"),
      };
      const retry = createRetry(
        async () => {},
        () => 0.5,
      );
      const log = createLog("warn", () => {});
      const look = (there: { count: number } | undefined) =>
        createPastCount({ past, retry, isStopping: () => false, now: () => instant(0), log }).look({
          accountData: async () => there,
          setAccountData: async () => void happened.push("told"),
        });
      await look({ count: 9 });
      expect(happened.splice(0)).toEqual(["lost", "told"]);
      // A count that was there and is gone is as bad.
      await look(undefined);
      expect(happened.splice(0)).toEqual(["lost", "told"]);
      await look({ count: 8 });
      expect(happened).toEqual(["told"]);
      await lossesByNumbers();
    },

  "A store's note of its key ring that was changed is not believed: no row is deleted for it, and it is a loss.":
    async () => {
      for (const change of [{ ring: null }, { note: "" }]) {
        const world = await createRenewalWorld();
        await shared(world);
        const note = JSON.parse((await world.store.get(bindingId)) ?? "") as object;
        await world.store.set(bindingId, JSON.stringify({ ...note, ...change }));
        const rows = await world.rows();
        for (const tier of [{ kind: "memory" }, { kind: "file", path: join(freshFolder(), "new") }] as const)
          await expect(openKeyRing({ tier, store: world.store, clock: world.clock })).rejects.toThrow(KeyRingError);
        expect(await world.rows()).toEqual(rows);
        await world.during(async ({ continuity }) => expect(continuity.open()).toBeDefined());
        expect([...(await world.rows()).keys()]).toEqual([...rows.keys()]);
      }
    },

  "Which of its data may be backed up, and what a restore costs, is said in one place, and whereat says nothing else.":
    async () => {
      const [, section = ""] = read("docs/keys.md").split("\n## Backups\n");
      for (const what of ["`.env`", "the store", "the key ring", "`matrix-keys.db`", "the recovery key"])
        expect(section).toMatch(new RegExp(`^\\| [^|]*${what}[^|]* \\| (yes|no)`, "m"));
      expect(section).toContain("When a snapshot was put back, every share is over");
      const elsewhere = [...textsOf("."), ...textsOf("docs"), ...textsOf("src")]
        .filter(([path]) => path !== "docs/keys.md" && path !== "docs/claims.md")
        .flatMap(([path, text]) =>
          text
            .replaceAll(comment, "")
            .split("\n")
            .map((line) => `${path}: ${line}`),
        )
        .filter(
          (line) =>
            /\b(back|backed) up\b|\bkeep (no|a) copy\b/i.test(line) &&
            /\bkey (ring|store)|\bstore\b|\bdata\b/i.test(line),
        );
      expect(elsewhere.filter((line) => !line.includes("keys.md#backups"))).toEqual([]);
      expect(elsewhere.length).toBeGreaterThan(0);
    },

  "When the keys are renewed, an earlier copy of the key ring opens nothing that is in the store from then on, and no key that is left opens an earlier copy of the store.":
    async () => {
      const world = await createRenewalWorld();
      await shared(world);
      const [copy, keys] = [await world.rows(), keysIn(world.keys())];
      const thief = await world.during(async (open) => open);
      expect(openedBy(thief.ring, someKeys, copy)).toHaveLength(someKeys.length);
      await world.renew();
      const file = readFileSync(world.path, "utf8");
      expect(keys.filter((key) => file.includes(key))).toEqual([]);
      expect(openedBy(thief.ring, someKeys, await world.rows())).toEqual([]);
      await world.during(async ({ ring }) => {
        expect(openedBy(ring, someKeys, copy)).toEqual([]);
        expect(openedBy(ring, someKeys, await world.rows())).toHaveLength(someKeys.length);
      });
    },

  "A renewal of the keys that is cut off at any step loses nothing, brings back nothing that was destroyed, and is done when it is tried again.":
    async () => {
      const folder = freshFolder();
      const before = await prepare(folder, {});
      const steps = new Set<string>();
      await renew(copyOf(folder), {}, (name) => void steps.add(name));
      expect(steps.size).toBeGreaterThanOrEqual(16);
      for (const [index, last] of [...steps].entries()) {
        const copy = copyOf(folder);
        const step = (name: string) => {
          if (name === last) throw new Error("cut off");
        };
        await renew(copy, {}, step).catch(() => undefined);
        await endsWell(copy, {}, before, index % 2 === 0);
      }
    },

  "When whereat starts with a clock that is a minute or more behind the time at which it ran before, no position from before is shown or opens, and the log says so.":
    async () => {
      for (const killed of [false, true]) {
        const { start, setClock, store, logged } = await restartedMachine();
        // So that no edge of a quarter of an hour lies between.
        setClock(12 * minute);
        const before = await start();
        await before.share("1", 12 * minute, 12 * minute, true);
        expect(await before.isSeen()).toBe(true);
        const copy = await rowsOf(store);
        setClock(26 * minute + 30 * second);
        await before.end(killed);
        setClock(13 * minute + 30 * second);
        const after = await start();
        expect(logged).toEqual([expect.stringMatching(/^warn: .*clock is behind.*positions were destroyed/)]);
        expect(await after.isSeen()).toBe(false);
        const rowOf = (key: RecordKey) => copy.get(after.seal.rowId(key)) ?? "";
        const room = recordKeys.circleOfRoom(march);
        const { value: circle } = JSON.parse((await after.seal.open(room, rowOf(room))) ?? "") as { value: CircleId };
        const position = recordKeys.position(circle, sharer);
        expect(rowOf(position)).not.toBe("");
        expect(await after.seal.open(position, rowOf(position))).toBeUndefined();
        await after.end();
      }
    },

  "Who stops, or whose position expires, while the store does not answer is in no answer that is sent after it.":
    async () => {
      for (const meanwhile of ["it expires", "ana stops", "nothing"]) {
        let happens: (() => Promise<void>) | undefined;
        // The first writing after the answer was worked out, that of who is shown in it, is held up.
        const world = await createWorld({
          store: (store) => ({
            ...store,
            async set(id, row) {
              const what = wasAskedFor ? happens : undefined;
              if (what) happens = undefined;
              await what?.();
              await store.set(id, row);
            },
          }),
        });
        let wasAskedFor = false;
        world.room("march", "ana", "ben");
        const phone = await world.shares("ana", "march", { at: [52.52, 13.4], live: 8 * hour });
        const { port } = world.network;
        const membership = port.membership.bind(port);
        port.membership = (...about) => {
          wasAskedFor ||= about[1] === phone.first.from.person;
          return membership(...about);
        };
        happens = async () => {
          if (meanwhile === "it expires") world.skip(hour);
          if (meanwhile === "ana stops")
            await world.receive({ kind: "share-ended", person: phone.first.from.person, share: phone.first.share });
        };
        await world.says("ben", "march", "/whereis ana");
        await world.pass(minute);
        expect({ meanwhile, happens }).toEqual({ meanwhile, happens: undefined });
        expect(world.said("march").some((said) => said.includes("52.52000"))).toBe(meanwhile === "nothing");
      }
    },
};

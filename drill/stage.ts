import { appendFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { createCore } from "../src/core/core.ts";
import type { PersonId } from "../src/core/model/ids.ts";
import type { Message } from "../src/core/model/message.ts";
import type { RecordKey } from "../src/core/model/ports.ts";
import { createCircles } from "../src/core/rooms/circles.ts";
import { openKeyRing } from "../src/core/storage/keys/open-key-ring.ts";
import { recordKeys } from "../src/core/storage/records/record-keys.ts";
import { createSealedRecords } from "../src/core/storage/records/sealed-records.ts";
import type { RingTier } from "../src/core/storage/ring-file/kept-ring.ts";
import { createPgpSeal } from "../src/core/storage/seal/pgp-seal.ts";
import { openStore } from "../src/core/storage/stores/open-store.ts";
import { createLog } from "../src/lib/log.ts";
import { minute } from "../src/lib/time.ts";
import { type Action, createAction, createActionClock } from "./action.ts";
import { createMarkedNetwork, markers } from "./marked-network.ts";
import { type Attempt, type Booty, type Copy, copyStore, type Target, tryEverything, tryRows } from "./thief.ts";

export type StageOptions = {
  /** an empty folder, in which everything of the drill is kept */
  folder: string;
  /** an empty store, as WHEREAT_STORE names it */
  store: string;
  tier: RingTier;
  people: number;
  said: (line: string) => void;
};

/** The program on which the drill plays, and the thief who copies its store once a minute. */
export type Stage = {
  readonly action: Action;
  readonly copies: readonly Copy[];
  /** everybody moves and the store is copied, once a minute, until so many minutes are over */
  playUntil(minutes: number): Promise<void>;
  /** people with the circles that they share with at this moment */
  targets(people: readonly PersonId[]): Promise<readonly Target[]>;
  /** @param keyOf what of them is tried; their positions, when it is not given */
  attempt(
    targets: readonly Target[],
    counts?: (copy: Copy) => boolean,
    keyOf?: (target: Target) => RecordKey,
  ): Promise<Attempt>;
  /** tries every row of every copy with every key that is left */
  attemptEverything(): Promise<Booty>;
  /** everybody whose position the bot shows when this person asks */
  shownTo(person: PersonId): Promise<readonly PersonId[]>;
  /** the sealed positions of people, in all copies */
  positionRows(targets: readonly Target[]): readonly string[];
  close(): Promise<void>;
};

export async function openStage({ folder, store: url, tier, people, said }: StageOptions): Promise<Stage> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const clock = createActionClock();
  const log = createLog("debug", (line) => appendFileSync(join(folder, "whereat.log"), `${line}\n`));
  const ring = await openKeyRing({ tier, store: await openStore(url), clock: clock.now });
  const { store, continuity } = ring.guarded;
  const keys = new Map<string, RecordKey>();
  const pgpSeal = createPgpSeal(ring);
  const seal = {
    ...pgpSeal,
    rowId(key: RecordKey) {
      const id = pgpSeal.rowId(key);
      keys.set(id, key);
      return id;
    },
  };
  const messages: Message[] = [];
  const networks = new Map([["telegram" as const, createMarkedNetwork((message) => messages.push(message))]]);
  let ids = 0;
  const newId = () => `drill-${++ids}`.padEnd(22, "-");
  const core = createCore({
    store,
    seal,
    continuity,
    networks,
    clock: clock.now,
    wait: async () => {},
    random: () => 0.5,
    newId,
    log,
  });
  await core.resume();
  const action = createAction(core, clock, people);
  const circles = createCircles({
    records: createSealedRecords(store, seal, clock.now, log),
    newId,
    clock: clock.now,
    answerExpiry: { coarsen: async () => {} },
    continuity,
  });
  const copies: Copy[] = [];

  return {
    action,
    copies,

    async playUntil(minutes) {
      while (copies.length < minutes) {
        await action.everybodyMoves();
        copies.push(await copyStore(store, clock.now()));
        await action.pass(minute);
        if (copies.length % 15 === 0) said(`  ${copies.length} minutes are over`);
      }
    },

    async targets(who) {
      const found = await Promise.all(
        who.map(async (person) => ({ person, circle: await circles.find(action.roomOf(person)) })),
      );
      return found.flatMap(({ person, circle }) => (circle === undefined ? [] : [{ person, circle }]));
    },

    // A seal that has opened nothing yet: a thief need not refuse what is older than what was seen before.
    attempt: (targets, counts, keyOf) => tryRows(copies, targets, createPgpSeal(ring), counts, keyOf),

    attemptEverything: () =>
      tryEverything(
        copies,
        createPgpSeal(ring),
        keys,
        (text) => text.includes(markers.latitude) || text.includes(markers.longitude),
      ),

    async shownTo(person) {
      await action.says(action.roomOf(person), "/whereis", person);
      return messages.at(-1)?.answer?.shows.map((shown) => shown.person) ?? [];
    },

    positionRows(targets) {
      const ids = targets.map(({ circle, person }) => seal.rowId(recordKeys.position(circle, person)));
      return copies.flatMap(({ rows }) => ids.map((id) => rows.get(id)).filter((row) => row !== undefined));
    },

    async close() {
      await core.stop();
      await store.close();
      await ring.close();
    },
  };
}

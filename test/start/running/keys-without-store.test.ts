import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Receive } from "../../../src/core/messaging/inbox.ts";
import { StoreError } from "../../../src/core/model/errors.ts";
import { personId, roomId, shareId } from "../../../src/core/model/ids.ts";
import type { TextStore } from "../../../src/core/model/ports.ts";
import { openSealedStore } from "../../../src/core/storage/open-sealed-store.ts";
import { recordKeys } from "../../../src/core/storage/records/record-keys.ts";
import { createSealedRecords } from "../../../src/core/storage/records/sealed-records.ts";
import { createLog } from "../../../src/lib/log.ts";
import { hour, instant, later, minute } from "../../../src/lib/time.ts";
import { startNetworks } from "../../../src/start/start-networks.ts";
import { createChatNetwork } from "../../support/world/chat-network.ts";

beforeEach(() => vi.useFakeTimers({ now: Date.UTC(2026, 10, 23, 18, 3) }));
afterEach(() => vi.useRealTimers());

const clock = () => instant(Date.now());
const log = createLog("warn", () => {});
const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
const [ana, march] = [personId("telegram", "ana"), roomId("telegram", "march")];

/** A store that can be taken away, as when somebody carries off the machine that it is on. */
function takenAway(store: TextStore) {
  const state = { isGone: false };
  const unlessGone = async <T>(call: () => Promise<T>): Promise<T> => {
    if (state.isGone) throw new StoreError("nobody answers");
    return call();
  };
  const wrapped: TextStore = {
    ...store,
    get: (id) => unlessGone(() => store.get(id)),
    getMany: (ids) => unlessGone(() => store.getMany(ids)),
    set: (id, text) => unlessGone(() => store.set(id, text)),
    delete: (ids) => unlessGone(() => store.delete(ids)),
    scrub: () => unlessGone(() => store.scrub()),
  };
  return { state, wrapped };
}

test("the keys of what has expired are destroyed in time though the store is gone, and no copy of it opens", async () => {
  const sealed = await openSealedStore("memory:", { kind: "memory" }, clock);
  const { state, wrapped } = takenAway(sealed.store);
  const records = createSealedRecords(sealed.store, sealed.seal, clock, log);
  const network = createChatNetwork("telegram", clock);
  network.open("march", ["ana", "ben"]);
  let receive: Receive = async () => {};
  const running = await startNetworks({
    sealed: { ...sealed, store: wrapped },
    networks: [
      {
        name: "telegram",
        async open({ core }) {
          receive = core.receive;
          return { network: network.port, start: async () => "connected", stop: async () => {} };
        },
      },
    ],
    now: clock,
    wait: pause,
    sleep: pause,
    atExit: () => {},
    random: () => 0.5,
    newId: () => "x".repeat(22),
    log,
  });
  await receive({
    kind: "position",
    from: { person: ana, place: { room: march } },
    share: shareId("telegram", "1"),
    live: true,
    position: { latitude: 52.52, longitude: 13.405, at: clock() },
    startedAt: clock(),
    until: later(clock(), hour),
    first: true,
    message: network.newRef("march"),
  });
  const circle = await records.get(recordKeys.circleOfRoom(march));
  if (circle === undefined) throw new Error("nothing was shared");
  const key = recordKeys.position(circle, ana);
  const copy = (await sealed.store.get(sealed.seal.rowId(key))) ?? "";
  expect(await sealed.seal.open(key, copy)).toContain("52.52");
  state.isGone = true;
  await vi.advanceTimersByTimeAsync(hour + 16 * minute);
  expect(await sealed.seal.open(key, copy)).toBeUndefined();
  state.isGone = false;
  await vi.advanceTimersByTimeAsync(minute);
  await running.stop();
});

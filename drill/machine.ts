import { copyFileSync, existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { plainWords } from "../src/bots/render.ts";
import { createUpdateIds, type UpdateIds } from "../src/bots/telegram/client/update-ids.ts";
import { type Core, createCore } from "../src/core/core.ts";
import { type MessageRef, type PersonId, personId, type RoomId, roomId, shareId } from "../src/core/model/ids.ts";
import type { CommandIncoming, Incoming, PositionIncoming } from "../src/core/model/incoming.ts";
import type { TextStore } from "../src/core/model/ports.ts";
import { openSealedStore, type SealedStore } from "../src/core/storage/open-sealed-store.ts";
import { createNetworkPast, createNetworkTexts } from "../src/core/storage/records/network-texts.ts";
import { createSealedRecords } from "../src/core/storage/records/sealed-records.ts";
import { openStore } from "../src/core/storage/stores/open-store.ts";
import { createRetry } from "../src/lib/async/retry.ts";
import { createLog } from "../src/lib/log.ts";
import { type Duration, hour, type Instant, instant, later, second } from "../src/lib/time.ts";
import { createMarkedNetwork, markers } from "./marked-network.ts";

const files = ["whereat.db", "whereat.db-wal", "whereat.db-shm", "keyring"] as const;
export const storeFiles = files.slice(0, 3);
export const ringFile = files.slice(3);
export const allFiles = files;

export const ana: PersonId = personId("telegram", `${markers.person}1`);
export const ben: PersonId = personId("telegram", `${markers.person}2`);
const room: RoomId = roomId("telegram", `${markers.room}9`);

/** One whereat with its data in a folder, which can be stopped, robbed of its data and started again. Its network numbers updates as Telegram does. */
export type Machine = Awaited<ReturnType<typeof startMachine>>;

/** @param folder an empty one */
export async function startMachine(folder: string) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  let time = Date.UTC(2026, 10, 23, 18, 3, 20);
  const now = () => instant(time);
  let updates = 1000;
  let messages = 0;
  let ids = 0;
  const logged: string[] = [];
  const log = createLog("info", (line) => logged.push(line));
  const said: string[] = [];
  const network = createMarkedNetwork((message) => said.push(plainWords(message.lines)));
  let storage: SealedStore;
  let core: Core;
  let numbers: UpdateIds;

  async function start(): Promise<void> {
    storage = await openSealedStore(
      `sqlite:${join(folder, "whereat.db")}`,
      { kind: "file", path: join(folder, "keyring") },
      now,
    );
    const { store, seal, continuity } = storage;
    const networks = new Map([["telegram", network]]);
    const newId = () => `scene-${++ids}`.padEnd(22, "-");
    core = createCore({
      store,
      seal,
      continuity,
      networks,
      clock: now,
      wait: async () => {},
      random: () => 0.5,
      newId,
      log,
    });
    await core.resume();
    await core.idle();
    const records = createSealedRecords(store, seal, now, log);
    numbers = createUpdateIds({
      keep: createNetworkTexts(records, "telegram"),
      past: {
        ...createNetworkPast(records, continuity, "telegram"),
        lose: () => continuity.lose("network").then(core.tick),
      },
      retry: createRetry(
        async () => {},
        () => 0.5,
      ),
      mayPass: () => false,
      isStopping: () => false,
      now,
      log,
    });
  }

  async function stop(): Promise<void> {
    await core.stop();
    await storage.close();
  }

  async function tell(incoming: Incoming): Promise<void> {
    updates += 1;
    const batch = [{ update_id: updates }];
    await numbers.look(batch);
    await numbers.note(batch);
    await core.receive(incoming);
    await core.idle();
    time += second;
    await core.tick();
    await core.idle();
  }

  function position(share: string, startedAt: Instant, latitude: string, first: boolean): PositionIncoming {
    return {
      kind: "position",
      from: { person: ana, place: { room } },
      share: shareId("telegram", share),
      live: true,
      position: { latitude: Number(latitude), longitude: Number(`${markers.longitude}12`), at: now() },
      startedAt,
      until: later(startedAt, hour),
      first,
      message: share as MessageRef,
    };
  }

  await start();
  return {
    logged,
    /** what the bot says to it, all lines of all messages */
    async says(person: PersonId, text: string): Promise<string> {
      const from = said.length;
      const [name = "", ...rest] = text.slice(1).split(" ");
      messages += 1;
      const command: CommandIncoming = {
        kind: "command",
        id: `telegram:${messages}`,
        from: { person, place: { room } },
        name,
        argument: rest.join(" "),
        mentions: [],
        sentAt: now(),
        message: `${room}/${messages}` as MessageRef,
      };
      await tell(command);
      return said.slice(from).join("\n");
    },
    /** Ana begins a live share. @returns her phone, which goes on with it whatever the bot says */
    async shares(latitude: string) {
      messages += 1;
      const [share, startedAt] = [`share ${messages}`, now()];
      await tell(position(share, startedAt, latitude, true));
      return { moves: (to: string) => tell(position(share, startedAt, to, false)) };
    },
    pass(by: Duration) {
      time += by;
    },
    /** @returns what puts the files with these names back to what they are now */
    copyOf(names: readonly string[], copy: string): () => void {
      mkdirSync(copy, { recursive: true });
      const copied = names.filter((name) => existsSync(join(folder, name)));
      for (const name of copied) copyFileSync(join(folder, name), join(copy, name));
      return () => {
        for (const name of names) rmSync(join(folder, name), { force: true });
        for (const name of copied) copyFileSync(join(copy, name), join(folder, name));
      };
    },
    /** the program is stopped, something is done, and it starts again */
    async restartAfter(change: () => void): Promise<void> {
      await stop();
      change();
      time += second;
      await start();
    },
    /** another program does something to the rows of the store while whereat runs */
    async inStore(work: (store: TextStore) => Promise<void>): Promise<void> {
      const store = await openStore(`sqlite:${join(folder, "whereat.db")}`);
      await work(store);
      await store.close();
    },
    stop,
  };
}

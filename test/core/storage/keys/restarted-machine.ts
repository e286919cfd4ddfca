import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createCore } from "../../../../src/core/core.ts";
import { personId, roomId, shareId } from "../../../../src/core/model/ids.ts";
import type { CommandIncoming, PositionIncoming } from "../../../../src/core/model/incoming.ts";
import { openKeyRing } from "../../../../src/core/storage/keys/open-key-ring.ts";
import type { RingTier } from "../../../../src/core/storage/ring-file/kept-ring.ts";
import { createPgpSeal } from "../../../../src/core/storage/seal/pgp-seal.ts";
import { createLog } from "../../../../src/lib/log.ts";
import { instant } from "../../../../src/lib/time.ts";
import { createChatNetwork } from "../../../support/world/chat-network.ts";
import { freshFolder } from "../fresh-folder.ts";
import { openedStore } from "./ring-world.ts";

const began = Date.UTC(2026, 10, 23, 18, 3);
export const [ana, march] = [personId("telegram", "ana"), roomId("telegram", "march")];

/** whereat on one machine, started again and again, whose clock is what somebody sets it to. */
export async function restartedMachine() {
  let now = began;
  const clock = () => instant(now);
  const network = createChatNetwork("telegram", clock);
  network.open("march", ["ana", "ben"]);
  const rows = await openedStore("memory:");
  const tier: RingTier & { path: string } = { kind: "file", path: join(freshFolder(), "keys") };
  const logged: string[] = [];
  const log = createLog("info", (line) => logged.push(line));
  let ids = 0;

  async function start() {
    const ring = await openKeyRing({ tier, store: rows, clock });
    const { store, continuity } = ring.guarded;
    const seal = createPgpSeal(ring);
    const newId = () => `${++ids}`.padEnd(22, "x");
    const networks = new Map([["telegram" as const, network.port]]);
    const core = createCore({
      store,
      seal,
      continuity,
      networks,
      clock,
      wait: async () => {},
      random: () => 0.5,
      newId,
      log,
    });
    await core.resume();
    const tell = async (incoming: PositionIncoming | CommandIncoming) => {
      await core.receive(incoming);
      await core.idle();
    };
    return {
      seal,
      /** goes on with a share that began so long after the beginning, by the network's own time */
      share: (name: string, startedAt: number, at: number, first = false) =>
        tell({
          kind: "position",
          from: { person: ana, place: { room: march } },
          share: shareId("telegram", name),
          live: true,
          position: { latitude: 52.52, longitude: 13.405, at: instant(began + at) },
          startedAt: instant(began + startedAt),
          first,
          message: network.newRef("march"),
        }),
      says: (name: string, argument = "") => {
        const message = network.newRef("march");
        const from = { person: ana, place: { room: march } };
        return tell({
          kind: "command",
          id: message,
          from,
          name,
          argument,
          mentions: [],
          sentAt: clock(),
          message,
        });
      },
      async isSeen() {
        await this.says("whereis");
        return network.shown("march").at(-1)?.includes("52.52000") ?? false;
      },
      /** @param killed nothing of the ring is written any more */
      async end(killed = false) {
        await core.tick();
        await core.destroyKeys();
        await core.stop();
        const left = readFileSync(tier.path);
        await ring.close();
        if (killed) writeFileSync(tier.path, left);
      },
    };
  }
  return { start, store: rows, network, logged, setClock: (to: number) => void (now = began + to) };
}

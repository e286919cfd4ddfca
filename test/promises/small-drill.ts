import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { openStage, type Stage } from "../../drill/stage.ts";
import type { Target } from "../../drill/thief.ts";
import type { CircleId, PersonId } from "../../src/core/model/ids.ts";
import type { RecordKey } from "../../src/core/model/ports.ts";

export type SmallDrill = {
  stage: Stage;
  folder: string;
  /** how many of the positions of people (or of what `keyOf` tells), in all copies that were taken, open with every key that is left */
  opened: (targets: readonly Target[], before?: number, keyOf?: (target: Target) => RecordKey) => Promise<number>;
  /** whether the ring's file names this member or circle */
  inRing: (whose: PersonId | CircleId) => boolean;
  /** how many members the ring's file holds keys of */
  membersInRing: () => number;
};

/** A few people in one room, over a SQLite store and a ring in a file, whose store is copied once a minute. */
export async function startSmallDrill(): Promise<SmallDrill> {
  const folder = mkdtempSync(join(tmpdir(), "whereat-"));
  const tier = { kind: "file", path: join(folder, "keys", "ring") } as const;
  const store = `sqlite:${join(folder, "data", "whereat.db")}`;
  const stage = await openStage({ folder, store, tier, people: 3, said: () => {} });
  onTestFinished(async () => {
    await stage.close();
    rmSync(folder, { recursive: true });
  });
  return {
    stage,
    folder,
    async opened(targets, before = Number.POSITIVE_INFINITY, keyOf) {
      return (await stage.attempt(targets, (copy) => copy.at < before, keyOf)).opened;
    },
    inRing: (whose) => readFileSync(tier.path, "utf8").includes(whose),
    membersInRing() {
      const { circles } = JSON.parse(readFileSync(tier.path, "utf8")) as { circles: [string, unknown, unknown[]][] };
      return circles.reduce((sum, [, , members]) => sum + members.length, 0);
    },
  };
}

import { expect } from "vitest";
import { playScenes, scenes } from "../../drill/scenes.ts";
import { createPastCount } from "../../src/bots/matrix/sync/past-count.ts";
import { createRetry } from "../../src/lib/async/retry.ts";
import { createLog } from "../../src/lib/log.ts";
import { instant } from "../../src/lib/time.ts";
import { freshFolder } from "../core/storage/fresh-folder.ts";
import {
  holds,
  losesKeyRing,
  losesWhileRunning,
  losesWhileStopped,
  whileRunning,
  whileStopped,
} from "../support/losses.ts";
import { nothingLost } from "../support/past.ts";

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
      const account = {
        accountData: async () => ({ count: 9 }),
        setAccountData: async () => void happened.push("told"),
      };
      const past = { ...nothingLost, count: () => 8, lose: async () => void happened.push("lost") };
      const retry = createRetry(
        async () => {},
        () => 0.5,
      );
      const log = createLog("warn", () => {});
      await createPastCount({ past, retry, isStopping: () => false, now: () => instant(0), log }).look(account);
      expect(happened).toEqual(["lost", "told"]);
    },
};

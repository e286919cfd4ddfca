import { createTrouble, type Retry } from "../../../lib/async/retry.ts";
import { at, fromJson } from "../../../lib/json-value.ts";
import type { Log } from "../../../lib/log.ts";
import { type Clock, type Duration, day, hour } from "../../../lib/time.ts";
import type { Past } from "../../network-plugin.ts";
import { type Fields, idOf } from "./fields.ts";

type TextKeep = { get(name: string): Promise<string | undefined>; set(name: string, text: string): Promise<void> };

/**
 * Telegram numbers a bot's updates one by one, and delivers again what was not confirmed. So the first update after a start has at most the
 * number after the last one that was noted; a higher one shows that updates were handled of which nothing is known here.
 */
export type UpdateIds = {
  /** to be called with each batch before anything of it is done. @throws (rejects) StoreError */
  look(updates: readonly Fields[]): Promise<void>;
  /** resolves when the last number of the batch is noted: before the batch is confirmed; it may be noted before the batch is handled */
  note(updates: readonly Fields[]): Promise<void>;
};

type Parts = {
  keep: TextKeep;
  past: Past;
  retry: Retry;
  mayPass: (error: unknown) => boolean;
  isStopping: () => boolean;
  now: Clock;
  log: Log;
};

const name = "last update";
/** "If there are no new updates for at least a week, then identifier of the next update will be chosen randomly" (Update, Bot API). */
const numbersLast: Duration = 7 * day - hour;
/** Without numbers to compare, only the clock can tell that something may be missing. */
const longAbsence: Duration = hour;

export function createUpdateIds({ keep, past, retry, mayPass, isStopping, now, log }: Parts): UpdateIds {
  const trouble = createTrouble({ what: "Telegram: how far updates were handled cannot be kept" }, { log, now });
  const insist = <T>(work: () => Promise<T>) => retry(work, { trouble, mayPass, isStopping });
  let isCompared = false;

  async function isMissing(first: number): Promise<boolean> {
    // A note that cannot be opened is as good as none.
    const text = await keep.get(name).catch((error: unknown) => {
      if (mayPass(error)) throw error;
      return undefined;
    });
    const noted = fromJson(text ?? "");
    const [last, noticed] = [idOf(at(noted, "id")), at(noted, "at")];
    if (last === undefined || typeof noticed !== "number") return past.isKnown();
    if (first <= last + 1) return false;
    return now() - noticed < numbersLast || (past.absence ?? 0) > longAbsence;
  }

  return {
    async look([first]) {
      const id = idOf(first?.update_id);
      if (isCompared || id === undefined) return;
      await insist(async () => {
        if (await isMissing(id)) await past.lose();
        await past.know();
      });
      isCompared = true;
    },
    async note(updates) {
      const id = idOf(updates.at(-1)?.update_id);
      if (id === undefined) return;
      await insist(() => keep.set(name, JSON.stringify({ id, at: now() }))).catch((error: unknown) => {
        if (isStopping() || mayPass(error)) throw error;
        log.warn("Telegram: how far updates were handled was not noted", error);
      });
    },
  };
}

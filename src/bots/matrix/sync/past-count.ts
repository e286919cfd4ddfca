import { mayPass } from "../../../core/model/errors.ts";
import { createTrouble, type Retry } from "../../../lib/async/retry.ts";
import { at } from "../../../lib/json-value.ts";
import type { Log } from "../../../lib/log.ts";
import { type Clock, type Duration, type Instant, later, second } from "../../../lib/time.ts";
import type { Past } from "../../network-plugin.ts";
import type { MatrixConnection } from "../http/matrix-connection.ts";
import { isPassing, pauseAskedFor } from "../http/refusal.ts";
import { isRevoked } from "../http/request-error.ts";

type AccountData = Pick<MatrixConnection, "accountData" | "setAccountData">;

/**
 * The homeserver keeps in the account's own data how often something was chosen or taken back. When it knows of more than is known here, store and
 * key ring were put back together from one copy.
 */
export type PastCount = {
  /** to be called before anything is received. Resolves when the counts are compared, and the homeserver has this one */
  look(account: AccountData): Promise<void>;
  /** gives the homeserver the count as it is now, every few seconds at most; what fails is done with the next call */
  keepUp(account: AccountData): void;
};

type Parts = { past: Past; retry: Retry; isStopping: () => boolean; now: Clock; log: Log };

/** What happened in the last seconds before a kill, the homeserver need not know. */
const keptEach: Duration = 5 * second;
/** Of the account's own data; other programs leave it alone. */
export const countType = "org.whereat.count";

const mayPassThere = (error: unknown): boolean => !isRevoked(error) && (isPassing(error) || mayPass(error));

export function createPastCount({ past, retry, isStopping, now, log }: Parts): PastCount {
  const trouble = createTrouble({ what: "Matrix: the account's own data cannot be read or written" }, { log, now });
  let kept: { count: number; at: Instant } | undefined;

  async function keep(account: AccountData): Promise<void> {
    const count = past.count();
    kept = { count, at: now() };
    await account.setAccountData(countType, { count });
  }

  async function compare(account: AccountData): Promise<void> {
    const theirs = at(await account.accountData(countType), "count");
    // What is not there although it was is as bad as a count that is too high.
    const isMore = typeof theirs === "number" ? theirs > past.count() : await past.isKnown();
    if (isMore) await past.lose();
    await past.know();
    await keep(account);
  }

  return {
    look: (account) =>
      retry(() => compare(account), { trouble, mayPass: mayPassThere, asksFor: pauseAskedFor, isStopping }),
    keepUp(account) {
      if (kept !== undefined && (kept.count === past.count() || now() < later(kept.at, keptEach))) return;
      keep(account).catch((error: unknown) => {
        if (kept !== undefined) kept = { ...kept, count: -1 };
        log.debug(`Matrix: the account's own data was not written${error instanceof Error ? ` (${error.name})` : ""}`);
      });
    },
  };
}

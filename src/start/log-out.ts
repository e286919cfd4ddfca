import { BotRefused, type ConfiguredNetwork } from "../bots/network-plugin.ts";
import type { SealedStore } from "../core/storage/open-sealed-store.ts";
import { createNetworkTexts } from "../core/storage/records/network-texts.ts";
import { createSealedRecords } from "../core/storage/records/sealed-records.ts";
import type { Log } from "../lib/log.ts";
import type { Clock } from "../lib/time.ts";

type World = { now: Clock; log: Log };

/**
 * Ends the logins that the networks keep, one after the other.
 * @returns what was done, in sentences; and whether all of it was
 */
export async function logOut(
  { store, seal }: Pick<SealedStore, "store" | "seal">,
  networks: readonly ConfiguredNetwork[],
  { now, log }: World,
): Promise<{ isDone: boolean; said: readonly string[] }> {
  const records = createSealedRecords(store, seal, now, log);
  const said: string[] = [];
  let isDone = true;
  for (const { name, logOut: end } of networks) {
    if (end === undefined) continue;
    try {
      said.push(...(await end(createNetworkTexts(records, name))));
    } catch (error) {
      if (!(error instanceof BotRefused)) throw error;
      said.push(error.message);
      isDone = false;
    }
  }
  return { isDone, said: said.length === 0 ? ["No network that is set keeps a login."] : said };
}

import type { Network } from "../../model/ids.ts";
import type { Continuity } from "../../model/ports.ts";
import { recordKeys } from "./record-keys.ts";
import type { SealedRecords } from "./sealed-records.ts";

/** Texts of a network's adapter by name: sealed, and kept over restarts where the key ring is. `set` resolves when the text is safely stored. */
export type NetworkTexts = {
  get(name: string): Promise<string | undefined>;
  set(name: string, text: string): Promise<void>;
};

export const createNetworkTexts = (records: SealedRecords, network: Network): NetworkTexts => ({
  get: (name) => records.get(recordKeys.networkText(network, name)),
  set: (name, text) => records.set(recordKeys.networkText(network, name), text),
});

/** What a network can compare with what it knows itself of the past. @see Past in src/bots/network-plugin.ts */
export const createNetworkPast = (
  records: SealedRecords,
  { absence, count }: Pick<Continuity, "absence" | "count">,
  network: Network,
) => ({
  isKnown: async () => (await records.get(recordKeys.networkKnown(network))) === true,
  async know() {
    const known = recordKeys.networkKnown(network);
    if ((await records.get(known)) !== true) await records.set(known, true);
  },
  absence,
  count,
});

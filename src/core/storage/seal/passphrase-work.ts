import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { PassphraseCost } from "./open-pgp.ts";

export type PassphraseJob =
  | { kind: "wrap"; key: Uint8Array; passphrase: string; cost: PassphraseCost }
  | { kind: "unwrap"; packet: Uint8Array; passphrase: string };
/** `took` is in milliseconds. */
export type PassphraseDone = { bytes: Uint8Array; took: number };

/**
 * Derives a key from a passphrase in a worker thread. When the thread ends, its memory is freed: up to 256 MiB that openpgp.js would keep,
 * and openpgp.js itself.
 * @throws (rejects) as wrapKey and unwrapKey of open-pgp.ts do
 */
export async function workOnPassphrase(job: PassphraseJob): Promise<PassphraseDone> {
  const worker = new Worker(new URL("./passphrase-worker.ts", import.meta.url), { workerData: job, execArgv: [] });
  try {
    const [done] = (await once(worker, "message")) as [PassphraseDone];
    return done;
  } finally {
    await worker.terminate();
  }
}

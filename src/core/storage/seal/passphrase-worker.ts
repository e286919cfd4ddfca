import { parentPort, workerData } from "node:worker_threads";
import { unwrapKey, wrapKey } from "./open-pgp.ts";
import type { PassphraseDone, PassphraseJob } from "./passphrase-work.ts";

const job = workerData as PassphraseJob;
const began = performance.now();
const bytes =
  job.kind === "wrap" ? await wrapKey(job.key, job.passphrase, job.cost) : await unwrapKey(job.packet, job.passphrase);
const done: PassphraseDone = { bytes: new Uint8Array(bytes), took: performance.now() - began };
parentPort?.postMessage(done);

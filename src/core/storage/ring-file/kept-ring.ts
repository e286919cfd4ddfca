import { setImmediate as nextTurn } from "node:timers/promises";
import { preparePrivateFile } from "../../../lib/process/private-file.ts";
import { KeyRingError } from "../../model/errors.ts";
import type { Migration } from "../formats.ts";
import type { RingKeeper } from "../keys/key-ring.ts";
import type { RingKeys } from "../keys/ring-keys.ts";
import type { Step } from "../keys/saver.ts";
import { openRingFile, readRingFile } from "./ring-file.ts";
import { partsOfRing, readRing } from "./ring-text.ts";
import { damagedRing, isSealedRing, type MeasureCost, type Sealer, sealUnder, unseal } from "./sealed-ring.ts";

/** Where the ring is kept. That decides what "deleted" means. */
export type RingTier =
  /** in memory only: nothing that is sealed opens after the program ends */
  | { kind: "memory" }
  /** a plain file: whoever takes the disk can open what has not expired */
  | { kind: "file"; path: string }
  /** a file sealed with a passphrase, as an OpenPGP message */
  | { kind: "sealed"; path: string; passphrase: string };

/** A ring that outlasts the program. */
export type KeptTier = Exclude<RingTier, { kind: "memory" }>;

/** A ring in a file, as it was read there: what is in it, and how it is sealed. */
export type KeptRing = { keys: RingKeys; sealer: Sealer };

/**
 * Reads the file of a ring.
 * @returns undefined when there is none
 * @throws FormatError when it is in a format that is not read here
 * @throws KeyRingError when it cannot be opened, or others than this user can reach it
 */
export async function readKeptRing(tier: KeptTier, migrations: readonly Migration[]): Promise<KeptRing | undefined> {
  const problem = await preparePrivateFile(tier.path);
  if (problem !== undefined) throw new KeyRingError(`the key ring was not opened: ${problem}`);
  const content = await readRingFile(tier.path);
  return content && read(content, tier, migrations);
}

/** How a ring is sealed that is to be kept there. */
export const sealerFor = async (tier: KeptTier, measureCost?: MeasureCost): Promise<Sealer> =>
  tier.kind === "file" ? plain : await sealUnder(tier.passphrase, measureCost);

const plain: Sealer = (text) => Buffer.from(text);

/** Keeps a ring in a file. `sealWith` changes how it is sealed, from the next time on that it is saved. */
export type FileKeeper = RingKeeper & { sealWith(sealer: Sealer): void };

export async function keepInFile(path: string, first: Sealer, step: Step): Promise<FileKeeper> {
  const file = await openRingFile(path, step);
  let sealer = first;
  return {
    isInMemory: false,
    save: async (ring) => file.replace(sealer(await textOf(ring))),
    sealWith: (next) => void (sealer = next),
    close: () => file.close(),
  };
}

/** How long a text may become before anything else has its turn. */
const charactersInOneTurn = 200_000;

async function textOf(ring: RingKeys): Promise<string> {
  const parts: string[] = [];
  let length = 0;
  for (const part of partsOfRing(ring)) {
    parts.push(part);
    length += part.length;
    if (length < charactersInOneTurn) continue;
    length = 0;
    await nextTurn();
  }
  return parts.join("");
}

async function read(content: Buffer, tier: KeptTier, migrations: readonly Migration[]): Promise<KeptRing> {
  const isPlain = content.toString("latin1", 0, 1) === "{";
  if (tier.kind === "sealed") {
    if (isPlain)
      throw new KeyRingError(
        "the key ring is not sealed, but a passphrase is given: seal the ring with it, or give none",
      );
    const { text, sealer } = await unseal(content, tier.passphrase);
    return { keys: parse(text, migrations), sealer };
  }
  if (!isPlain && isSealedRing(content))
    throw new KeyRingError("the key ring is sealed with a passphrase, and none is given: give it");
  return { keys: parse(content.toString(), migrations), sealer: plain };
}

function parse(text: string, migrations: readonly Migration[]): RingKeys {
  const ring = readRing(text, migrations);
  if (ring === undefined) throw new KeyRingError(damagedRing);
  return ring;
}

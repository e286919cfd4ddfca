import { setImmediate as nextTurn } from "node:timers/promises";
import { preparePrivateFile } from "../../../lib/process/private-file.ts";
import { KeyRingError } from "../../model/errors.ts";
import type { Migration } from "../formats.ts";
import type { RingKeeper } from "../keys/key-ring.ts";
import type { RingKeys } from "../keys/ring-keys.ts";
import type { Step } from "../keys/saver.ts";
import { type Head, readHead } from "./parts-layout.ts";
import { openRingFile, readRingFile } from "./ring-file.ts";
import { divideRing, type RingParts, textsOfParts } from "./ring-parts.ts";
import { partsOfRing, readRing, readRingInParts } from "./ring-text.ts";
import {
  damagedRing,
  isSealedRing,
  type MeasureCost,
  plainSealer,
  type Sealer,
  sealUnder,
  unseal,
  unwrap,
} from "./sealed-ring.ts";

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
  tier.kind === "file" ? plainSealer : await sealUnder(tier.passphrase, measureCost);

/** Keeps a ring in a file. `sealWith` changes how it is sealed, from the next time on that it is saved. */
export type FileKeeper = RingKeeper & { sealWith(sealer: Sealer): void };

/** How many members a ring must have to be written in parts. Writing less than that whole takes a few milliseconds. */
const membersInParts = 500;

export async function keepInFile(
  path: string,
  first: Sealer,
  step: Step,
  inPartsFrom = membersInParts,
): Promise<FileKeeper> {
  const file = await openRingFile(path, step);
  let sealer = first;
  /** What the file holds now, as far as that is certain. */
  let parts: RingParts | undefined;

  async function saveAll(ring: RingKeys): Promise<void> {
    if (ring.next !== undefined || membersOf(ring) < inPartsFrom) return file.replace(sealer(await textOf(ring)));
    const divided = divideRing(ring, sealer, step);
    await file.replace((fresh) => divided.writeAll(fresh));
    parts = divided;
  }

  return {
    isInMemory: false,
    async save(ring, touched = "all") {
      const change = ring.next === undefined ? parts?.change(touched) : undefined;
      // After a failure nobody knows what of the change is in the file: then all is written, to another file.
      const known = parts;
      parts = undefined;
      if (change === undefined) return saveAll(ring);
      await file.change(change);
      parts = known;
    },
    sealWith(next) {
      sealer = next;
      parts = undefined;
    },
    close: () => file.close(),
  };
}

function membersOf({ circles }: RingKeys): number {
  let count = 0;
  for (const { members } of circles.values()) count += members.size;
  return count;
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

const notSealed = "the key ring is not sealed, but a passphrase is given: seal the ring with it, or give none";
const isSealed = "the key ring is sealed with a passphrase, and none is given: give it";

async function read(content: Buffer, tier: KeptTier, migrations: readonly Migration[]): Promise<KeptRing> {
  const head = readHead(content);
  if (head !== undefined) return readParts(content, head, tier, migrations);
  const isPlain = content.toString("latin1", 0, 1) === "{";
  if (tier.kind === "sealed") {
    if (isPlain) throw new KeyRingError(notSealed);
    const { text, sealer } = await unseal(content, tier.passphrase);
    return { keys: whole(readRing(text, migrations)), sealer };
  }
  if (!isPlain && isSealedRing(content)) throw new KeyRingError(isSealed);
  return { keys: whole(readRing(content.toString(), migrations)), sealer: plainSealer };
}

async function readParts(
  content: Buffer,
  head: Head,
  tier: KeptTier,
  migrations: readonly Migration[],
): Promise<KeptRing> {
  const { wrapped } = head;
  if (tier.kind === "sealed" && wrapped === undefined) throw new KeyRingError(notSealed);
  if (tier.kind === "file" && wrapped !== undefined) throw new KeyRingError(isSealed);
  const { open, sealer } =
    tier.kind === "sealed" && wrapped !== undefined
      ? await unwrap(wrapped, tier.passphrase)
      : { open: (bytes: Uint8Array) => Buffer.from(bytes).toString(), sealer: plainSealer };
  return { keys: whole(await readRingInParts(textsOfParts(content, head, open), migrations)), sealer };
}

function whole(ring: RingKeys | undefined): RingKeys {
  if (ring === undefined) throw new KeyRingError(damagedRing);
  return ring;
}

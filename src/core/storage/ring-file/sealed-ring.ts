import { randomBytes } from "node:crypto";
import { KeyRingError } from "../../model/errors.ts";
import type { PassphraseCost } from "../seal/open-pgp.ts";
import { workOnPassphrase } from "../seal/passphrase-work.ts";
import { splitWrapped } from "../seal/pgp-packet.ts";
import { decryptMessage, encryptMessage } from "../seal/sealed-message.ts";

export const damagedRing =
  "the key ring's file is damaged or cut short: put the whole file back, or move it and its store away to begin anew";

/** Turns the text of a ring into the content of its file. `part` does so with a part of it; `wrapped` opens with the passphrase what opens them. */
export type Sealer = ((text: string) => Uint8Array) & { part: (text: string) => Uint8Array; wrapped?: Uint8Array };

export const plainSealer: Sealer = Object.assign((text: string) => Buffer.from(text), {
  part: (text: string) => Buffer.from(text),
});

/** 128 MiB: the least that one guess costs, twice what RFC 9106 recommends where memory is short. */
export const leastCost: PassphraseCost = { passes: 3, parallelism: 4, memoryExponent: 17 };
/** 256 MiB and four times the rounds: the most that a start costs. */
const mostPasses = 12;
const mostMemory = 18;
const longest = 2000;

/** How long it takes to derive a key at this cost, in milliseconds. */
export type MeasureCost = (cost: PassphraseCost) => Promise<number>;

const measureCost: MeasureCost = async (cost) =>
  (await workOnPassphrase({ kind: "wrap", key: randomBytes(32), passphrase: "passphrase", cost })).took;

/** The highest cost that this machine can pay within one to two seconds: memory first, then rounds. */
export async function affordableCost(measure: MeasureCost = measureCost): Promise<PassphraseCost> {
  let took = await measure(leastCost);
  let { memoryExponent } = leastCost;
  for (; memoryExponent < mostMemory && took * 2 <= longest; took *= 2) memoryExponent++;
  const passes = Math.min(mostPasses, Math.floor((leastCost.passes * longest) / took));
  return { ...leastCost, memoryExponent, passes: Math.max(leastCost.passes, passes) };
}

/** A sealer under a new key. The key is derived from the passphrase once, however often the ring is written. */
export async function sealUnder(passphrase: string, measure?: MeasureCost): Promise<Sealer> {
  if (passphrase === "") throw new KeyRingError("the passphrase of the key ring is empty: give one");
  const key = randomBytes(32);
  const cost = await affordableCost(measure);
  return sealerOf((await workOnPassphrase({ kind: "wrap", key, passphrase, cost })).bytes, key);
}

/**
 * Opens a sealed ring's file.
 * @throws KeyRingError when the passphrase is another, or the file is damaged
 */
export async function unseal(content: Uint8Array, passphrase: string): Promise<{ text: string; sealer: Sealer }> {
  const [wrapped, body] = splitWrapped(content) ?? [];
  if (wrapped === undefined || body === undefined) throw new KeyRingError(damagedRing);
  const { open, sealer } = await unwrap(wrapped, passphrase);
  const text = open(body);
  if (text === undefined) throw new KeyRingError(damagedRing);
  return { text, sealer };
}

/**
 * Works on the passphrase of a ring.
 * @throws KeyRingError when it is another
 */
export async function unwrap(
  wrapped: Uint8Array,
  passphrase: string,
): Promise<{ open: (body: Uint8Array) => string | undefined; sealer: Sealer }> {
  const { bytes: key } = await workOnPassphrase({ kind: "unwrap", packet: wrapped, passphrase }).catch(
    (cause: unknown) => {
      throw new KeyRingError("the key ring does not open with this passphrase: give the one it was sealed with", {
        cause,
      });
    },
  );
  const open = (body: Uint8Array) => {
    const text = decryptMessage(body, key);
    const opened = text && Buffer.from(text).toString();
    text?.fill(0);
    return opened;
  };
  return { open, sealer: sealerOf(wrapped, key) };
}

/** Whether a file begins like a ring that is sealed with a passphrase. */
export const isSealedRing = (content: Uint8Array): boolean => splitWrapped(content) !== undefined;

function sealerOf(wrapped: Uint8Array, key: Uint8Array): Sealer {
  const part = (text: string) => {
    const bytes = Buffer.from(text);
    const message = encryptMessage(bytes, key);
    bytes.fill(0);
    return message;
  };
  return Object.assign((text: string) => Buffer.concat([wrapped, part(text)]), { part, wrapped });
}

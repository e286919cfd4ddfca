import fc from "fast-check";
import { createMessage, decrypt, encrypt, readMessage, type SessionKey } from "openpgp";
import { expect, test } from "vitest";
import { SealError } from "../../../../src/core/model/errors.ts";
import type { RecordKey } from "../../../../src/core/model/ports.ts";
import { createPgpSeal } from "../../../../src/core/storage/seal/pgp-seal.ts";
import { later } from "../../../../src/lib/time.ts";
import { inOnePart } from "../in-one-part.ts";
import { ana, begin, ben, c1, c2, minute, openedStore, openRing, positionOf } from "../keys/ring-world.ts";
import { mutations } from "./mutations.ts";
import { sessionKeyOf } from "./session-key.ts";

/** Rows of two members of two circles in two buckets, and of a setting; each in an older and a newer version. */
async function sealedRows() {
  const ring = await openRing({ tier: { kind: "memory" }, store: await openedStore("memory:") });
  const seal = createPgpSeal(ring);
  const records: { key: RecordKey; life?: number }[] = [
    ...[c1, c2].flatMap((circle) =>
      [ana, ben].flatMap((member) =>
        [1, 2].map((hours) => ({
          key: { ...positionOf(circle, member), about: [`${hours}`] },
          life: hours * 60 * minute,
        })),
      ),
    ),
    { key: { kind: "setting", about: [c1], circle: c1 } },
    { key: { kind: "setting", about: [] } },
  ];
  const sealAll = () =>
    Promise.all(
      records.map(async ({ key, life }) => {
        const row = await seal.seal(key, "52.5200123", life === undefined ? undefined : later(begin, life));
        await row.stored();
        return { key, row: row.text };
      }),
    );
  return { ring, seal, older: await sealAll(), newer: await sealAll() };
}

/** Refused in the one way, or taken for a row whose keys are destroyed. */
async function expectRefused(opening: Promise<string | undefined>): Promise<void> {
  const result = await opening.catch((error: unknown) => error);
  if (result === undefined) return;
  expect(result).toBeInstanceOf(SealError);
  expect(result).toHaveProperty("message", "a row is not what was sealed for its record");
}

test("no row that was changed in any way opens", async () => {
  const { seal, newer } = await sealedRows();
  const index = fc.nat({ max: newer.length - 1 });
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...Object.keys(mutations)),
      index,
      index,
      fc.nat(),
      async (name, at, from, where) => {
        const [{ key, row }, other] = [newer[at]!, newer[from]!];
        fc.pre(at !== from);
        const changed = mutations[name]!(row, other.row, where);
        fc.pre(changed !== row);
        expect(() => seal.bucketOf(changed)).not.toThrow();
        await expectRefused(seal.open(key, changed));
      },
    ),
    { numRuns: 1_500 },
  );
  for (const { key, row } of newer) expect(await seal.open(key, row)).toBe("52.5200123");
});

test("no text at all that was not sealed opens", async () => {
  const { seal, newer } = await sealedRows();
  const { key } = newer[0]!;
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.string(),
        fc.base64String().map((text) => `-.${text}`),
      ),
      async (text) => {
        await expectRefused(seal.open(key, text));
      },
    ),
  );
});

test("every single bit of a row is guarded", async () => {
  const { seal, newer } = await sealedRows();
  const { key, row } = newer[0]!;
  const bits = Buffer.from(row.split(".")[1]!, "base64").length * 8;
  for (let bit = 0; bit < bits; bit++)
    await expectRefused(seal.open(key, mutations["one bit of the body"]!(row, "", bit)));
});

test("no row opens for another record: of another member, circle, bucket, kind or subject", async () => {
  const { seal, newer } = await sealedRows();
  for (const { key } of newer) {
    const others: RecordKey[] = [
      { ...key, kind: "code" },
      { ...key, about: [...key.about, ""] },
    ];
    for (const each of newer) if (each.key !== key) await expectRefused(seal.open(key, each.row));
    for (const other of others)
      await expectRefused(seal.open(other, newer.find((each) => each.key === key)?.row ?? ""));
  }
});

test("no older row of a record opens once a newer one is known", async () => {
  const { seal, older } = await sealedRows();
  for (const { key, row } of older) await expectRefused(seal.open(key, row));
});

test("a row is an OpenPGP message under the key that is written of it; the same in version 1, or with another cipher, is refused", async () => {
  const { ring, seal, newer } = await sealedRows();
  for (const { key, row } of newer) {
    const [edgeText = "", body = ""] = row.split(".");
    const edge = seal.bucketOf(row);
    const data = sessionKeyOf(ring.forOpening(key, edge)[0]!, seal.rowId(key), edge);
    const sessionKey: SessionKey = { data, algorithm: "aes256", aeadAlgorithm: "gcm" };
    const message = await readMessage({ binaryMessage: Buffer.from(body, "base64") });
    const payload = await decrypt({ message, sessionKeys: [sessionKey], format: "binary" });
    const binary = new Uint8Array(payload.data as Uint8Array);
    expect(binary).toHaveLength(512);
    const again = async (sessionKey: SessionKey) => {
      const packet = await encrypt({ message: await createMessage({ binary }), sessionKey, format: "binary" });
      return `${edgeText}.${Buffer.from(inOnePart(packet as Uint8Array)).toString("base64")}`;
    };
    expect(await seal.open(key, await again(sessionKey))).toBe("52.5200123");
    await expectRefused(seal.open(key, await again({ data, algorithm: "aes256" })));
    await expectRefused(seal.open(key, await again({ ...sessionKey, aeadAlgorithm: "ocb" })));
  }
});

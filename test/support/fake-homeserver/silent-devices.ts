import { generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import type { PublicDevice } from "./other-device.ts";

type Signed = Record<string, unknown> & { signatures?: Record<string, Record<string, string>> };
type SigningKey = { name: string; privateKey: KeyObject };

const base64 = (bytes: Buffer) => bytes.toString("base64").replaceAll("=", "");
const rawOf = (key: KeyObject) => base64(Buffer.from(String(key.export({ format: "jwk" }).x), "base64url"));

/** Canonical JSON, of what has no numbers but whole ones (specification, appendices). */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner) =>
    inner !== null && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

function signedBy(value: Signed, userId: string, ...keys: SigningKey[]): Signed {
  const { signatures, ...bare } = value;
  const text = Buffer.from(canonical(bare));
  const made = keys.map(({ name, privateKey }) => [name, base64(sign(null, text, privateKey))]);
  return { ...bare, signatures: { [userId]: { ...signatures?.[userId], ...Object.fromEntries(made) } } };
}

function crossSigningKey(userId: string, usage: string): SigningKey & { content: Signed } {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const name = `ed25519:${rawOf(publicKey)}`;
  return { name, privateKey, content: { user_id: userId, usage: [usage], keys: { [name]: rawOf(publicKey) } } };
}

/** Devices that their owner has signed, and that never say anything: to them keys are given, and nobody reads what comes. They cost little. */
export function silentDevices(userId: string, deviceIds: readonly string[]): PublicDevice[] {
  const master = crossSigningKey(userId, "master");
  const selfSigning = crossSigningKey(userId, "self_signing");
  const identity = {
    master_keys: { [userId]: master.content },
    self_signing_keys: { [userId]: signedBy(selfSigning.content, userId, master) },
  };
  return deviceIds.map((deviceId) => {
    const { publicKey, privateKey } = generateKeyPairSync("ed25519");
    const own: SigningKey = { name: `ed25519:${deviceId}`, privateKey };
    const curve = () => rawOf(generateKeyPairSync("x25519").publicKey);
    const keys: Signed = {
      user_id: userId,
      device_id: deviceId,
      algorithms: ["m.olm.v1.curve25519-aes-sha2", "m.megolm.v1.aes-sha2"],
      keys: { [`curve25519:${deviceId}`]: curve(), [own.name]: rawOf(publicKey) },
    };
    let claimed = 0;
    return {
      userId,
      deviceId,
      keys: signedBy(keys, userId, own, selfSigning),
      identity,
      claim: () => ({ [`signed_curve25519:AAAA${claimed++}`]: signedBy({ key: curve() }, userId, own) }),
    };
  });
}

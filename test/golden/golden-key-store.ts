import { chmodSync, copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { persistIndexedDb } from "../../src/bots/matrix/crypto/indexeddb/indexed-db.ts";
import { openSealedFile, type SealedFile } from "../../src/bots/matrix/crypto/indexeddb/sealed-file.ts";
import { type Machine, openMachine } from "../../src/bots/matrix/crypto/olm-machine.ts";
import { sign } from "../bots/matrix/crypto/signed-machine.ts";
import { claimed, queried } from "../support/fake-homeserver/encrypted-talk.ts";
import { otherDevice } from "../support/fake-homeserver/other-device.ts";

type Row = [table: string, key: string, value: string, written: number];
/** What is in `golden.json`: when the key store was written, its keys, which are no secret here, its device's, and its rows. */
type Golden = { at: number; secret: string; storeKey: string; me: Me; ed25519: string; rows: Row[] };
type Me = { userId: string; deviceId: string };

const room = "!march:example.org";
const settings = { rotationMs: undefined, rotationMessages: undefined };

const open = (folder: string, { secret, at }: Pick<Golden, "secret" | "at">): SealedFile =>
  openSealedFile(join(folder, "matrix-keys.db"), { keys: [Buffer.from(secret, "hex")], count: 0 }, () => at);

/** Writes a folder with a key store of Matrix, as this version writes it: an account that has talked with one device. */
export async function makeGoldenKeyStore(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const me = { userId: "@bot:example.org", deviceId: "DEVICE" };
  const [secret, storeKey] = ["07".repeat(32), "03".repeat(32)];
  const opening = { at: 1_900_000_000_000, secret };
  const file = open(folder, opening);
  const machine = await openMachine(await persistIndexedDb(file), Buffer.from(storeKey, "hex"), me);
  await sign(machine, me);
  const ana = await otherDevice("@ana:example.org", "ANA");
  await machine.track([ana.userId]);
  await machine.takeDeviceLists(queried([ana], [ana.userId]), true);
  const { claim } = await machine.missingSessions([ana.userId]);
  if (claim) await machine.sent(claim, claimed([ana], [ana.userId]));
  await speak(machine, ana.userId);
  await machine.close();
  file.write([{ kind: "put", table: "encrypted rooms", key: JSON.stringify(room), value: "{}" }]);
  const rows = rowsOf(file);
  const { ed25519 } = machine;
  file.close();
  const golden: Golden = { ...opening, storeKey, me, ed25519, rows };
  writeFileSync(join(folder, "golden.json"), `${JSON.stringify(golden, undefined, 2)}\n`);
}

const stores = ["core", "devices", "identities", "inbound_group_sessions3", "outbound_group_sessions", "session"];
const tables = [
  "encrypted rooms",
  "indexed-db schema",
  "whereat::matrix-sdk-crypto-meta/matrix-sdk-crypto",
  ...[...stores, "tracked_users"].map((store) => `whereat::matrix-sdk-crypto/${store}`),
];

const rowsOf = (file: SealedFile): Row[] =>
  tables.flatMap((table) =>
    [...file.rows(table)]
      .map(({ key, value, written }): Row => [table, key, value, written])
      .sort(([, a], [, b]) => (a < b ? -1 : 1)),
  );

async function speak(machine: Machine, reader: string): Promise<unknown> {
  const first = await machine.encrypt(room, [reader], settings, "m.room.message", { body: "hello" });
  if (first.kind === "encrypted") return first.content;
  for (const request of first.requests) await machine.sent(request, {});
  return speak(machine, reader);
}

/** A copy that can be opened: the files in a repository are not private. */
export function copyGoldenKeyStore(from: string, to: string): void {
  for (const name of ["matrix-keys.db", "golden.json"]) {
    copyFileSync(join(from, name), join(to, name));
    chmodSync(join(to, name), 0o600);
  }
}

/**
 * Opens a copy of a golden key store, as the program does.
 * @returns its rows and its device's key as `golden.json` names them and as they are read, and whether it can still speak to the one that it knows
 */
export async function readGoldenKeyStore(folder: string) {
  const { rows, storeKey, me, ed25519, ...opening }: Golden = JSON.parse(
    readFileSync(join(folder, "golden.json"), "utf8"),
  );
  const file = open(folder, opening);
  try {
    const read = rowsOf(file);
    const machine = await openMachine(await persistIndexedDb(file), Buffer.from(storeKey, "hex"), me);
    const device = machine.ed25519;
    const isSessionKept = (await machine.missingSessions(["@ana:example.org"])).claim === undefined;
    const said = await speak(machine, "@ana:example.org");
    await machine.close();
    return { written: { rows, ed25519 }, read: { rows: read, ed25519: device }, isSessionKept, said };
  } finally {
    file.close();
  }
}

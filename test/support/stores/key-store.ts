import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { onTestFinished } from "vitest";
import { openSealedFile, type SealedFile } from "../../../src/bots/matrix/crypto/indexeddb/sealed-file.ts";

export type KeyStore = {
  readonly path: string;
  /** Opens the store, after closing it if it is open, as a new start of the program would. */
  open(secret?: Uint8Array): SealedFile;
  /** Everything on the disk: the file and what SQLite keeps beside it. */
  bytes(): Buffer;
  /** Runs SQL on the closed file, as someone who has the disk could. */
  tamper(statement: string): void;
  /** What the clock says, in milliseconds. */
  time: number;
};

/** A key store on a disk of its own, gone when the test ends. */
export function keyStore(): KeyStore {
  const folder = mkdtempSync(join(tmpdir(), "whereat-keys-"));
  let file: SealedFile | undefined;
  const close = () => {
    file?.close();
    file = undefined;
  };
  const store: KeyStore = {
    path: join(folder, "keys.db"),
    time: 1_800_000_000_000,
    open(secret = Buffer.alloc(32, 7)) {
      close();
      file = openSealedFile(store.path, { keys: [secret], count: 0 }, () => store.time);
      return file;
    },
    tamper(statement) {
      close();
      const sql = new DatabaseSync(store.path);
      sql.exec(statement);
      sql.close();
    },
    bytes: () => Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name)))),
  };
  onTestFinished(() => {
    close();
    rmSync(folder, { recursive: true });
  });
  return store;
}

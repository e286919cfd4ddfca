import { readFileSync } from "node:fs";
import { ConfigError, parseConfig } from "./config/config.ts";
import { KeyRingError } from "./core/model/errors.ts";
import { changePassphrase } from "./core/storage/keys/open-key-ring.ts";
import { lockRing } from "./core/storage/keys/ring-lock.ts";
import { FormatError } from "./lib/format.ts";
import { hardenProcess } from "./lib/process/harden-process.ts";
import { networks } from "./networks.ts";

const notWritten =
  "The key ring could not be written safely: look at its disk, and try again. It opens with the old passphrase or with the new one.\n";

/** `npm run passphrase -- FILE`: from now on the key ring opens with the passphrase in FILE. */
async function main() {
  hardenProcess();
  const [file] = process.argv.slice(2);
  const { keys, passphrase } = parseConfig(networks, process.env, (path) => readFileSync(path, "utf8"));
  if (keys.kind === "memory") throw new ConfigError("WHEREAT_KEYS=memory: there is no file to seal.");
  if (file === undefined) throw new ConfigError("Say which file holds the new passphrase: npm run passphrase -- FILE");
  const next = readNew(file).trim();
  if (next === "") throw new ConfigError("The file with the new passphrase is empty.");
  const release = await lockRing(keys.path);
  try {
    await changePassphrase(keys.path, passphrase?.reveal(), next);
  } finally {
    release();
  }
  process.stdout.write(
    "Done. The key ring opens with the new passphrase only. Put it where WHEREAT_PASSPHRASE_FILE says.\n",
  );
}

function readNew(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    throw new ConfigError("The passphrase was not changed: the file with the new one cannot be read.", { cause });
  }
}

try {
  await main();
} catch (error) {
  const isOurs = error instanceof ConfigError || error instanceof FormatError || error instanceof KeyRingError;
  process.stderr.write(isOurs ? `${error.message}\n` : notWritten);
  process.exitCode = 1;
}

import { ConfigError, parseConfig } from "./config/config.ts";
import { maxSettingsFileBytes } from "./config/limits.ts";
import { passphraseProblem } from "./config/passphrase.ts";
import { readSecret } from "./config/secret.ts";
import { KeyRingError } from "./core/model/errors.ts";
import { changePassphrase } from "./core/storage/keys/open-key-ring.ts";
import { lockRing } from "./core/storage/keys/ring-lock.ts";
import { FormatError } from "./lib/format.ts";
import { hardenProcess } from "./lib/process/harden-process.ts";
import { readPrivateText } from "./lib/process/private-text.ts";
import { networks } from "./networks.ts";

const notWritten =
  "The key ring could not be written safely: look at its disk, and try again. It opens with the old passphrase or with the new one.\n";

/** `npm run passphrase -- FILE`: from now on the key ring opens with the passphrase in FILE. */
async function main() {
  hardenProcess();
  const [file] = process.argv.slice(2);
  const { keys, passphrase } = parseConfig(networks, process.env, read, read(".env"));
  if (keys.kind === "memory") throw new ConfigError("WHEREAT_KEYS=memory: there is no file to seal.");
  if (file === undefined) throw new ConfigError("Say which file holds the new passphrase: npm run passphrase -- FILE");
  const next = readNew(file);
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

const read = (path: string) => readPrivateText(path, maxSettingsFileBytes);

/** The new passphrase. Refused as the settings refuse one, for the next start reads it from there. */
function readNew(file: string): string {
  const problems: string[] = [];
  const text = (name: string) => (name === "NEW_FILE" ? file : undefined);
  const next = readSecret("NEW", { text, readFile: read, problems, warnings: [] })?.reveal() ?? "";
  const tooEasy = problems.length === 0 ? passphraseProblem(next, "The new passphrase") : undefined;
  const [problem] = [...problems, tooEasy].filter((one) => one !== undefined);
  if (problem !== undefined)
    throw new ConfigError(
      `The passphrase was not changed. ${problem.replace("that NEW_FILE names", "with the new one")}`,
    );
  return next;
}

try {
  await main();
} catch (error) {
  const isOurs = error instanceof ConfigError || error instanceof FormatError || error instanceof KeyRingError;
  process.stderr.write(isOurs ? `${error.message}\n` : notWritten);
  process.exitCode = 1;
}

import { type Config, ConfigError, parseConfig } from "./config/config.ts";
import { maxSettingsFileBytes } from "./config/limits.ts";
import { passphraseProblem } from "./config/passphrase.ts";
import { readSecret } from "./config/secret.ts";
import { KeyRingError, StoreAway } from "./core/model/errors.ts";
import { renewKeys } from "./core/storage/renew-keys.ts";
import type { KeptTier } from "./core/storage/ring-file/kept-ring.ts";
import { createClock } from "./lib/clock.ts";
import { FormatError } from "./lib/format.ts";
import { hardenProcess } from "./lib/process/harden-process.ts";
import { readPrivateText } from "./lib/process/private-text.ts";
import { networks } from "./networks.ts";
import { tierOf } from "./start/key-tier.ts";

const withPassphrase = "--new-passphrase";

/**
 * `npm run renew-keys`: gives the key ring new keys in the place of all that it has, and seals the store anew under them.
 * `npm run passphrase -- FILE`: does that too, and from then on the ring opens with the passphrase in FILE.
 */
async function main() {
  hardenProcess();
  const [option, file, ...more] = process.argv.slice(2);
  const isNewPassphrase = option === withPassphrase;
  if ((option !== undefined && !isNewPassphrase) || more.length > 0) throw new ConfigError(usage);
  if (isNewPassphrase && file === undefined) throw new ConfigError(noFile);
  const config = parseConfig(networks, process.env, read, read(".env"));
  const tier = keptTier(config);
  if (config.store === "memory:") throw new ConfigError(nothingKept);
  const becomes: KeptTier = file === undefined ? tier : { kind: "sealed", path: tier.path, passphrase: readNew(file) };
  const now = createClock(Date.now, () => performance.now());
  const began = now();
  say("The keys are being renewed. If this is cut off, nothing is lost: run it again.");
  const { moved, isTidy } = await renewKeys(config.store, tier, becomes, now);
  say(`Done in ${Math.ceil((now() - began) / 1000)} s. All keys are new. Rows sealed anew under them: ${moved}.`);
  if (!isTidy)
    say(
      "The store did not delete the rows from before. No key that is left opens them, and the next start deletes them.",
    );
  if (isNewPassphrase)
    say("The key ring opens with the new passphrase only. Put it where WHEREAT_PASSPHRASE_FILE says.");
  say(
    "Earlier copies of the key ring open nothing that is in the store from now on. With a copy of the store from then they open that: delete such copies.",
  );
  say("Start whereat soon: what a network keeps in a file of its own is sealed anew then.");
}

const say = (sentence: string) => void process.stdout.write(`${sentence}\n`);
const read = (path: string) => readPrivateText(path, maxSettingsFileBytes);

const usage =
  "npm run renew-keys gives the key ring new keys. npm run passphrase -- FILE does that, and seals it with the passphrase in FILE.";
const noFile = "Say which file holds the new passphrase: npm run passphrase -- FILE";
const nothingKept = "WHEREAT_STORE=memory: keeps nothing, so there is nothing to seal anew.";

function keptTier(config: Config<unknown>): KeptTier {
  const tier = tierOf(config);
  if (tier.kind === "memory") throw new ConfigError("WHEREAT_KEYS=memory: there is no file to seal.");
  return tier;
}

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

const cutOff =
  "The keys could not be renewed to the end: look at the disk and at the store, and run this again. Nothing is lost. The key ring opens with the old passphrase, or with the new one.\n";

try {
  await main();
} catch (error) {
  const ours = [ConfigError, FormatError, KeyRingError, StoreAway];
  const isOurs = error instanceof Error && ours.some((kind) => error instanceof kind);
  process.stderr.write(isOurs ? `${error.message}\n` : cutOff);
  process.exitCode = 1;
}

import type { Faults } from "./fault.ts";

const main = "src/main.ts";
const envFile = "src/config/env-file.ts";
const config = "src/config/config.ts";
const sealedRing = "src/core/storage/ring-file/sealed-ring.ts";
const harden = "src/lib/process/harden-process.ts";

/** What becomes of secrets that whereat is given. */
export const secrets: Faults = {
  "A secret that is given in .env or in a file stands in the environment of no process; of one that is given in the environment, the log says so.":
    [
      [
        "the program reads .env itself",
        ["package.json", "--use-env-proxy src/main.ts", "--use-env-proxy --env-file=.env src/main.ts"],
      ],
      ["it is said", [main, "if (config.inEnvironment.length > 0)", "if (false)"]],
    ],
  "Started so that Node would print what is sent, or write down keys of connections, whereat ends before it sends anything.":
    [
      ["it ends", [main, "if (telling !== undefined)", "if (false)"]],
      ["what Node prints", [harden, '["NODE_DEBUG", "NODE_DEBUG_NATIVE"]', '["NODE_DEBUG_NATIVE"]']],
      ["what Node writes down", [harden, "tls-keylog|", ""]],
    ],
  "A passphrase that could be read in two ways, that is empty, or that is easy to guess seals nothing: whereat does not start with it.":
    [
      ["what is read differently", [envFile, "!readDifferently.test(written)", "true"]],
      ["what is empty", ["src/config/config.ts", "problems.push(`${name} is empty", "warnings.push(`${name} is empty"]],
      [
        "what is short",
        ["src/config/passphrase.ts", "characters.length >= minPassphraseCharacters", "characters.length > 0"],
      ],
      ["what is one letter", ["src/config/passphrase.ts", ">= minPassphraseVariety", "> 0"]],
    ],
  "A guess at the passphrase costs at least 128 MiB of memory, gone over three times.": [
    [
      "the memory",
      [sealedRing, "passes: 3, parallelism: 4, memoryExponent: 17", "passes: 3, parallelism: 4, memoryExponent: 16"],
    ],
    [
      "how often",
      [sealedRing, "passes: 3, parallelism: 4, memoryExponent: 17", "passes: 1, parallelism: 4, memoryExponent: 17"],
    ],
    ["never less", [sealedRing, "Math.max(leastCost.passes, passes)", "Math.max(1, passes)"]],
  ],
  "Where a network is required, a whereat that lost its settings ends with an error; what is set for a network that does not run is in the log, and so is a file with a secret that others can read.":
    [
      ["an error", [main, 'if (isNetworkless && given.includes("--require-network"))', "if (false)"]],
      ["its code", [main, "error instanceof ConfigError ? misconfigured : 1", "1"]],
      ["set for no network", [config, "warnings.push(`set, but no network is", "void (`set, but no network is"]],
      [
        "set for another",
        [config, "warnings.push(`set, but whereat does not run on", "void (`set, but whereat does not run on"],
      ],
      ["the log has it", [main, "for (const warning of config.warnings) log.warn(warning);", ""]],
      [".env", [config, "if (envFile.isOpen && lines.values.size > 0)", "if (false)"]],
      ["a secret's file", ["src/config/secret.ts", "if (file.isOpen)", "if (false)"]],
    ],
};

import { connect } from "node:net";
import { ConfigError, parseConfig } from "./config/config.ts";
import { maxSettingsFileBytes } from "./config/limits.ts";
import { readPrivateText } from "./lib/process/private-text.ts";
import { networks } from "./networks.ts";
import { verified, verifySocketIn } from "./start/verify-socket.ts";

const notThere =
  "whereat does not answer: it does not run, or with another data folder. Ask in the folder where it was started, with the same settings, as the same user.\n";

/** `npm run verify`: lets another session of the bot's account verify the device of the whereat that runs. @returns whether it did */
async function main(): Promise<boolean> {
  const read = (path: string) => readPrivateText(path, maxSettingsFileBytes);
  const { folder } = parseConfig(networks, process.env, read, read(".env"));
  const socket = connect(verifySocketIn(folder)).setEncoding("utf8");
  process.stdin.on("data", (typed) => socket.write(typed)).once("end", () => socket.end());
  let last = "";
  for await (const part of socket) {
    process.stdout.write(String(part));
    last = `${last}${String(part)}`.slice(-1000);
  }
  return last.trim().split("\n").at(-1)?.startsWith(verified) ?? false;
}

try {
  process.exitCode = (await main()) ? 0 : 1;
} catch (error) {
  process.stderr.write(error instanceof ConfigError ? `${error.message}\n` : notThere);
  process.exitCode = 1;
}
process.exit();

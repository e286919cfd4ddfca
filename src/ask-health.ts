import { connect } from "node:net";
import { ConfigError, parseConfig } from "./config/config.ts";
import { maxSettingsFileBytes } from "./config/limits.ts";
import { readPrivateText } from "./lib/process/private-text.ts";
import { networks } from "./networks.ts";
import { healthSocketIn } from "./start/health/health-socket.ts";

const patience = 5000;
const maxLength = 65_536;
const notThere =
  "bad\nwhereat does not answer: it does not run, or with another data folder. Ask in the folder where it was started, with the same settings, as the same user.\n";

/** `npm run health`: prints how whereat is. @returns whether all is well */
async function main(): Promise<boolean> {
  const read = (path: string) => readPrivateText(path, maxSettingsFileBytes);
  const { folder } = parseConfig(networks, process.env, read, read(".env"));
  const report = await ask(healthSocketIn(folder)).catch(() => notThere);
  process.stdout.write(report);
  return report.startsWith("good\n");
}

async function ask(path: string): Promise<string> {
  const socket = connect(path).setEncoding("utf8");
  socket.setTimeout(patience, () => socket.destroy(new Error("no answer in time")));
  let text = "";
  for await (const part of socket) {
    text += String(part);
    if (text.length > maxLength) throw new Error("too long for a report");
  }
  return text;
}

try {
  process.exitCode = (await main()) ? 0 : 1;
} catch (error) {
  process.stderr.write(error instanceof ConfigError ? `${error.message}\n` : "The health could not be asked for.\n");
  process.exitCode = 1;
}

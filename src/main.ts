import { randomBytes } from "node:crypto";
import { existsSync, fstatSync } from "node:fs";
import { setTimeout as after } from "node:timers/promises";
import type { ConfiguredNetwork } from "./bots/network-plugin.ts";
import { type Config, ConfigError, parseConfig } from "./config/config.ts";
import { maxSettingsFileBytes } from "./config/limits.ts";
import { namesOf, settingsWith } from "./config/settings.ts";
import { KeyRingError, StoreError } from "./core/model/errors.ts";
import { openSealedStore } from "./core/storage/open-sealed-store.ts";
import { createClock } from "./lib/clock.ts";
import { FormatError } from "./lib/format.ts";
import { createLog, type Log, lineForJournal, lineWithTime } from "./lib/log.ts";
import { createMetrics } from "./lib/metrics.ts";
import { hardenProcess, whatTellsSecrets } from "./lib/process/harden-process.ts";
import { writePrivateFile } from "./lib/process/private-file.ts";
import { createPrivateFolder, removeLeftFolders } from "./lib/process/private-folder.ts";
import { readPrivateText } from "./lib/process/private-text.ts";
import { watchFile } from "./lib/process/same-file.ts";
import { nameAndVersion } from "./lib/process/version.ts";
import { instant } from "./lib/time.ts";
import { networks } from "./networks.ts";
import { openPictures } from "./pictures/open-pictures.ts";
import { configure, envFile, givenIn } from "./start/configure/configure.ts";
import { NoMoreAnswers, openInterview } from "./start/configure/interview.ts";
import { tryConnection } from "./start/configure/try-connection.ts";
import { lasted } from "./start/health/judge.ts";
import { createMeasures } from "./start/health/measure.ts";
import { createSystemdNotify } from "./start/health/notify-systemd.ts";
import { tellHealth } from "./start/health/tell.ts";
import { tierOf, whatItProtects } from "./start/key-tier.ts";
import { logOut } from "./start/log-out.ts";
import { startConsole } from "./start/start-console.ts";
import { startNetworks } from "./start/start-networks.ts";
import { serveVerification } from "./start/verify-socket.ts";

const ending = new AbortController();
const sleep = async (milliseconds: number, signal?: AbortSignal) => {
  await after(milliseconds, undefined, signal ? { signal } : {}).catch(() => undefined);
};
const elapsed = () => performance.now();
/** Clock and randomness: nothing else in src reads them. */
const world = {
  now: createClock(Date.now, elapsed),
  wall: () => instant(Date.now()),
  elapsed,
  wait: (milliseconds: number) => sleep(milliseconds, ending.signal),
  sleep,
  random: Math.random,
  newId: () => randomBytes(16).toString("base64url"),
  atExit: (work: () => void) => void process.once("exit", work),
};

/** EX_CONFIG of sysexits.h: starting again does not help before somebody has changed the settings. */
const misconfigured = 78;
const options = ["--version", "--require-network", "--configure", "--log-out"];
/** The first setting of a network is the one that says that whereat runs on it. */
const firstSettings = networks.map(({ settings }) => Object.keys(settings)[0]).join(" or ");
const nothingConfigured = `No network is configured, and --require-network asks for one: set ${firstSettings}, in .env or in the environment.`;

async function main() {
  const given = process.argv.slice(2);
  const unknown = given.filter((option) => !options.includes(option));
  if (unknown.length > 0) throw new ConfigError(`An option is not known here. There are: ${options.join(", ")}`);
  if (given.includes("--version")) return void process.stdout.write(`${nameAndVersion}\n`);
  const telling = whatTellsSecrets(process.env);
  if (telling !== undefined) throw new ConfigError(telling);
  const notKept = hardenProcess();
  const read = (path: string) => readPrivateText(path, maxSettingsFileBytes);
  const isAsked = given.includes("--configure");
  const invitations = isAsked ? await askForSettings() : undefined;
  if (isAsked && invitations === undefined) return;
  const config = parseConfig(networks, process.env, read, read(envFile));
  // DEBUG would have libraries print what they send, token and all.
  for (const name of [...namesOf(settingsWith(networks)), "DEBUG"]) delete process.env[name];
  const log = createLog(config.logLevel, undefined, headingOf(config), isJournal ? lineForJournal : lineWithTime(time));
  // Among them a panic in a library of WebAssembly, after which its calls never return: only a new start helps.
  process.on("uncaughtException", (error) => {
    log.warn("whereat ended by a fault of its own", error);
    process.exit(1);
  });
  const isNetworkless = config.networks.length === 0;
  if (isNetworkless && given.includes("--require-network")) throw new ConfigError(nothingConfigured);
  for (const warning of config.warnings) log.warn(warning);
  if (config.inEnvironment.length > 0) log.info(`${inEnvironment}: ${config.inEnvironment.join(", ")}`);
  if (invitations) return tryNetworks(config, log, invitations);
  if (given.includes("--log-out")) {
    if (isNetworkless) throw new ConfigError("No network is set, so there is no login to end.");
    return endLogins(config, log);
  }
  await removeLeftFolders();
  await (isNetworkless ? runConsole(config, log) : runNetworks(config, log, notKept));
}

/** `npm run configure`. @returns how the bot comes into rooms; undefined when nothing is set up now */
async function askForSettings(): Promise<readonly string[] | undefined> {
  const interview = openInterview({ input: process.stdin, output: process.stdout });
  const settings = settingsWith(networks);
  try {
    return await configure({
      interview,
      networks,
      settings,
      given: givenIn(process.env, settings),
      isThere: existsSync,
      write: writePrivateFile,
      newPassphrase: () =>
        randomBytes(16)
          .toString("hex")
          .replaceAll(/(....)(?=.)/g, "$1-"),
    });
  } catch (error) {
    if (!(error instanceof NoMoreAnswers)) throw error;
    interview.say("Nothing was written.");
    return undefined;
  } finally {
    interview.close();
  }
}

/** `npm run logout`, while whereat does not run. */
async function endLogins(config: Config<ConfiguredNetwork>, log: Log) {
  const sealed = await openSealedStore(config.store, tierOf(config), world.now, { wait: world.wait, log });
  try {
    const { isDone, said } = await logOut(sealed, config.networks, { now: world.now, log });
    process.stdout.write(`${said.join("\n")}\n`);
    process.exitCode = isDone ? 0 : 1;
  } finally {
    await sealed.close();
  }
}

/** The first connection, with what was just written down. */
async function tryNetworks(config: Config<ConfiguredNetwork>, log: Log, invitations: readonly string[]) {
  process.stdout.write("whereat connects now, to see that all is right.\n");
  const sealed = await openSealedStore(config.store, tierOf(config), world.now, { wait: world.wait, log });
  const running = await startNetworks({ ...world, log, sealed, networks: config.networks });
  const stop = () => {
    ending.abort();
    return running.stop();
  };
  const wrong = await tryConnection({ ...running, stop }, world);
  const said = wrong
    ? [...wrong, "The log above says more. Put it right in .env and secrets/, then: npm start"]
    : ["It works. Start it with npm start, and leave it running.", ...invitations];
  process.stdout.write(`${said.join("\n")}\n`);
  process.exitCode = wrong ? 1 : 0;
}

/** sd_journal_stream_fd(3): the variable outlives a redirection, so it is compared with where the lines really go. */
const isJournal = (() => {
  const { dev, ino } = fstatSync(2);
  return process.env["JOURNAL_STREAM"] === `${dev}:${ino}`;
})();
const time = () => new Date().toISOString().replace(/\.\d+/, "");

/** What somebody who reads a log asks first. */
function headingOf({ networks: configured, store }: Config<ConfiguredNetwork>): string {
  const names = configured.map(({ name }) => name).join(", ") || "the console room";
  const [kind] = store.split(":");
  return `${nameAndVersion}; Node ${process.versions.node}; networks: ${names}; store: ${kind}`;
}

const inEnvironment =
  "Other programs of this user can read these secrets, because they stand in the environment. In .env or in files they cannot";

async function runNetworks(config: Config<ConfiguredNetwork>, log: Log, notKept: readonly string[]) {
  const tier = tierOf(config);
  const sealed = await openSealedStore(config.store, tier, world.now, { wait: world.wait, log });
  for (const warning of notKept) log.warn(warning);
  log.info(whatItProtects(tier));
  const [, storeFile] = /^sqlite:(.+)$/.exec(config.store) ?? [];
  const metrics = config.metrics && { from: createMetrics(), at: config.metrics };
  const running = await startNetworks({
    ...world,
    log,
    sealed,
    networks: config.networks,
    places: await placesOf(config, log),
    pictures: openPictures({ ...world, map: config.map, log }),
    ...(storeFile !== undefined && { isStoreInPlace: watchFile(storeFile) }),
    ...(metrics && { measures: createMeasures(metrics.from, elapsed) }),
  });
  const { health } = running;
  const systemd = createSystemdNotify(process.env, elapsed);
  // Not waited for: whoever ends the program now must not find it deaf.
  const told = tellHealth({ health, folder: config.folder, metrics, systemd, log, now: world.now });
  const verifying = serveVerification(config.folder, running.verify, log);
  const began = elapsed();
  let stopped: Promise<void> | undefined;
  const end = (why: string, code: number) => {
    if (stopped) return;
    const words = `whereat ended, ${why}, after ${lasted(elapsed() - began)}`;
    const last = () => (code === 0 ? log.info(words) : log.warn(words));
    process.exitCode = code;
    // What hangs must not keep the program: all that is not finished by then is safe to be delivered again.
    setTimeout(() => {
      last();
      process.exit();
    }, 1900).unref();
    ending.abort();
    stopped = Promise.all([running.stop(), ...[told, verifying].map(async (ends) => (await ends)())]).then(() => {
      last();
      process.exit();
    });
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => end(`asked to by ${signal}`, 0));
  if ((await running.over) === "failed") end("because no network can go on", 1);
  else end("because a network came to its end", 0);
  await stopped;
}

/** What places are called, by the operator's map. Without one, nothing is loaded that reads maps. */
async function placesOf({ map }: Config<ConfiguredNetwork>, log: Log) {
  if (map === undefined) return undefined;
  const { openPlaces } = await import("./map/open-places.ts");
  return openPlaces(map, { wait: world.wait, log });
}

async function runConsole(config: Config<ConfiguredNetwork>, log: Log) {
  const isKept = config.isStoreSet;
  const store = isKept ? config.store : "memory:";
  const tier = isKept ? tierOf(config) : { kind: "memory" as const };
  const pictures = openPictures({ ...world, map: config.map, log });
  await startConsole({
    ...world,
    log,
    places: await placesOf(config, log),
    pictures,
    pictureFiles: createPrivateFolder(world.atExit),
    open: (clock) => openSealedStore(store, tier, clock, { wait: world.wait, log }),
    isKept,
    // What a store keeps for a network is what happened there.
    besides: isKept ? [] : networks.map(({ name }) => name),
    print: (line) => void process.stdout.write(`${line}\n`),
    input: process.stdin,
    prompt: process.stdin.isTTY ? () => void process.stdout.write("> ") : undefined,
    ...(process.stdin.isTTY && process.stdout.isTTY && { screen: { input: process.stdin, output: process.stdout } }),
  }).finally(() => void pictures.close());
}

try {
  await main();
} catch (error) {
  const ours = [ConfigError, FormatError, KeyRingError, StoreError];
  const isOurs = error instanceof Error && ours.some((kind) => error instanceof kind);
  const said = isOurs ? error.message : "whereat ended: something went wrong";
  for (const line of said.split("\n")) process.stderr.write(`${isJournal ? "<3>" : ""}${line}\n`);
  process.exitCode = error instanceof ConfigError ? misconfigured : 1;
}

import { beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { BotRefused, type ChatBot, type ConfiguredNetwork } from "../../../src/bots/network-plugin.ts";
import { parseConfig } from "../../../src/config/config.ts";
import { openSealedStore, type SealedStore } from "../../../src/core/storage/open-sealed-store.ts";
import { createLog } from "../../../src/lib/log.ts";
import { instant, minute, type Wait } from "../../../src/lib/time.ts";
import { networks } from "../../../src/networks.ts";
import { startNetworks } from "../../../src/start/start-networks.ts";
import { createSmallNetwork, createSmallService } from "../../support/networks/small-network.ts";

const began = 1_795_435_200_000;
let passed = 0;
beforeEach(() => {
  passed = 0;
});
const now = () => instant(began + passed);
const settings = { SMALL_ADDRESS: "small.example.org", SMALL_TOKEN: "let me in" };
const noFile = () => undefined;

/** The program on these networks, with a store in memory, and what it logged. */
async function start(
  configured: readonly ConfiguredNetwork[],
  pause: Wait = async () => {},
  cutOff?: SealedStore["cutOff"],
) {
  const logged: string[] = [];
  const running = await startNetworks({
    sealed: { ...(await openSealedStore("memory:", { kind: "memory" }, now)), cutOff },
    networks: configured,
    now,
    wait: pause,
    sleep: pause,
    random: () => 0.5,
    newId: () => "x".repeat(22),
    log: createLog("info", (line) => logged.push(line)),
    atExit: () => undefined,
  });
  let stopped: Promise<void> | undefined;
  const stop = () => (stopped ??= running.stop());
  onTestFinished(stop);
  return { ...running, stop, logged };
}

/** The small network, whose bot does something else. */
async function startWith(change: (bot: ChatBot) => Partial<ChatBot>) {
  const { networks: configured } = parseConfig([createSmallNetwork(createSmallService(now))], settings, noFile);
  const changed = configured.map(
    ({ name, open }): ConfiguredNetwork => ({
      name,
      async open(world) {
        const bot = await open(world);
        return { ...bot, ...change(bot) };
      },
    }),
  );
  return start(changed);
}

test("a network is added by one line in the list: its settings are known, and /whereis is answered there", async () => {
  const service = createSmallService(now);
  const small = createSmallNetwork(service);
  const all = [...networks, small];
  expect(() => parseConfig(all, { ...settings, SMALL_TOKE: "x" }, noFile)).toThrow(
    "SMALL_TOKE is not a setting. Did you mean SMALL_TOKEN?",
  );
  expect(() => parseConfig(all, { SMALL_ADDRESS: "x", MATRIX_USER: "x" }, noFile)).toThrow(
    /MATRIX_HOMESERVER_URL must be[\s\S]*SMALL_ADDRESS and SMALL_TOKEN go together/,
  );
  expect(parseConfig(all, {}, noFile).networks).toEqual([]);

  const config = parseConfig(all, { SMALL_ADDRESS: "small.example.org", SMALL_TOKEN_FILE: "/token" }, () => ({
    text: "let me in\n",
    isOpen: false,
  }));
  expect(config.networks.map(({ name }) => name)).toEqual(["small"]);
  service.rooms.set("march", ["ana", "ben"]);
  const { logged } = await start(config.networks);
  expect(service.bot?.token).toBe("let me in");
  expect(logged).toEqual(["Small: connected to small.example.org"]);
  await service.sendsPosition("ana", "march", { latitude: 52.52, longitude: 13.405 });
  await service.says("ben", "march", "/whereis");
  await expect.poll(() => service.shown("march", "ben").join("\n")).toContain("52.52");
});

test("a network that refuses the bot ends the program, and says why once, in its own words", async () => {
  const { over, logged } = await startWith(() => ({
    start: async () => {
      throw new BotRefused("Small: the token is not valid. Make a new one.");
    },
  }));
  expect(await over).toBe("failed");
  expect(logged).toEqual(["warn: Small: the token is not valid. Make a new one."]);
});

test("a network that cannot go on ends the program; of another's error only the class is logged, and which network", async () => {
  const { promise, reject } = Promise.withResolvers<never>();
  const { over, logged } = await startWith(() => ({ broken: promise }));
  reject(new TypeError("at 52.52 13.405"));
  expect(await over).toBe("failed");
  expect(logged).toEqual(["Small: connected to small.example.org", "warn: small: the bot cannot go on (TypeError)"]);
});

test("a network that comes to its end ends the program well", async () => {
  const { over, logged } = await startWith(() => ({ ended: Promise.resolve() }));
  expect(await over).toBe("ended");
  expect(logged).toEqual(["Small: connected to small.example.org"]);
});

test("what a network cannot do because the program ends is no failure", async () => {
  const { promise, reject } = Promise.withResolvers<never>();
  const { over, logged, stop } = await startWith(() => ({
    start: () => promise,
    stop: async () => reject(new BotRefused("cut off")),
  }));
  await stop();
  expect([await over, logged]).toEqual(["ended", []]);
});

/** The program on two networks. Nothing is tried again before `pass` was called, which lets a quarter of an hour go by. */
async function startOnTwo(change: {
  one?: Partial<ConfiguredNetwork>;
  two?: Partial<ChatBot>;
  bot?: Partial<ChatBot>;
}) {
  const service = createSmallService(now);
  const { networks: configured } = parseConfig([createSmallNetwork(service)], settings, noFile);
  const [small] = configured;
  const pauses: (() => void)[] = [];
  const named = (name: string, changed: Partial<ChatBot> = {}): ConfiguredNetwork => ({
    name: name as ConfiguredNetwork["name"],
    async open(world) {
      const bot = await small!.open(world);
      const start = async () => `${name} runs`;
      return { ...bot, network: { ...bot.network, network: name as never }, start, ...changed };
    },
  });
  const two = [{ ...named("one", change.bot), ...change.one }, named("two", change.two)];
  const wait: Wait = (ms) => (ms < minute ? Promise.resolve() : new Promise((resolve) => pauses.push(resolve)));
  const running = await start(two, wait);
  onTestFinished(() => pauses.forEach((end) => end()));
  return {
    ...running,
    pass: async () => {
      await vi.waitFor(() => expect(pauses.length).toBeGreaterThan(0));
      passed += 15 * minute;
      pauses.splice(0).forEach((end) => end());
    },
  };
}

const refused = new BotRefused("One: the login was taken back.");
const brokenLater = () => {
  const broken = Promise.reject<never>(refused);
  broken.catch(() => undefined);
  return broken;
};

test.each<[string, Parameters<typeof startOnTwo>[0]]>([
  ["is refused at the start", { bot: { start: () => Promise.reject(refused) } }],
  ["is refused while it runs", { bot: { start: async () => "one runs", broken: brokenLater() } }],
  ["cannot even be opened", { one: { open: () => Promise.reject(refused) } }],
])(
  "one network that %s leaves the other running, and is logged again each quarter of an hour",
  async (_name, change) => {
    const { over, logged, pass } = await startOnTwo(change);
    const said = () => logged.filter((line) => line.includes("taken back")).length;
    const isOnlyThere = () => logged.filter((line) => line.startsWith("warn: one: whereat does not run there")).length;
    for (let count = 1; count <= 3; count++) {
      await vi.waitFor(() => expect([said(), isOnlyThere()]).toEqual([count, count]));
      await pass();
    }
    expect(await Promise.race([over, Promise.resolve("still running")])).toBe("still running");
    expect(logged).toContain("two runs");
  },
);

test("a network that could not go on is tried again, and runs when it can", async () => {
  let tries = 0;
  const start = async () => {
    if (++tries === 1) throw refused;
    return "one runs";
  };
  const { logged, pass } = await startOnTwo({ bot: { start } });
  await pass();
  await vi.waitFor(() => expect(logged).toContain("one runs"));
  // The other network may begin to run at any time.
  const ofOne = logged.filter((line) => line !== "two runs");
  expect(ofOne.at(-2)).toMatch(/^over after 15 min: one: whereat does not run there/);
});

test("when no network can go on any more, the program ends with an error", async () => {
  const { promise, reject } = Promise.withResolvers<never>();
  const { over, logged } = await startOnTwo({
    bot: { start: () => Promise.reject(refused) },
    two: { broken: promise },
  });
  await vi.waitFor(() => expect(logged.join("\n")).toContain("one: whereat does not run there"));
  reject(new BotRefused("Two: neither."));
  expect(await over).toBe("failed");
});

test("the bot that could not go on is stopped before the next one is opened", async () => {
  const calls: string[] = [];
  const { pass } = await startOnTwo({
    bot: {
      start: async () => {
        calls.push("start");
        throw refused;
      },
      stop: async () => void calls.push("stop"),
    },
  });
  await pass();
  await vi.waitFor(() => expect(calls).toEqual(["start", "stop", "start", "stop"]));
});

test("what became of a renewal of the keys that was cut off is in the log", async () => {
  const { networks: configured } = parseConfig([createSmallNetwork(createSmallService(now))], settings, noFile);
  const undone = await start(configured, undefined, "undone");
  expect(undone.logged[0]).toMatch(/^warn: .*keys are those from before.*renew them again: npm run renew-keys/);
  const finished = await start(configured, undefined, "finished");
  expect(finished.logged[0]).toMatch(/^warn: .*is finished now: all keys are new/);
});

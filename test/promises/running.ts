import { spawn } from "node:child_process";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import type { Socket } from "node:net";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished } from "vitest";
import { createLog } from "../../src/lib/log.ts";
import { warnOfCoreDumps, warnOfSwap } from "../../src/lib/process/harden-process.ts";
import { hour, minute, second } from "../../src/lib/time.ts";
import { createBot } from "../bots/matrix/fake/bot-at-fake.ts";
import { ana, beaconInfo, ben, now, point } from "../bots/matrix/fake/events.ts";
import { startProduct } from "../bots/telegram/product/product.ts";
import { watchedMachine } from "../start/health/watched-machine.ts";
import { freshFolder, startProgram } from "../start/program.ts";
import { machineWithClock } from "../start/running/machine-with-clock.ts";
import { refusal } from "../support/fake-bot-api/http/faults.ts";
import { startFakeBotApi } from "../support/fake-bot-api/start.ts";
import { botId } from "../support/fake-homeserver/fake-homeserver.ts";
import { createWorld } from "../support/world/world.ts";

/** Says what it keeps in its environment when it is asked to: put into the program from outside. */
const tellsEnvironment = `process.on("SIGUSR2", () => console.log("environment " + JSON.stringify(process.env)));`;

async function startAndLookInside(options: string) {
  const api = await startFakeBotApi({ now: Date.now });
  onTestFinished(() => api.close());
  const folder = await freshFolder();
  const program = startProgram({
    TELEGRAM_BOT_TOKEN: api.token,
    TELEGRAM_API_ROOT: api.url,
    WHEREAT_PASSPHRASE: "correct horse battery",
    WHEREAT_STORE: `sqlite:${folder}/whereat.db`,
    WHEREAT_KEYS: `file:${folder}/keyring`,
    NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(tellsEnvironment)} ${options}`,
  });
  await api.calls.until(() => api.updates.isPolled());
  program.child.kill("SIGUSR2");
  const told = await new Promise<string>((resolve) => {
    program.child.stdout?.on("data", () => {
      const line = program
        .stdout()
        .split("\n")
        .find((text) => text.startsWith("environment "));
      if (line) resolve(line);
    });
  });
  return { told, token: api.token };
}

/** The program with the highest limit for core dumps that there is, as far as what it says of its keys. */
async function startWhereCoresAreAllowed(): Promise<{ said: string; limits: string | undefined }> {
  const env = {
    TELEGRAM_BOT_TOKEN: "123456:FAKE-TOKEN",
    TELEGRAM_API_ROOT: "http://127.0.0.1:9",
    WHEREAT_KEYS: "memory",
    WHEREAT_STORE: "memory:",
  };
  const words = 'ulimit -S -c "$(ulimit -H -c)"; exec "$0" ../src/main.ts';
  const where = { cwd: fileURLToPath(new URL("..", import.meta.url)), env };
  const child = spawn("/bin/sh", ["-c", words, process.execPath], { ...where, stdio: ["ignore", "ignore", "pipe"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  let said = "";
  for await (const text of child.stderr.setEncoding("utf8")) {
    said += text;
    if (said.includes("Keys: ")) break;
  }
  return { said, limits: readWhereThereIs(`/proc/${child.pid}/limits`) };
}

const readWhereThereIs = (path: string) => (existsSync(path) ? readFileSync(path, "utf8") : undefined);

/** What the program does while it runs. */
export const running: Record<string, () => Promise<void>> = {
  "A machine whose clock is wrong hears its people all the same, and the log says by how much it is wrong.":
    async () => {
      for (const wrong of [6 * minute, -6 * minute]) {
        const { share, asks, logged } = await machineWithClock(wrong);
        share(hour);
        expect(await asks()).toContain("Ana is at 52.52000");
        const how = wrong > 0 ? "6 min ahead of" : "6 min behind";
        expect(logged()).toEqual([
          expect.stringContaining(`this machine's clock is ${how} the network's: set it right`),
        ]);
      }
      const { api, setClock, pass, share, asks, march, ana } = await machineWithClock(0);
      setClock(hour);
      const polls = () => api.calls.all.filter(({ method }) => method === "getUpdates").length;
      const before = polls();
      api.people.say(ana, march, "hello");
      await api.calls.until(() => polls() > before && api.updates.isPolled());
      pass(3 * second);
      setClock(0);
      pass(10 * minute);
      share(hour);
      expect(await asks()).toContain("Ana is at 52.52000");
    },

  "The bot connects to the networks that it is configured for, and to nothing else.": async () => {
    const peers = new Set<string>();
    const look = (message: unknown) => {
      const { socket } = message as { socket: Socket };
      // Also where nobody answers, and whose name nobody knows.
      socket.on("lookup", (_error, _address, _family, host) => peers.add(host));
      socket.on("connectionAttempt", (address, port) => peers.add(`${address}:${port}`));
    };
    subscribe("net.client.socket", look);
    onTestFinished(() => void unsubscribe("net.client.socket", look));
    const { api, settle } = await startProduct();
    const ana = api.places.person("Ana");
    const march = api.places.supergroup({ title: "March", members: [ana], bot: "administrator" });
    api.live.share(ana, march, { latitude: 52.52, longitude: 13.405 }, 3600);
    api.people.say(ana, march, `/whereis@${api.bot.username}`);
    await settle();
    expect(api.screen.fromBot(march).length).toBeGreaterThan(0);
    expect([...peers]).toEqual([new URL(api.url).host]);
  },

  "No position, name, id or token is written to the log, at any level.": async () => {
    const world = await createWorld();
    world.room("march", "ana", "ben");
    const phone = await world.shares("ana", "march", { at: [52.52, 13.405], live: hour });
    for (const act of ["send", "edit", "remove", "acknowledge"] as const) {
      for (const kind of ["gone", "refused"] as const) {
        world.network.fail(act, { kind });
        await phone.moves(52.53, 13.405);
        await world.shares("ben", "march", { at: [52.53, 13.405] });
        await world.says("ben", "march", "/whereis ana");
        await world.says("ben", undefined, "/whereis");
        await world.pass(minute);
      }
    }
    expect(world.logged.length).toBeGreaterThan(0);
    world.discreet();
    const lines: string[] = [];
    const hostile = new Error("token 123456:secret, @ana:example.org at 52.52000, 13.40500");
    createLog("debug", (line) => lines.push(line)).warn("it failed", hostile);
    expect(lines).toEqual(["warn: it failed (Error)"]);
  },

  "Health and metrics are counts and times of whereat's own work: no position, name, id, room or token is in them.":
    async () => {
      const { api, ana, march, advance, metrics, report } = await watchedMachine();
      const told: string[] = [];
      const look = async () => {
        await advance();
        told.push(report(), metrics.text());
      };
      api.live.share(ana, march, { latitude: 52.52, longitude: 13.405 }, 3600);
      api.people.say(ana, march, `/whereis@${api.bot.username}`);
      await look();
      api.faults.always("sendMessage", refusal(500, "Internal Server Error"));
      api.people.say(ana, api.places.privateChat(ana), "/help");
      await look();
      await look();
      expect(told.at(-2)).toMatch(/[1-9] waiting/);
      expect(told.at(-1)).toContain('whereat_received_total{network="telegram"}');
      const hints = [api.token, ana, march, ana.id, march.id, api.bot.id, botId].map((of) => JSON.stringify(of));
      for (const hint of [...hints, "52.5", "13.4", "Ana", "ana", "March", api.bot.username])
        expect(told.join("\n")).not.toContain(hint);
      const labels = [...told.join("\n").matchAll(/="([^"]*)"/g)].map(([, value = ""]) => value);
      const ours = /^(telegram|matrix|store|clock|[a-z]{4,10}|[\d.]+|\+Inf)$/;
      expect(labels.filter((value) => !ours.test(value))).toEqual([]);
    },

  "Settings that are secret are taken out of the program's own copy of its environment.": async () => {
    const { told, token } = await startAndLookInside("");
    expect(told).toContain("NODE_OPTIONS");
    expect(told).not.toContain(token);
    expect(told).not.toContain("correct horse");
  },

  "No diagnostic report is written, and where a crash could leave a core dump, or memory could go to swap, whereat says so when it starts.":
    async () => {
      const folder = await freshFolder();
      await startAndLookInside(`--report-on-signal --report-directory=${folder}`);
      expect(readdirSync(folder)).toEqual([]);
      expect(
        warnOfCoreDumps("Max core file size         unlimited            unlimited            bytes"),
      ).toHaveLength(1);
      expect(warnOfCoreDumps("Max core file size         0                    unlimited            bytes")).toEqual([]);
      expect(warnOfSwap("Filename Type Size Used Priority\n/dev/dm-1 partition 8388604 0 -2\n")).toHaveLength(1);
      expect(warnOfSwap("Filename Type Size Used Priority\n")).toEqual([]);
      expect(warnOfSwap(undefined)).toEqual([]);

      const { said, limits } = await startWhereCoresAreAllowed();
      expect(said).toContain("Keys: ");
      const warnings = [...warnOfCoreDumps(limits), ...warnOfSwap(readWhereThereIs("/proc/swaps"))];
      for (const warning of warnings) expect(said).toContain(warning);
    },

  "On Matrix, a live share lasts as long as its sharer chose, by the server's time, and is as old as it is, however wrong the phone's clock.":
    async () => {
      for (const skew of [7_200_000, -7_200_000]) {
        const bot = await createBot();
        bot.room("!a", [ana, ben]);
        bot.clock.now = now + 3_600_000;
        const ts = (after: number) => ({ "org.matrix.msc3488.ts": now + after - skew });
        await bot.hears(beaconInfo({ ...ts(0), timeout: 900_000 }, { origin_server_ts: now }));
        const moves = (after: number) =>
          bot.hears(point("geo:52.5,13.4", ts(after), { event_id: `$${after}`, origin_server_ts: now + after }));
        for (const after of [600_000, 900_001]) await moves(after);
        const position = { at: now + 600_000 };
        const positions = bot.received.filter(({ kind }) => kind === "position");
        expect(positions).toMatchObject([{ startedAt: now, until: now + 900_000, position }]);
      }
      // Set back after the share began, its clock says of all points that they are from before.
      const bot = await createBot();
      bot.room("!a", [ana, ben]);
      const moves = (after: number, ts: number) =>
        bot.hears(
          point(
            "geo:52.5,13.4",
            { "org.matrix.msc3488.ts": now + ts },
            { event_id: `$${after}`, origin_server_ts: now + after },
          ),
        );
      await bot.hears(beaconInfo({ "org.matrix.msc3488.ts": now, timeout: 900_000 }, { origin_server_ts: now }));
      bot.clock.now = now + 3_600_000;
      for (const [after, ts] of [
        [60_000, -600_000],
        [60_001, -500_000],
      ] as const)
        await moves(after, ts);
      expect(bot.received).toEqual([]);
      await moves(160_001, -400_000);
      expect(bot.received).toMatchObject([{ kind: "position", position: { at: now + 160_001 } }]);
    },
};

import { rename } from "node:fs/promises";
import { setImmediate as nextTurn } from "node:timers/promises";
import { onTestFinished } from "vitest";
import type { ConfiguredNetwork } from "../../../src/bots/network-plugin.ts";
import { parseConfig } from "../../../src/config/config.ts";
import { StoreError } from "../../../src/core/model/errors.ts";
import type { TextStore } from "../../../src/core/model/ports.ts";
import { openKeyRing } from "../../../src/core/storage/keys/open-key-ring.ts";
import { createPgpSeal } from "../../../src/core/storage/seal/pgp-seal.ts";
import { openStore } from "../../../src/core/storage/stores/open-store.ts";
import { createClock } from "../../../src/lib/clock.ts";
import { createLog } from "../../../src/lib/log.ts";
import { createMetrics } from "../../../src/lib/metrics.ts";
import { watchFile } from "../../../src/lib/process/same-file.ts";
import { type Duration, instant, minute, second } from "../../../src/lib/time.ts";
import { networks } from "../../../src/networks.ts";
import { reportOf } from "../../../src/start/health/judge.ts";
import { createMeasures } from "../../../src/start/health/measure.ts";
import { startNetworks } from "../../../src/start/start-networks.ts";
import { startFakeBotApi } from "../../support/fake-bot-api/start.ts";
import { startFakeHomeserver } from "../../support/fake-homeserver/fake-homeserver.ts";
import { freshFolder } from "../program.ts";

const began = Date.UTC(2026, 10, 23, 18);
const step = 10 * second;

/** A store that answers nobody, or that takes nothing more, as on a full disk. */
function breakable(store: TextStore) {
  const state: { fails: "nothing" | "all" | "writing" } = { fails: "nothing" };
  const call = async <T>(isWriting: boolean, work: () => Promise<T>): Promise<T> => {
    if (state.fails === "all" || (isWriting && state.fails === "writing")) throw new StoreError("it does not work");
    return work();
  };
  const broken: TextStore = {
    ...store,
    get: (id) => call(false, () => store.get(id)),
    getMany: (ids) => call(false, () => store.getMany(ids)),
    set: (id, text) => call(true, () => store.set(id, text)),
    delete: (ids) => call(true, () => store.delete(ids)),
  };
  return { state, broken };
}

/** The whole program on Telegram and Matrix, both faked at the wire, on a machine whose clock moves when it is told. Both answer each ten seconds. */
export async function watchedMachine() {
  let elapsed = 0;
  let wallAhead = 0;
  const truth = () => began + elapsed;
  const now = createClock(
    () => truth() + wallAhead,
    () => elapsed,
  );
  const api = await startFakeBotApi({ now: truth });
  const homeserver = await startFakeHomeserver(truth);
  const ana = api.places.person("Ana", { username: "ana" });
  const march = api.places.supergroup({ title: "March", members: [ana], bot: "administrator" });
  const folder = await freshFolder();
  const settings = {
    TELEGRAM_BOT_TOKEN: api.token,
    TELEGRAM_API_ROOT: api.url,
    MATRIX_HOMESERVER_URL: homeserver.url,
    MATRIX_USER: "bot",
    MATRIX_PASSWORD: "let me in",
    WHEREAT_STORE: `sqlite:${folder}/whereat.db`,
    WHEREAT_KEYS: `file:${folder}/keyring`,
  };
  const file = `${folder}/whereat.db`;
  const raw = await openStore(`sqlite:${file}`);
  const { state: store, broken } = breakable(raw);
  const ring = await openKeyRing({ tier: { kind: "memory" }, store: broken, clock: now, migrations: [] });
  const sealed = {
    store: ring.guarded.store,
    continuity: ring.guarded.continuity,
    seal: createPgpSeal(ring),
    cutOff: undefined,
    close: () => ring.guarded.store.close(),
  };
  const logged: string[] = [];
  const note = (line: string) => {
    logged.push(line);
    api.calls.look();
  };
  const written = createLog("info", note);
  // The account of the bot itself may be named in a log, and in no other line.
  const log = { ...written, info: (what: string) => (/: connected as /.test(what) ? note(what) : written.info(what)) };
  const metrics = createMetrics();
  const measures = createMeasures(metrics, () => elapsed);
  let tick = async () => {};
  const pauses: (() => void)[] = [];
  const opened = parseConfig(networks, settings, () => undefined).networks.map(
    (network): ConfiguredNetwork => ({
      name: network.name,
      open(world) {
        tick = world.core.tick;
        return network.open(world);
      },
    }),
  );
  const atOnce = () => nextTurn();
  let ids = 0;
  const running = await startNetworks({
    sealed,
    networks: opened,
    now,
    wall: () => instant(truth() + wallAhead),
    elapsed: () => elapsed,
    wait: (ms) => (ms < minute ? atOnce() : new Promise((resolve) => pauses.push(resolve))),
    sleep: atOnce,
    random: () => 0.5,
    newId: () => `${++ids}`.padEnd(22, "x"),
    log,
    atExit: () => undefined,
    ticks: false,
    isStoreInPlace: watchFile(file),
    measures,
  });
  onTestFinished(async () => {
    store.fails = "nothing";
    homeserver.on(({ path }) => (path === "sync" ? { cut: "before" } : undefined));
    for (const end of pauses) end();
    await running.stop();
    api.faults.release();
    await api.close();
    await homeserver.stop();
  });

  /** which of the networks are to answer */
  const answers = { telegram: true, matrix: true };
  let syncs = 0;
  const polls = () => api.calls.all.filter(({ method }) => method === "getUpdates").length;
  const asked =
    (since: string) =>
    ({ path, query }: { path: string; query: URLSearchParams }) =>
      path === "sync" && query.get("since") === since;

  /** Ten seconds go by, and what is to answer does. */
  async function advance() {
    elapsed += step;
    if (answers.telegram) {
      const before = polls();
      api.people.say(ana, march, "hello");
      await api.calls.until(() => polls() > before && api.updates.isPolled());
    }
    if (answers.matrix) {
      homeserver.happens(`t${++syncs}`, {}, { device_one_time_keys_count: { signed_curve25519: 50 } });
      await homeserver.wasAsked(asked(`t${syncs}`));
    }
    await Promise.race([tick().catch(() => undefined), untilTurns(50)]);
  }

  /** Lets time go by until it is good, or bad. @returns how long that took, in milliseconds; at most ten minutes */
  async function until(is: "good" | "bad"): Promise<Duration> {
    const from = elapsed;
    while (running.health().isGood !== (is === "good") && elapsed - from < 10 * minute) await advance();
    return elapsed - from;
  }

  /** How often a network has said that it is connected: on Telegram only after the menus of all languages, while it polls already. */
  const connections = (name: string) => logged.filter((line) => line.startsWith(`${name}: connected as `)).length;
  await api.calls.until(() => api.updates.isPolled() && connections("Telegram") + connections("Matrix") === 2);
  await homeserver.wasAsked(({ path }) => path === "sync");
  await advance();
  return {
    ...running,
    api,
    homeserver,
    ana,
    march,
    answers,
    store,
    raw,
    metrics,
    sealed,
    connections,
    report: () => reportOf(running.health()),
    until,
    advance,
    pass: async (time: Duration) => {
      for (let left = time; left > 0; left -= step) await advance();
    },
    setClock: (by: Duration) => void (wallAhead = by),
    /** ends all pauses of a minute and more */
    endPauses: () => pauses.splice(0).forEach((end) => end()),
    moveStore: () => rename(file, `${file}.away`),
    moveStoreBack: () => rename(`${file}.away`, file),
    logged: () => logged,
    settings,
  };
}

async function untilTurns(turns: number): Promise<void> {
  for (let turn = 0; turn < turns; turn++) await nextTurn();
}

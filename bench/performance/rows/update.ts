import { startOnTelegram } from "../../support/telegram.ts";
import { pin } from "../child.ts";
import { hold } from "../contest.ts";
import { type Cost, cpuOf, writtenBytes } from "../measure.ts";
import { startPeer } from "../peers.ts";
import { startCore } from "../whereat-core.ts";
import { type Row, scaled } from "./row.ts";

const people = 100;
const groups = 10;

/** The real program on a fake Bot API, from which it fetches the updates of a hundred live locations. */
async function onTelegram(ends: AsyncDisposableStack) {
  const { api, program } = await startOnTelegram(ends, 0);
  const pid = program.child.pid ?? 0;
  pin(pid, 0);
  const walkers = Array.from({ length: people }, (_, index) => api.places.person(`Walker${index}`));
  const shares = Array.from({ length: groups }, (_, group) => {
    const members = walkers.filter((__, index) => index % groups === group);
    const chat = api.places.supergroup({ title: `March ${group}`, members, bot: "administrator" });
    return members.map((who) => api.live.share(who, chat, { latitude: 52.4, longitude: 13.2 }, 86_400));
  }).flat();
  await api.calls.until(() => api.calls.accepted("setMessageReaction").length >= people);
  let moves = 0;
  return async (count: number): Promise<Cost> => {
    const [cpu, written, began] = [cpuOf(pid), writtenBytes(pid), performance.now()];
    for (let index = 0; index < count; index += 1) {
      moves += 1;
      const share = shares[moves % people];
      const fix = { latitude: 52.4 + (moves % 20_000) / 1e5, longitude: 13.2 + (moves % 39_999) / 1e5 };
      if (share) api.live.move(share, { ...fix, horizontal_accuracy: 12 });
    }
    await api.updates.drained();
    const milliseconds = performance.now() - began;
    return {
      operations: count,
      milliseconds,
      cpu: cpuOf(pid) - cpu,
      written: writtenBytes(pid) - written,
      pause: { wall: Number.NaN, cpu: Number.NaN },
    };
  };
}

export const update: Row = {
  what: "a live update: the whole Telegram path, and the core with 100 and with 1 in flight",
  async run(ends, options) {
    const { rounds } = options;
    const [ceiling, json, openpgp] = await Promise.all([
      startPeer(ends, "ceiling", people),
      startPeer(ends, "json", people),
      startPeer(ends, "openpgp", people),
    ]);
    const telegram = await onTelegram(ends);
    const core = await startCore(ends);
    await core.ask("seed", groups, people / groups);
    await hold({
      title: "A live update is taken in, sealed and durable (100 sharers)",
      rounds,
      contestants: [
        { name: "ceiling: node:http, AES-256-GCM, SQLite FULL", round: () => ceiling.updates(scaled(20_000, options)) },
        { name: "node:http and JSON, nothing kept", round: () => json.updates(scaled(20_000, options)) },
        { name: "grammY, openpgp.js, keyv", round: () => openpgp.updates(scaled(500, options)) },
        { name: "whereat, whole Telegram path", round: () => telegram(scaled(2000, options)) },
        { name: "whereat's core, 100 in flight", round: () => core.ask("updates", scaled(2000, options), 100) },
        { name: "whereat's core, 1 in flight", round: () => core.ask("updates", scaled(500, options), 1) },
      ],
    });
  },
};

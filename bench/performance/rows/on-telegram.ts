import { setTimeout as after } from "node:timers/promises";
import { answerTo, timeUntil } from "../../lanes/telegram-room.ts";
import { percentile } from "../../support/figures.ts";
import { startOnTelegram } from "../../support/telegram.ts";
import { pin } from "../child.ts";
import { figure, print } from "../contest.ts";
import { cpuOf, median } from "../measure.ts";
import type { Row } from "./row.ts";

const [size, groups, latency] = [50, 10, 50];

export const onTelegram: Row = {
  what: `/whereis in groups of ${size} through the whole Telegram path, ${latency} ms a call`,
  async run(ends, { rounds }) {
    const { api, program } = await startOnTelegram(ends, latency);
    const pid = program.child.pid ?? 0;
    pin(pid, 0);
    const rooms = Array.from({ length: groups }, (_, group) => {
      const members = Array.from({ length: size }, (__, index) => api.places.person(`Walker${group}x${index}`));
      return { members, chat: api.places.supergroup({ title: `March ${group}`, members, bot: "administrator" }) };
    });
    for (const [at, { members, chat }] of rooms.entries()) {
      for (const [index, who] of members.entries())
        api.live.share(who, chat, { latitude: 52.4 + index / 1000, longitude: 13.2 + index / 1000 }, 86_400);
      await api.updates.drained();
      process.stderr.write(`  ${at + 1} of ${groups} groups share\r`);
    }
    // Signs that wait are given, or dropped because they are late, before anything is measured.
    const made = () => api.calls.all.filter(({ method }) => method !== "getUpdates").length;
    for (let before = -1; before < made(); await after(3000)) before = made();
    const cpu: number[] = [];
    const times: number[] = [];
    const calls: number[] = [];
    for (let round = 0; round <= rounds; round += 1) {
      const [before, from] = [cpuOf(pid), api.calls.all.length];
      const answered = rooms.map(({ members, chat }) => {
        const asker = members[round % size];
        if (asker === undefined) throw new Error("nobody asks");
        const message = api.people.say(asker, chat, "/whereis");
        return timeUntil(api, () => answerTo(api, message, "Walker", from) !== undefined);
      });
      const took = await Promise.all(answered);
      // The first answers fill what is remembered of names.
      if (round === 0) continue;
      times.push(...took);
      cpu.push((cpuOf(pid) - before) / groups);
      calls.push(api.calls.all.slice(from).filter(({ method }) => method !== "getUpdates").length / groups);
    }
    console.log(`\n/whereis in groups of ${size} on Telegram, ${groups} groups at once, ${latency} ms a call`);
    print([
      {
        "": "whereat, whole Telegram path",
        "CPU µs an answer": figure(median(cpu)),
        "calls an answer": figure(median(calls)),
        "answered after, ms: median": figure(percentile(times, 0.5)),
        longest: figure(Math.max(...times)),
      },
    ]);
  },
};

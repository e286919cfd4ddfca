import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { setTimeout as after } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { passwordOf, register } from "./homeserver.ts";
import { nioPerson } from "./nio-person.ts";
import type { Disk } from "./whereat-account.ts";

export type KillRun = {
  readonly messages: number;
  readonly kills: number;
  readonly unanswered: number;
  readonly answeredTwice: number;
  readonly unreadable: number;
  readonly unhandledRejections: number;
  /** Messages that came again after a kill and were recognised. */
  readonly repeatsSuppressed: number;
};

const program = fileURLToPath(new URL("echo-bot.ts", import.meta.url));

/**
 * Encrypted messages from matrix-nio to the echo bot, which is killed again and again and started anew up to one and a half seconds later.
 * @param disk what the bot keeps, with its log beside it
 */
export async function runKills(url: string, disk: Disk, messages: number, kills: number): Promise<KillRun> {
  const { userId: botId } = await register(url, "echo");
  const ana = await nioPerson(url, "pinger");
  let bot: ChildProcess;
  const start = () => {
    bot = spawn(process.execPath, [program, disk.folder, url, "echo", passwordOf("echo")], { stdio: "ignore" });
  };
  const end = async (signal: NodeJS.Signals) => {
    if (bot.exitCode !== null || bot.signalCode !== null) return;
    const gone = new Promise((resolve) => bot.once("exit", resolve));
    bot.kill(signal);
    await gone;
  };
  const killNowAndThen = async () => {
    for (let n = 0; n < kills; n++) {
      await after(500 + Math.random() * 2500);
      await end("SIGKILL");
      await after(Math.random() * 1500);
      start();
    }
  };

  start();
  try {
    const room = await ana.createRoom({ invite: [botId], rotation: { rotation_period_msgs: 20 } });
    await ana.says(room, "ping first", botId);
    await ana.reads(room, "pong first");
    const killing = killNowAndThen();
    for (let n = 0; n < messages; n++) {
      await ana.says(room, `ping ${n}`);
      await after((kills * 2000) / messages);
    }
    await killing;
    let unanswered = 0;
    for (let n = 0; n < messages; n++) await ana.reads(room, `pong ${n}`).catch(() => unanswered++);
    const answeredTwice = ana.unseen((event) => String(event.content.body).startsWith("pong ")).length;
    await end("SIGTERM");

    const lines = readFileSync(`${disk.folder}.log`, "utf8").trim().split("\n");
    const count = (what: string) => lines.filter((line) => line.includes(`"what":"${what}"`)).length;
    return {
      messages,
      kills,
      unanswered,
      answeredTwice,
      unreadable: count("unreadable"),
      unhandledRejections: count("unhandled rejection"),
      repeatsSuppressed: count("repeated"),
    };
  } finally {
    await end("SIGKILL");
    await ana.leavesTheKeyboard();
  }
}

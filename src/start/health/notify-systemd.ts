import { execFile } from "node:child_process";
import type { Health } from "./judge.ts";

/** What systemd gives to a service that it waits for and watches: sd_notify(3), sd_watchdog_enabled(3). */
export type NotifyEnvironment = {
  readonly NOTIFY_SOCKET?: string | undefined;
  readonly WATCHDOG_USEC?: string | undefined;
};

/** Runs `systemd-notify`, for Node cannot write to a datagram socket of a file. */
export type RunNotify = (words: readonly string[]) => Promise<void>;

export type SystemdNotify = {
  /** tells how all is; keeps the watchdog quiet unless something hangs. To be called every second */
  tell(health: Health): Promise<void>;
  stopping(): Promise<void>;
};

/** What else stands in the environment is none of its business. */
export const runSystemdNotify =
  (socket: string): RunNotify =>
  (words) =>
    new Promise((resolve, reject) => {
      const env = { NOTIFY_SOCKET: socket, PATH: "/usr/bin:/bin" };
      execFile("systemd-notify", words, { env, timeout: 5000 }, (error) => (error ? reject(error) : resolve()));
    });

/**
 * @param elapsed milliseconds since any moment, never goes back
 * @returns undefined where no systemd waits to be told
 */
export function createSystemdNotify(
  { NOTIFY_SOCKET: socket, WATCHDOG_USEC: limit }: NotifyEnvironment,
  elapsed: () => number,
  run: RunNotify = runSystemdNotify(socket ?? ""),
): SystemdNotify | undefined {
  if (!socket) return undefined;
  const microseconds = Number(limit ?? 0);
  /** As the manual asks for: at half the time; a third leaves room for a slow machine. */
  const every = microseconds > 0 ? microseconds / 3000 : Number.POSITIVE_INFINITY;
  let fedAt: number | undefined;
  let told = "";

  return {
    async tell(health) {
      const words: string[] = [];
      const status = statusOf(health);
      if (status !== told) words.push(`--status=${status}`);
      if (told === "") words.push("--ready");
      const isDue = fedAt === undefined || elapsed() - fedAt >= every;
      if (isDue && !health.hangs) words.push("WATCHDOG=1");
      if (words.length === 0) return;
      await run(words);
      told = status;
      if (words.includes("WATCHDOG=1")) fedAt = elapsed();
    },
    stopping: () => run(["STOPPING=1"]),
  };
}

/** A line for `systemctl status`: it changes only when something begins or ends to be wrong. */
const statusOf = ({ lines }: Health): string =>
  lines.map(({ about, wrong }) => `${about}: ${wrong.length === 0 ? "good" : "bad"}`).join(", ");

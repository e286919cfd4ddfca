import { everySecond } from "../../lib/async/every-second.ts";
import { createTrouble } from "../../lib/async/retry.ts";
import type { Log } from "../../lib/log.ts";
import type { Metrics } from "../../lib/metrics.ts";
import type { Clock } from "../../lib/time.ts";
import { healthSocketIn } from "./health-socket.ts";
import { type Health, reportOf } from "./judge.ts";
import type { SystemdNotify } from "./notify-systemd.ts";
import { type Place, servePage, serveText } from "./serve.ts";

type Parts = {
  health: () => Health;
  /** the data folder */
  folder: string;
  metrics: { from: Metrics; at: Place } | undefined;
  systemd: SystemdNotify | undefined;
  log: Log;
  now: Clock;
};

/**
 * Tells how whereat is to whoever may ask: the socket in the data folder, Prometheus, systemd. Where one of them cannot be told, the log says
 * so, and whereat goes on: it is there for its people first.
 * @returns ends it
 */
export async function tellHealth({ health, folder, metrics, systemd, log, now }: Parts): Promise<() => Promise<void>> {
  const ends: (() => Promise<void>)[] = [];
  const begin = async (what: string, listening: Promise<() => Promise<void>>) => {
    try {
      ends.push(await listening);
    } catch (error) {
      log.warn(`${what} cannot be told: its place cannot be used`, error);
    }
  };
  await begin(
    "health",
    serveText(healthSocketIn(folder), () => reportOf(health())),
  );
  if (metrics)
    await begin(
      "metrics",
      servePage(metrics.at, () => metrics.from.text()),
    );
  if (systemd) {
    const trouble = createTrouble({ what: "systemd cannot be told how whereat is" }, { log, now });
    ends.push(everySecond(() => systemd.tell(health()), trouble));
  }
  return async () => {
    await systemd?.stopping().catch(() => undefined);
    await Promise.all(ends.map((end) => end()));
  };
}

import { fetchRequest, type ServerTime } from "./fetch-request.ts";
import { createHomeserver, type Homeserver } from "./homeserver.ts";

/** A homeserver as one login sees it. @param token empty: nobody's. @param cutOff ends every request */
export type AskAs = (token: string, cutOff: AbortSignal) => Homeserver;

/**
 * The only place that loads matrix-bot-sdk. It logs ids at every level, so it logs nowhere. Its own start() and sync loop are never used: they
 * store the sync token before the events are handled, and let an invitation end the process.
 */
export async function loadClient(homeserver: URL, time?: ServerTime): Promise<AskAs> {
  const { LogLevel, LogService, MatrixClient, setRequestFn } = await import("matrix-bot-sdk");
  const silent = () => undefined;
  LogService.setLevel(LogLevel.ERROR);
  LogService.setLogger({ trace: silent, debug: silent, info: silent, warn: silent, error: silent });
  setRequestFn(fetchRequest);
  return (token, cutOff) => createHomeserver(new MatrixClient(homeserver.href, token), cutOff, time);
}

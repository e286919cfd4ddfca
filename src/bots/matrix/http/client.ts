import { fetchRequest, type ServerTime } from "./fetch-request.ts";
import { createHomeserver, type Homeserver, type Request } from "./homeserver.ts";

/** A homeserver as one login sees it. @param token empty: nobody's. @param cutOff ends every request */
export type AskAs = (token: string, cutOff: AbortSignal) => Homeserver;

const ofBytes = "application/octet-stream";

/**
 * The only place that loads matrix-bot-sdk, and only its requests: all of it would load a hundred packages that serve nothing here. It logs ids at every level, so it logs nowhere. Its own start() and sync loop are never used: they
 * store the sync token before the events are handled, and let an invitation end the process.
 */
export async function loadClient(homeserver: URL, time?: ServerTime): Promise<AskAs> {
  const [{ doHttpRequest }, { LogLevel, LogService }, { setRequestFn }] = await Promise.all([
    import("matrix-bot-sdk/lib/http.js"),
    import("matrix-bot-sdk/lib/logging/LogService.js"),
    import("matrix-bot-sdk/lib/request.js"),
  ]);
  const silent = () => undefined;
  LogService.setLevel(LogLevel.ERROR);
  LogService.setLogger({ trace: silent, debug: silent, info: silent, warn: silent, error: silent });
  setRequestFn(fetchRequest);
  const root = homeserver.href.replace(/\/$/, "");
  return (token, cutOff) => {
    const headers = token === "" ? {} : { Authorization: `Bearer ${token}` };
    const request: Request = (method, path, query, body, timeout) =>
      body instanceof Uint8Array
        ? doHttpRequest(root, method, path, query, Buffer.from(body), { ...headers }, timeout, false, ofBytes)
        : doHttpRequest(root, method, path, query, body, { ...headers }, timeout);
    return createHomeserver(request, cutOff, time);
  };
}

import type { MatrixClient } from "matrix-bot-sdk";
import type { Pace } from "../sync/pace.ts";
import { inContext, toRequestError } from "./fetch-request.ts";

/** One address of the client-server API: its path, and the same with "*" for every id in it, for errors. */
export type Endpoint = { readonly path: string; readonly label: string };

export type Query = Readonly<Record<string, string | number | boolean>>;

export type RequestOptions = {
  readonly query?: Query;
  readonly body?: unknown;
  /** Milliseconds; a minute unless given. */
  readonly timeoutMs?: number;
  readonly maxBytes?: number;
  readonly signal?: AbortSignal;
};

/**
 * Asks the homeserver.
 * @returns its answer, parsed from JSON
 * @throws MatrixRequestError, whatever goes wrong
 */
export type Homeserver = (
  method: "GET" | "POST" | "PUT",
  endpoint: Endpoint,
  options?: RequestOptions,
) => Promise<unknown>;

/** An endpoint below `/_matrix/client/v3/`; every value put into it is escaped. */
export const v3 = (words: TemplateStringsArray, ...ids: readonly string[]): Endpoint => endpoint("v3", words, ids);
/** The same below `/_matrix/client/v1/`. */
export const v1 = (words: TemplateStringsArray, ...ids: readonly string[]): Endpoint => endpoint("v1", words, ids);

function endpoint(version: string, words: TemplateStringsArray, ids: readonly string[]): Endpoint {
  const join = (shown: (id: string) => string) =>
    words.reduce((text, word, i) => text + (i > 0 ? shown(ids[i - 1] ?? "") : "") + word, "");
  return { path: `/_matrix/client/${version}/${join(encodeURIComponent)}`, label: join(() => "*") };
}

const requestTime = 60_000;
const mostTries = 4;
const longestWait = 10_000;

/**
 * The homeserver behind a client of matrix-bot-sdk that makes its requests through `fetchRequest`. A request that is limited is made again
 * after the time that the homeserver names, up to three times and not after more than ten seconds.
 * @param cutOff ends every request
 */
export function createHomeserver(client: Pick<MatrixClient, "doRequest">, pace: Pace, cutOff: AbortSignal): Homeserver {
  return async (method, { path, label }, { query, body, timeoutMs = requestTime, maxBytes, signal = cutOff } = {}) => {
    for (let tries = 1; ; tries++) {
      try {
        return await inContext({ label, signal, maxBytes }, async (): Promise<unknown> => {
          return client.doRequest(method, path, query ?? null, body ?? null, timeoutMs);
        });
      } catch (error) {
        const refusal = toRequestError(error, label);
        const waitMs = refusal.retryAfterMs ?? 1000;
        if (refusal.code !== "M_LIMIT_EXCEEDED" || tries === mostTries || waitMs > longestWait) throw refusal;
        await pace.sleep(waitMs, signal);
      }
    }
  };
}

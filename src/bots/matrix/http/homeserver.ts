import { lookupTime, requestTime } from "../limits.ts";
import { inContext, type ServerTime, toRequestError } from "./fetch-request.ts";

/** One address of the client-server API: its path, and the same with "*" for every id in it, for errors. */
export type Endpoint = { readonly path: string; readonly label: string };

export type Query = Readonly<Record<string, string | number | boolean>>;

export type RequestOptions = {
  readonly query?: Query;
  /** bytes go as they are, all else as JSON */
  readonly body?: unknown;
  /** Milliseconds; `lookupTime` for GET and `requestTime` for the others unless given. */
  readonly timeoutMs?: number;
  readonly maxBytes?: number;
  readonly signal?: AbortSignal;
};

/**
 * Asks the homeserver, once: whoever asks knows whether to try again.
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

/** Where files are brought (spec, "POST /_matrix/media/v3/upload"). */
export const upload: Endpoint = { path: "/_matrix/media/v3/upload", label: "upload" };

function endpoint(version: string, words: TemplateStringsArray, ids: readonly string[]): Endpoint {
  const join = (shown: (id: string) => string) =>
    words.reduce((text, word, i) => text + (i > 0 ? shown(ids[i - 1] ?? "") : "") + word, "");
  return { path: `/_matrix/client/${version}/${join(encodeURIComponent)}`, label: join(() => "*") };
}

/** A request as matrix-bot-sdk makes it, through `fetchRequest`. @param timeout milliseconds */
export type Request = (
  method: "GET" | "POST" | "PUT",
  path: string,
  query: Query | null,
  body: unknown,
  timeout: number,
) => Promise<unknown>;

/**
 * The homeserver that requests go to.
 * @param cutOff ends every request
 */
export function createHomeserver(request: Request, cutOff: AbortSignal, time?: ServerTime): Homeserver {
  return async (method, { path, label }, { query, body, timeoutMs, maxBytes, signal = cutOff } = {}) => {
    try {
      return await inContext({ label, signal, maxBytes, time }, async (): Promise<unknown> => {
        const patience = timeoutMs ?? (method === "GET" ? lookupTime : requestTime);
        return request(method, path, query ?? null, body ?? null, patience);
      });
    } catch (error) {
      throw toRequestError(error, label);
    }
  };
}

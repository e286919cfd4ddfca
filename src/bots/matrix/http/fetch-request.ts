import { AsyncLocalStorage } from "node:async_hooks";
import { at, countOf, textOf } from "../../../lib/json-value.ts";
import { type Clock, instant } from "../../../lib/time.ts";
import { type NetworkClock, readHttpDate } from "../../network-clock.ts";
import { maxAnswerBytes } from "../limits.ts";
import { MatrixRequestError } from "./request-error.ts";

/** What is told, with each answer, what time the homeserver says it is; and our own time, when it is asked. */
export type ServerTime = { now: Clock; heard: NetworkClock["heard"] };

/** What goes with one request that matrix-bot-sdk has no parameter for. */
export type RequestContext = {
  /** Names the request in errors. */
  readonly label: string;
  readonly signal?: AbortSignal | undefined;
  /** An answer of more bytes is refused. */
  readonly maxBytes?: number | undefined;
  readonly time?: ServerTime | undefined;
};

/** The part of the parameters of the `request` package that matrix-bot-sdk 0.8 uses. */
type Parameters = {
  uri: string;
  method: string;
  qs?: Readonly<Record<string, unknown>> | null;
  headers: Record<string, string>;
  body?: string | Uint8Array<ArrayBuffer>;
  timeout: number;
  encoding?: null | undefined;
};
type Answer = { statusCode: number; headers: Record<string, string>; body: string | Buffer };
type Answered = (error: Error | null, answer?: Answer, body?: string | Buffer) => void;

const contexts = new AsyncLocalStorage<RequestContext>();

/** Has the requests that `work` makes through `fetchRequest` run in a context. */
export function inContext<T>(context: RequestContext, work: () => Promise<T>): Promise<T> {
  return contexts.run(context, work);
}

/**
 * Takes the place of the `request` package in matrix-bot-sdk. Every failure, of the network or of the homeserver, comes back as a
 * MatrixRequestError: the SDK would otherwise throw the raw answer, in which the access token stands.
 */
export function fetchRequest(parameters: Parameters, answered: Answered): void {
  const context = contexts.getStore() ?? { label: "*" };
  answerOf(parameters, context).then(
    (answer) => answered(null, answer, answer.body),
    (error: unknown) => answered(toRequestError(error, context.label)),
  );
}

async function answerOf(parameters: Parameters, { label, signal, time, maxBytes = maxAnswerBytes }: RequestContext) {
  const abort = new AbortController();
  const stop = () => abort.abort(new MatrixRequestError({ code: "ABORTED", label }));
  const timer = setTimeout(() => abort.abort(new MatrixRequestError({ code: "TIMEOUT", label })), parameters.timeout);
  if (signal?.aborted) stop();
  signal?.addEventListener("abort", stop, { once: true });
  try {
    const asked = time?.now() ?? instant(0);
    const response = await fetch(urlOf(parameters), {
      method: parameters.method,
      headers: parameters.headers,
      body: parameters.body ?? null,
      redirect: "manual", // a redirection is a refusal: the token goes to no other server
      signal: abort.signal,
    });
    time?.heard(readHttpDate(response.headers.get("date")), asked);
    const bytes = await readUpTo(maxBytes, response, label);
    if (!response.ok) throw refusalOf(response, bytes, label);
    if (parameters.encoding !== null) parseJson(bytes.toString(), label);
    const headers = Object.fromEntries(response.headers);
    return { statusCode: response.status, headers, body: parameters.encoding === null ? bytes : bytes.toString() };
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", stop);
  }
}

function urlOf({ uri, qs }: Parameters): URL {
  const url = new URL(uri);
  for (const [name, value] of Object.entries(qs ?? {}))
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined && one !== null) url.searchParams.append(name, String(one));
  return url;
}

/** The whole body of an answer. @throws MatrixRequestError when it is larger than that */
export async function readUpTo(maxBytes: number, response: Response, label: string): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > maxBytes) throw new MatrixRequestError({ code: "TOO_LARGE", label });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function parseJson(text: string, label: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new MatrixRequestError({ code: text.trimStart().startsWith("<") ? "HTML" : "BAD_JSON", label });
  }
}

/** Synapse has no error code for it (handlers/e2e_keys.py); matrix-sdk-crypto and matrix-js-sdk know it by these words, too. */
const keysExist = /^One time key .* already exists/;

function refusalOf(response: Response, bytes: Buffer, label: string): MatrixRequestError {
  let body: unknown;
  try {
    body = JSON.parse(bytes.toString());
  } catch {
    body = undefined; // a proxy's page
  }
  const errcode = keysExist.test(textOf(at(body, "error")) ?? "") ? "ONE_TIME_KEY_EXISTS" : textOf(at(body, "errcode"));
  const isCode = errcode !== undefined && /^[A-Z][A-Z0-9_.]{1,60}$/.test(errcode);
  const seconds = Number(response.headers.get("retry-after") ?? Number.NaN);
  return new MatrixRequestError({
    label,
    status: response.status,
    code: isCode ? errcode : `HTTP_${response.status}`,
    retryAfterMs: countOf(at(body, "retry_after_ms")) ?? (seconds >= 0 ? seconds * 1000 : undefined),
    isSoft: at(body, "soft_logout") === true,
    location: response.headers.get("location") ?? undefined,
    uiaSession: response.status === 401 ? textOf(at(body, "session")) : undefined,
    approvalUrl: response.status === 401 ? approvalUrlIn(at(body, "params")) : undefined,
  });
}

/** The second name is the one from before version 1.17 of the specification. */
function approvalUrlIn(params: unknown): string | undefined {
  const urls = ["m.oauth", "org.matrix.cross_signing_reset"].map((stage) => textOf(at(params, stage, "url")) ?? "");
  return urls.find((url) => /^https?:\/\/[\x21-\x7e]{1,500}$/.test(url));
}

/** @returns the error itself when it is ours, else what can be said of it without quoting it */
export function toRequestError(error: unknown, label: string): MatrixRequestError {
  if (error instanceof MatrixRequestError) return error;
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  const { code, errcode, statusCode } = Object(cause) as Record<"code" | "errcode" | "statusCode", unknown>;
  const name = textOf(errcode) ?? textOf(code);
  const isCode = name !== undefined && /^[A-Z][A-Z0-9_]{1,60}$/.test(name);
  return new MatrixRequestError({ code: isCode ? name : "NETWORK_ERROR", status: countOf(statusCode), label });
}

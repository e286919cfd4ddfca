import type { IncomingMessage } from "node:http";
import { badRequest } from "./bot-api-error.ts";
import { isObject } from "./json.ts";
import { decodeParams, type Params } from "./params.ts";

export type Request = {
  readonly token: string;
  readonly method: string;
  readonly encoding: "json" | "form" | "multipart" | "query";
  /** @throws BotApiError for parameters that do not parse */
  readonly params: () => Params;
};

/** Reads a call sent any of the four ways; `undefined` when the path is none of `/bot<token>/<method>`. */
export async function readRequest(incoming: IncomingMessage): Promise<Request | undefined> {
  const url = new URL(incoming.url ?? "/", "http://127.0.0.1");
  const [, token, method] = /^\/bot([^/]+)\/([^/]+)\/?$/.exec(url.pathname) ?? [];
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  if (token === undefined || method === undefined) return undefined;
  const body = Buffer.concat(chunks);
  const type = incoming.headers["content-type"] ?? "";
  const query = Object.fromEntries(url.searchParams);
  const base = { token: decodeURIComponent(token), method };
  if (type.startsWith("application/json")) {
    return { ...base, encoding: "json", params: () => decodeParams({ ...query, ...parseJson(body.toString("utf8")) }) };
  }
  if (type.startsWith("application/x-www-form-urlencoded")) {
    const form = Object.fromEntries(new URLSearchParams(body.toString("utf8")));
    return { ...base, encoding: "form", params: () => decodeParams({ ...query, ...form }) };
  }
  if (type.startsWith("multipart/form-data")) {
    const form = await new Response(body, { headers: { "content-type": type } }).formData();
    return { ...base, encoding: "multipart", params: () => decodeParams({ ...query, ...Object.fromEntries(form) }) };
  }
  return { ...base, encoding: "query", params: () => decodeParams(query) };
}

function parseJson(body: string): Record<string, unknown> {
  if (body.trim() === "") return {};
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    throw badRequest("can't parse request JSON object");
  }
  if (!isObject(parsed)) throw badRequest("can't parse request JSON object");
  return parsed;
}

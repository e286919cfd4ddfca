import { badRequest } from "./bot-api-error.ts";
import { isObject } from "./json.ts";

/** Parameters of a call after decoding: the same values whichever way they were sent. */
export type Params = { readonly [name: string]: unknown };

const words = (text: string) => new Set(text.split(/\s+/));
const numbers = words(
  `offset limit timeout message_id message_thread_id user_id latitude longitude horizontal_accuracy live_period heading
  proximity_alert_radius cache_time ephemeral_message_id receiver_user_id reply_to_message_id`,
);
const flags = words(
  `disable_notification protect_content show_alert is_big drop_pending_updates return_bots allow_sending_without_reply`,
);
const objects = words(
  `allowed_updates media reply_markup reply_parameters entities link_preview_options commands scope reaction
  ephemeral_message_parameters`,
);

/** Forms carry everything as text; this gives each parameter the type the documentation names. */
export function decodeParams(raw: Record<string, unknown>): Params {
  return Object.fromEntries(Object.entries(raw).map(([name, value]) => [name, decode(name, value)]));
}

function decode(name: string, value: unknown): unknown {
  if (typeof value !== "string") return name === "chat_id" ? chatId(value) : value;
  if (name === "chat_id") return chatId(value);
  if (numbers.has(name)) return value === "" ? undefined : Number(value);
  if (flags.has(name)) return ["true", "yes", "1"].includes(value.toLowerCase());
  if (!objects.has(name)) return value;
  if (value === "") return undefined;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    throw badRequest(`can't parse ${name.replaceAll("_", " ")} JSON object`);
  }
}

function chatId(value: unknown): unknown {
  return typeof value === "string" && /^-?\d+$/.test(value) ? Number(value) : value;
}

export function text(params: Params, name: string): string {
  const value = params[name];
  return typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
}

export function number(params: Params, name: string): number | undefined {
  const value = params[name];
  return typeof value === "number" ? value : undefined;
}

export function flag(params: Params, name: string): boolean {
  return params[name] === true;
}

export function object(params: Params, name: string): Params | undefined {
  const value = params[name];
  return isObject(value) ? value : undefined;
}

export function list(params: Params, name: string): readonly unknown[] | undefined {
  const value = params[name];
  return Array.isArray(value) ? value : undefined;
}

/** Telegram counts characters, not UTF-16 units. */
export function characters(value: string): number {
  return Array.from(value).length;
}

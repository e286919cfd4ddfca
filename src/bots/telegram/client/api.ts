import { Api, InputFile } from "grammy";
import type { ApiResponse } from "grammy/types";
import { type Clock } from "../../../lib/time.ts";
import { type NetworkClock, readHttpDate } from "../../network-clock.ts";
import { fieldsOf } from "./fields.ts";
import { refusalOf } from "./refusal.ts";

/** The methods of the Bot API by their own names. They reject with a GrammyError when Telegram refuses. */
export type TelegramApi = Api["raw"];

export type Account = { token: string; apiRoot: string };

/** What is told, with each answer, what time the server says it is; and our own time, when it is asked. */
export type ServerTime = { now: Clock; heard: NetworkClock["heard"] };

/**
 * grammY's Api on Node's own fetch. The fetch that comes with grammY (node-fetch 2) does not notice when a connection breaks in the middle of an
 * answer, and waits for its timeout. Each call is tried once.
 * @param until called for each call: gives the signal that ends it
 */
export function createApi({ token, apiRoot }: Account, until: () => AbortSignal, time: ServerTime): TelegramApi {
  const root = apiRoot.replace(/\/+$/, "");
  const api = new Api(token);
  api.config.use(async (_grammy, method, parameters) => {
    const content = await contentOf(parameters);
    const asked = time.now();
    const response = await fetch(`${root}/bot${token}/${method}`, { method: "POST", ...content, signal: until() });
    time.heard(readHttpDate(response.headers.get("date")), asked);
    return readAnswer(await response.json());
  });
  return api.raw;
}

/** A picture to be sent, or to take the place of another. */
export const pictureFile = (png: Uint8Array): InputFile => new InputFile(png, "picture.png");

/** As JSON; with a picture in it, as a form (Bot API, "Sending files"). */
async function contentOf(parameters: object): Promise<{ headers?: Record<string, string>; body: string | FormData }> {
  const form = new FormData();
  for (const [name, value] of Object.entries(parameters)) {
    const { media, ...beside } = Object(value) as { media?: unknown };
    const file = value instanceof InputFile ? value : media instanceof InputFile ? media : undefined;
    if (file) form.set("picture", new Blob([await bytesOf(file)], { type: "image/png" }), "picture.png");
    const inPlace = { ...beside, media: "attach://picture" };
    if (file && file !== value) form.set(name, JSON.stringify(inPlace));
    else if (file) form.set(name, "attach://picture");
    else if (value !== undefined) form.set(name, typeof value === "string" ? value : JSON.stringify(value));
  }
  if (form.has("picture")) return { body: form };
  return { headers: { "content-type": "application/json" }, body: JSON.stringify(parameters) };
}

async function bytesOf(file: InputFile): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await file.toRaw();
  if (!(bytes instanceof Uint8Array)) throw new TypeError("a picture is given as bytes");
  return Uint8Array.from(bytes);
}

/** @throws TypeError when this is not an answer of a Bot API server; it may come from a proxy */
function readAnswer(value: unknown): ApiResponse<never> {
  const answer = fieldsOf(value);
  const isAnswer = answer?.ok === true ? answer.result !== undefined : refusalOf(answer) !== undefined;
  if (!isAnswer) throw new TypeError("not an answer of a Bot API server");
  return value as ApiResponse<never>;
}

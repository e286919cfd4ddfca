import { Api } from "grammy";
import type { ApiResponse } from "grammy/types";
import { fieldsOf } from "./fields.ts";
import { refusalOf } from "./refusal.ts";

/** The methods of the Bot API by their own names. They reject with a GrammyError when Telegram refuses. */
export type TelegramApi = Api["raw"];

export type Account = { token: string; apiRoot: string };

/**
 * grammY's Api on Node's own fetch. The one that grammY brings along (node-fetch 2) never notices that a connection broke in the middle of an
 * answer, and waits until its time is up. Each call is tried once.
 * @param until gives the signal that ends a call, for each call anew
 */
export function createApi({ token, apiRoot }: Account, until: () => AbortSignal): TelegramApi {
  const root = apiRoot.replace(/\/+$/, "");
  const api = new Api(token);
  api.config.use(async (_grammy, method, parameters) => {
    const headers = { "content-type": "application/json" };
    const body = JSON.stringify(parameters);
    const response = await fetch(`${root}/bot${token}/${method}`, { method: "POST", headers, body, signal: until() });
    return readAnswer(await response.json());
  });
  return api.raw;
}

/** @throws TypeError when this is not how a Bot API server answers, as a proxy before it may not */
function readAnswer(value: unknown): ApiResponse<never> {
  const answer = fieldsOf(value);
  const isAnswer = answer?.ok === true ? answer.result !== undefined : refusalOf(answer) !== undefined;
  if (!isAnswer) throw new TypeError("not an answer of a Bot API server");
  return value as ApiResponse<never>;
}

import type { ApiResponse } from "grammy/types";
import { fieldsOf } from "./fields.ts";
import { refusalOf } from "./refusal.ts";

export type Post = (method: string, parameters: object, signal: AbortSignal) => Promise<ApiResponse<never>>;

/**
 * One call of the Bot API by Node's own fetch. The one that grammY brings along (node-fetch 2) never notices that a connection broke
 * in the middle of an answer, and waits until its time is up.
 * @param apiRoot without a slash at its end
 */
export function createPost(apiRoot: string, token: string): Post {
  return async (method, parameters, signal) => {
    const headers = { "content-type": "application/json" };
    const body = JSON.stringify(parameters);
    const response = await fetch(`${apiRoot}/bot${token}/${method}`, { method: "POST", headers, body, signal });
    return readAnswer(await response.json());
  };
}

/** @throws TypeError when this is not how a Bot API server answers, as a proxy before it may not */
function readAnswer(value: unknown): ApiResponse<never> {
  const answer = fieldsOf(value);
  const isAnswer = answer?.ok === true ? answer.result !== undefined : refusalOf(answer) !== undefined;
  if (!isAnswer) throw new TypeError("not an answer of a Bot API server");
  return value as ApiResponse<never>;
}

import { badRequest } from "../http/bot-api-error.ts";
import { isObject, type Json } from "../http/json.ts";
import type { Params } from "../http/params.ts";

/** A message's reply_markup. @throws BotApiError when a button could not be shown */
export function markupOf(params: Params): Json | undefined {
  const markup = params.reply_markup;
  if (markup === undefined || markup === null) return undefined;
  if (!isObject(markup)) throw badRequest("object expected as reply markup");
  const rows = markup.inline_keyboard;
  if (rows === undefined) return markup as Json;
  if (!Array.isArray(rows)) throw badRequest('field "inline_keyboard" must be of the type Array');
  for (const row of rows as unknown[]) {
    if (!Array.isArray(row)) throw badRequest('field "inline_keyboard" must be an Array of Arrays');
    for (const button of row as unknown[]) checkButton(button);
  }
  return rows.flat().length === 0 ? undefined : (markup as Json);
}

function checkButton(button: unknown): void {
  if (!isObject(button)) throw badRequest("can't parse inline keyboard button: expected an Object");
  const { text, callback_data, url } = button;
  if (typeof text !== "string") throw badRequest(`can't parse inline keyboard button: can't find field "text"`);
  if (text.trim() === "") throw badRequest("inline keyboard button text must be non-empty");
  if (typeof callback_data === "string") {
    const length = Buffer.byteLength(callback_data);
    if (length < 1 || length > 64) throw badRequest("BUTTON_DATA_INVALID");
  } else if (typeof url === "string") {
    if (!/^(https?|tg|ton):\/\/\S+$/.test(url)) {
      throw badRequest(`inline keyboard button URL '${url}' is invalid: Wrong HTTP URL`);
    }
  } else if (!Object.keys(button).some((field) => field !== "text")) {
    throw badRequest("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
  }
}

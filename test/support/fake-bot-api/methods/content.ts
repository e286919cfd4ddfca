import { parseHtml } from "../content/html-entities.ts";
import { withFoundEntities } from "../content/text-entities.ts";
import { badRequest } from "../http/bot-api-error.ts";
import { isObject } from "../http/json.ts";
import { characters, number, type Params, text } from "../http/params.ts";
import type { Content, Entity, Point } from "../world/world.ts";

/** The text of sendMessage and editMessageText, parsed and trimmed as td's fix_formatted_text does. @throws BotApiError */
export function textContent(params: Params): Extract<Content, { kind: "text" }> {
  const raw = text(params, "text");
  if (raw === "") throw badRequest("message text is empty");
  const mode = text(params, "parse_mode").toLowerCase();
  if (mode !== "" && mode !== "html") throw badRequest("unsupported parse_mode");
  const given = Array.isArray(params.entities) ? (params.entities.filter(isObject) as unknown as Entity[]) : [];
  const parsed = mode === "html" ? parseHtml(raw) : { text: raw, entities: given };
  const start = parsed.text.length - parsed.text.trimStart().length;
  const trimmed = parsed.text.trim();
  if (trimmed === "") throw badRequest("text must be non-empty");
  if (characters(trimmed) > 4096) throw badRequest("message is too long");
  const entities = parsed.entities
    .map((entity) => ({ ...entity, ...clip(entity, start, trimmed.length) }))
    .filter(({ length }) => length > 0);
  return { kind: "text", text: trimmed, entities: withFoundEntities(trimmed, entities) };
}

/** The photo of sendPhoto or editMessageMedia, uploaded beside the other parameters (Bot API, "Sending files"). @throws BotApiError */
export function photoContent(params: Params, given: Params): Extract<Content, { kind: "photo" }> {
  const [, name = ""] = /^attach:\/\/(.+)$/.exec(text(given, "media") || text(given, "photo")) ?? [];
  const file = params[name];
  if (!(file instanceof File) || file.size === 0) throw badRequest("there is no photo in the request");
  if (file.size > 10 * 1024 * 1024) throw badRequest("file of size more than 10 MB");
  const raw = text(given, "caption");
  const caption = text(given, "parse_mode").toLowerCase() === "html" ? parseHtml(raw).text : raw;
  if (characters(caption) > 1024) throw badRequest("message caption is too long");
  return { kind: "photo", file, caption };
}

function clip({ offset, length }: Entity, start: number, size: number) {
  const from = Math.max(offset - start, 0);
  const to = Math.min(offset - start + length, size);
  return { offset: from, length: to - from };
}

/** @throws BotApiError for what is no place on Earth */
export function pointOf(params: Params): Point {
  const latitude = number(params, "latitude");
  const longitude = number(params, "longitude");
  if (latitude === undefined) throw badRequest("latitude is empty");
  if (longitude === undefined) throw badRequest("longitude is empty");
  if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) throw badRequest("wrong location specified");
  const accuracy = number(params, "horizontal_accuracy") ?? 0;
  if (!(accuracy > 0)) return { latitude, longitude };
  return { latitude, longitude, horizontal_accuracy: Math.ceil(Math.min(accuracy, 1500)) };
}

import { type PersonId, personId } from "../../../core/model/ids.ts";
import type { Incoming } from "../../../core/model/incoming.ts";
import { languageOf } from "../../../core/text/languages.ts";
import { createBoundedMap } from "../../../lib/bounded/bounded-map.ts";
import { type Clock, type Instant, minute } from "../../../lib/time.ts";
import { type Fields, fieldsOf, idOf } from "../client/fields.ts";
import { maxSpeakers } from "../limits.ts";
import { updateKinds } from "./read-update.ts";

type Heard = Extract<Incoming, { kind: "language-heard" }>;

/**
 * Which language the app of an update's sender speaks (Bot API, User.language_code). One that whereat does not speak is told as English.
 * @returns undefined where Telegram does not say it
 */
function readLanguage(update: Fields): Heard | undefined {
  const sent = updateKinds.map((kind) => fieldsOf(update[kind])).find((fields) => fields !== undefined);
  const from = fieldsOf(sent?.from);
  const id = idOf(from?.id);
  if (typeof from?.language_code !== "string" || id === undefined || id < 0 || from.is_bot !== false) return undefined;
  return { kind: "language-heard", person: personId("telegram", id), language: languageOf(from.language_code) ?? "en" };
}

/** @returns what is to be told before what an update says: once a minute for each person who speaks or begins to share, and when it changes */
export function createLanguagesHeard(now: Clock): (update: Fields, read: readonly Incoming[]) => readonly Heard[] {
  const told = createBoundedMap<{ language: Heard["language"]; at: Instant }>(maxSpeakers);
  const isKnown = (person: PersonId, language: Heard["language"]) => {
    const before = told.get(person);
    return before?.language === language && now() - before.at < minute;
  };
  const begins = (incoming: Incoming) =>
    incoming.kind === "command" || incoming.kind === "bot-joined" || (incoming.kind === "position" && incoming.first);
  return (update, read) => {
    const heard = read.some(begins) ? readLanguage(update) : undefined;
    if (heard === undefined || isKnown(heard.person, heard.language)) return [];
    told.set(heard.person, { language: heard.language, at: now() });
    return [heard];
  };
}

/** Who brought the bot into a group, where their language is known: the group is spoken to in it. */
export function readBrought(update: Fields, read: readonly Incoming[]): Incoming[] {
  const joined = read.find((incoming) => incoming.kind === "bot-joined");
  const from = fieldsOf(fieldsOf(update["my_chat_member"])?.from);
  const by = idOf(from?.id);
  if (joined === undefined || by === undefined || by < 0 || from?.language_code === undefined) return [];
  return [{ kind: "bot-brought", room: joined.room, by: personId("telegram", by) }];
}

import { type PersonId, personId } from "../../../core/model/ids.ts";
import { at, textOf, textsOf } from "../../../lib/json-value.ts";
import { readCommand } from "../../parse-command.ts";
import { maxMarkup, maxMentions, maxText } from "../limits.ts";

export type Words =
  | { kind: "command"; name: string; argument: string; mentions: PersonId[] }
  | { kind: "number"; number: string };

/**
 * A command as it is typed at the very beginning of a text: `!whereis`, `/whereis`, or `//whereis`, which is what some clients need to send a
 * slash at all. Notices are other bots', and never one.
 */
export function readWords(content: unknown, me: string): Words | undefined {
  const body = textOf(at(content, "body"));
  if (at(content, "msgtype") !== "m.text" || body === undefined || body.length > maxText) return undefined;
  const relation = at(content, "m.relates_to");
  // In a thread, what replies to nothing says that it replies to the message before (spec, "Fallback for unthreaded clients").
  const isReply = at(relation, "m.in_reply_to") !== undefined && at(relation, "is_falling_back") !== true;
  const text = (isReply ? withoutQuote(body) : body).trim();
  if (/^\d{1,3}$/.test(text)) return { kind: "number", number: text };
  const command = readCommand(text.startsWith("//") ? text.slice(1) : text, "!/");
  return command && { kind: "command", ...command, mentions: readMentions(content, command.argument, isReply, me) };
}

/** Older clients put the words that they reply to before their own (spec up to version 1.12, "Fallbacks for rich replies"). */
function withoutQuote(body: string): string {
  if (!body.startsWith("> ")) return body;
  const lines = body.split("\n");
  const end = lines.findIndex((line) => !line.startsWith(">"));
  return end < 0 ? "" : lines.slice(end).join("\n");
}

/**
 * Whom the words name: ids that are typed, and links to people. The plain list `m.mentions` names the one replied to as well (spec,
 * "Mentioning the replied to user"), so it counts where there is no reply, or nothing but a reply.
 */
function readMentions(content: unknown, argument: string, isReply: boolean, me: string): PersonId[] {
  const typed = argument.match(/@[^\s:@]{1,200}:[^\s,;!?]{1,200}/g) ?? [];
  const linked = readLinks(textOf(at(content, "formatted_body")) ?? "");
  const listed =
    isReply && argument !== ""
      ? []
      : [...textsOf(at(content, "m.mentions", "user_ids")), ...quotedIn(content, isReply)];
  const named = [...linked, ...typed].length > 0 ? [...linked, ...typed] : listed;
  const people = [...new Set(named)].filter((id) => id !== me && isUserId(id));
  return people.slice(0, maxMentions).map((id) => personId("matrix", id));
}

/** Older clients name who is replied to only in the words that they quote: "> <@ana:example.org> Where are you?" */
function quotedIn(content: unknown, isReply: boolean): string[] {
  const [, quoted] = /^> (?:\* )?<(@[^>\s]{1,255})>/.exec(textOf(at(content, "body")) ?? "") ?? [];
  return isReply && quoted !== undefined ? [quoted] : [];
}

/** Links to people, as clients write mentions: `<a href="https://matrix.to/#/@ana:example.org">`. */
function readLinks(markup: string): string[] {
  if (markup.length > maxMarkup) return [];
  const own = markup.replace(/<mx-reply>[\s\S]*?<\/mx-reply>/g, "");
  const links = own.matchAll(/href=["']https:\/\/matrix\.to\/#\/((?:@|%40)[^"'?/]{1,600})["'?/]/g);
  return [...links].flatMap(([, link = ""]) => {
    try {
      return [decodeURIComponent(link)];
    } catch {
      return [];
    }
  });
}

/** 255 bytes at most (spec, "User identifiers"); historical ones may hold anything but a colon before the colon. */
const isUserId = (id: string): boolean => /^@[^:\s]+:\S+$/.test(id) && Buffer.byteLength(id) <= 255;

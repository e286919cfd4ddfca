import { type PersonId, personId } from "../../../core/model/ids.ts";
import { at, textOf, textsOf } from "../../../lib/json-value.ts";
import { readCommand, readNumber } from "../../parse-command.ts";
import { maxMentions, maxText } from "../limits.ts";
import { afterOwnName, isCalled, readLinks, type Self } from "./own-name.ts";

/** `addressed`: it names the bot. `unmarked`: nothing but the bot's name makes it a command. */
export type Words =
  | { kind: "command"; name: string; argument: string; mentions: PersonId[]; addressed?: true; unmarked?: true }
  | { kind: "number"; number: string }
  /** what is no command */
  | { kind: "words"; addressed?: true }
  /** a picture or the like, with nothing said beneath it */
  | { kind: "no words" };

const others = ["m.notice", "m.server_notice"];
const withFile = ["m.image", "m.video", "m.audio", "m.file"];

/**
 * What a message says. A command stands at its very beginning: `!whereis`, `/whereis`, or `//whereis`, which is what some clients need to send a
 * slash at all; or behind the bot's own name, without a mark. Notices are other bots', or the server's, and never one.
 */
export function readWords(content: unknown, self: Self): Words | undefined {
  const [type, body] = [textOf(at(content, "msgtype")), textOf(at(content, "body"))];
  if (type === undefined || others.includes(type) || body === undefined) return undefined;
  const isFile = withFile.includes(type);
  if (isFile && !hasCaption(content, body)) return { kind: "no words" };
  if ((!isFile && type !== "m.text") || body.length > maxText) return { kind: "words" };
  const relation = at(content, "m.relates_to");
  // In a thread, what replies to nothing says that it replies to the message before (spec, "Fallback for unthreaded clients").
  const isReply = at(relation, "m.in_reply_to") !== undefined && at(relation, "is_falling_back") !== true;
  const whole = (isReply ? withoutQuote(body) : body).trim();
  const called = afterOwnName(whole, content, isReply, self);
  const text = called ?? whole;
  const number = readNumber(text);
  if (number !== undefined) return { kind: "number", number };
  const marked = readCommand(text.startsWith("//") ? text.slice(1) : text, "!/");
  const command = marked ?? (called === undefined ? undefined : readCommand(`!${text}`, "!"));
  if (!command)
    return { kind: "words", ...(isCalled(content, isReply, self) || called !== undefined ? { addressed: true } : {}) };
  return {
    kind: "command",
    ...command,
    mentions: readMentions(content, command.argument, isReply, self.userId),
    ...(called !== undefined && { addressed: true }),
    ...(marked === undefined && { unmarked: true }),
  };
}

/** Beside a file, the body is its name, or, where another field has the name, what is said of it (spec, "Media captions"). */
function hasCaption(content: unknown, body: string): boolean {
  const name = textOf(at(content, "filename"));
  return name !== undefined && name !== body;
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
  const named = [...readLinks(content).map(({ id }) => id), ...typed].filter((id) => id !== me);
  const listed =
    isReply && argument !== ""
      ? []
      : [...textsOf(at(content, "m.mentions", "user_ids")), ...quotedIn(content, isReply)];
  const people = [...new Set(named.length > 0 ? named : listed)].filter((id) => id !== me && isUserId(id));
  return people.slice(0, maxMentions).map((id) => personId("matrix", id));
}

/** Older clients name who is replied to only in the words that they quote: "> <@ana:example.org> Where are you?" */
function quotedIn(content: unknown, isReply: boolean): string[] {
  const [, quoted] = /^> (?:\* )?<(@[^>\s]{1,255})>/.exec(textOf(at(content, "body")) ?? "") ?? [];
  return isReply && quoted !== undefined ? [quoted] : [];
}

/** 255 bytes at most (spec, "User identifiers"); historical ones may hold anything but a colon before the colon. */
const isUserId = (id: string): boolean => /^@[^:\s]+:\S+$/.test(id) && Buffer.byteLength(id) <= 255;

import { at, textOf, textsOf } from "../../../lib/json-value.ts";
import { maxMarkup, maxOwnNames } from "../limits.ts";

/** The bot itself, as people call it. */
export type Self = {
  readonly userId: string;
  /** the names that it is shown with */
  readonly names: readonly string[];
};

/** The names that the bot's account has, and has in single rooms, as far as they were heard of: the latest ones. */
export function createOwnNames() {
  let names: readonly string[] = [];
  const add = (name: string | undefined) => {
    if (name) names = [name, ...names.filter((other) => other !== name)].slice(0, maxOwnNames);
  };
  return {
    all: () => names,
    add,
    /** Takes note of an event by which the bot is called so in a room. */
    note(event: unknown, me: string) {
      const isOwn =
        at(event, "type") === "m.room.member" && at(event, "sender") === me && at(event, "state_key") === me;
      if (isOwn) add(textOf(at(event, "content", "displayname")));
    },
  };
}

/** Links to people, as clients write mentions: `<a href="https://matrix.to/#/@ana:example.org">Ana</a>`. Each with its words. */
export function readLinks(content: unknown): { id: string; words: string }[] {
  const markup = textOf(at(content, "formatted_body")) ?? "";
  if (markup.length > maxMarkup) return [];
  const own = markup.replace(/<mx-reply>[\s\S]*?<\/mx-reply>/g, "");
  const links = own.matchAll(
    /href=["']https:\/\/matrix\.to\/#\/((?:@|%40)[^"'?/]{1,600})["'?/](?:[^>]{0,600}>([^<]{0,300}))?/g,
  );
  return [...links].flatMap(([, link = "", words = ""]) => {
    const id = decoded(link);
    return id === undefined ? [] : [{ id, words: words.trim() }];
  });
}

/** Whether somebody calls the bot: by a link, or by the list of mentions, which names the one replied to as well. */
export const isCalled = (content: unknown, isReply: boolean, { userId }: Self): boolean =>
  readLinks(content).some(({ id }) => id === userId) ||
  (!isReply && textsOf(at(content, "m.mentions", "user_ids")).includes(userId));

/**
 * What stands behind the bot's name, where words begin with it: "@whereat whereis ana", "whereat: whereis ana", or with a link to it. A name
 * alone is a word like another: it counts with a sign at either side, or where the client says that the bot is meant.
 * @param content of the event, for what its client says
 * @returns undefined where they do not begin with it
 */
export function afterOwnName(text: string, content: unknown, isReply: boolean, self: Self): string | undefined {
  const [link, inMarkdown, bare] = written.exec(text) ?? [];
  if (link !== undefined && decoded(inMarkdown ?? bare ?? "") === self.userId)
    return withoutSigns(text.slice(link.length));
  const links = readLinks(content).flatMap(({ id, words }) => (id === self.userId ? [words] : []));
  const [local = ""] = self.userId.slice(1).split(":");
  const names = [self.userId, local, ...self.names, ...links].map((name) => name.replace(/^@/, "")).filter(Boolean);
  const isMeant = isCalled(content, isReply, self);
  const said = text.replace(/^@/, "");
  // "@whereat:example.net" is another's id.
  const ends = said === text ? /^(?:$|[\s.,:;!?…])/ : /^(?:$|[\s.,;!?…]|:(?:\s|$))/;
  for (const name of names.toSorted((one, other) => other.length - one.length)) {
    const rest = said.slice(name.length);
    if (said.slice(0, name.length).toLowerCase() !== name.toLowerCase() || !ends.test(rest)) continue;
    if (said !== text || /^[:,]/.test(rest) || isMeant) return withoutSigns(rest);
  }
  return undefined;
}

/** A link to a person as it is typed, or as clients put it into the plain words: `[Ana](https://matrix.to/#/@ana:example.org)`. */
const written =
  /^(?:\[[^\]\n]{0,300}\]\(<?https:\/\/matrix\.to\/#\/([^)>?\s]{1,600})[^)\s]{0,600}\)|<?https:\/\/matrix\.to\/#\/([^>?\s]{1,600}?)(?:\?[^>\s]{0,600})?>?(?=$|\s|[,;]|:\s))/;

const withoutSigns = (text: string) => text.replace(/^[\s.,:;?…]+/, "").trim();

function decoded(link: string): string | undefined {
  try {
    return decodeURIComponent(link);
  } catch {
    return undefined;
  }
}

import type { FailingProxy, Passed } from "../../homeserver/failing-proxy.ts";

/** Something that the bot said, as the homeserver took it: once, however often it was sent. */
export type Said = {
  readonly event: string;
  readonly room: string;
  /** the event that it is a reply to, or that it replaces */
  readonly replyTo: string | undefined;
  readonly replaces: string | undefined;
  readonly encrypted: boolean;
};

export type Record = {
  readonly said: readonly Said[];
  /** events that the bot redacted */
  readonly redacted: ReadonlySet<string>;
  /** events with a reaction of the bot */
  readonly acknowledged: ReadonlySet<string>;
  /** what was sent again although the homeserver had taken it */
  readonly repeats: () => number;
};

const endpoint = /^\/_matrix\/client\/v3\/rooms\/([^/]+)\/(send|redact)\/([^/]+)\/[^/?]+/;

/** What the bot says, read from the requests that the homeserver has carried out. */
export function recordOf(proxy: FailingProxy, also: (passed: Passed) => void): Record {
  const said = new Map<string, Said>();
  const redacted = new Set<string>();
  const acknowledged = new Set<string>();
  let repeats = 0;

  function note({ method, path, body, status, answer }: Passed) {
    const [, room = "", what, subject = ""] = endpoint.exec(path) ?? [];
    if (method !== "PUT" || status !== 200 || what === undefined) return;
    if (what === "redact") return void redacted.add(decodeURIComponent(subject));
    // Relations stand in clear beside what is encrypted, so that servers can follow them.
    const relation = Object(JSON.parse(body)["m.relates_to"]);
    if (subject === "m.reaction") return void acknowledged.add(relation.event_id);
    const { event_id: event } = JSON.parse(answer);
    if (said.has(event)) repeats += 1;
    said.set(event, {
      event,
      room: decodeURIComponent(room),
      replyTo: relation["m.in_reply_to"]?.event_id,
      replaces: relation.rel_type === "m.replace" ? relation.event_id : undefined,
      encrypted: subject === "m.room.encrypted",
    });
  }

  proxy.watch((passed) => {
    note(passed);
    also(passed);
  });
  return {
    get said() {
      return [...said.values()];
    },
    redacted,
    acknowledged,
    repeats: () => repeats,
  };
}

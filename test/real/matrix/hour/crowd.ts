import { setTimeout as after } from "node:timers/promises";
import type { IPushRules } from "matrix-js-sdk";
import { type Account, register } from "../../../support/homeserver/homeserver.ts";
import { patience } from "../../../support/homeserver/nio-person.ts";
import { ringsBy } from "../../../support/homeserver/push-rules.ts";
import { beaconInfo } from "../nio-room.ts";
import type { Product } from "../product/product.ts";

/** An event as the homeserver gives it now: of what is redacted nothing is left. */
export type Raw = {
  event_id: string;
  type: string;
  sender: string;
  content: Record<string, unknown>;
  redacts?: string;
  unsigned?: { redacted_because?: object };
};
type Request = (method: string, path: string, body?: object) => Promise<Record<string, unknown>>;
export type Somebody = Account & { request: Request };

export const isGone = ({ unsigned }: Raw) => unsigned?.redacted_because !== undefined;
/** What says where somebody is. */
export const position = /52\.\d{3,}/;
export const holdsPosition = ({ content }: Raw) => position.test(JSON.stringify(content));
export const bodyOf = ({ content }: Raw) => (typeof content["body"] === "string" ? content["body"] : "");
export const repliesTo = ({ content }: Raw): string =>
  Object(Object(content["m.relates_to"])["m.in_reply_to"]).event_id ?? "";

async function person(url: string, name: string): Promise<Somebody> {
  const account = await register(url, name);
  const request: Request = async (method, path, body) => {
    const response = await fetch(`${url}/_matrix/client/v3/${path}`, {
      method,
      headers: { authorization: `Bearer ${account.accessToken}` },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path.split("/")[0]}: ${response.status} ${await response.text()}`);
    return (await response.json()) as Record<string, unknown>;
  };
  return { ...account, request };
}

/** A room of so many people and the bot, which is its moderator and has greeted. */
export async function createCrowd(url: string, bot: Product, count: number) {
  const names = Array.from({ length: count }, (_, index) => `person${index}`);
  const people: Somebody[] = [];
  for (const name of names) people.push(await person(url, name));
  const first = people[0];
  if (first === undefined) throw new Error("nobody is there");
  const made = await first.request("POST", "createRoom", {
    preset: "public_chat",
    power_level_content_override: { events: { [beaconInfo]: 0 }, users: { [first.userId]: 100, [bot.userId]: 50 } },
    invite: [bot.userId],
  });
  const room = String(made["room_id"]);
  const at = `rooms/${encodeURIComponent(room)}`;
  for (const one of people.slice(1)) await one.request("POST", `join/${encodeURIComponent(room)}`, {});

  /** All that is in the room, oldest first, as the homeserver has it now. */
  async function read(): Promise<Raw[]> {
    const found: Raw[] = [];
    for (let from: string | undefined = "", end = false; !end; ) {
      const page = await first!.request("GET", `${at}/messages?dir=b&limit=500${from ? `&from=${from}` : ""}`);
      found.push(...(page["chunk"] as Raw[]));
      from = page["end"] as string | undefined;
      end = from === undefined;
    }
    return found.toReversed();
  }
  const ofBot = async () => (await read()).filter(({ sender }) => sender === bot.userId);

  let transaction = 0;
  async function sends(who: Somebody, type: string, content: object): Promise<string> {
    const { event_id } = await who.request("PUT", `${at}/send/${type}/${++transaction}`, content);
    return String(event_id);
  }

  return {
    people,
    room,
    read,
    ofBot,
    says: (who: Somebody, body: string) => sends(who, "m.room.message", { msgtype: "m.text", body }),
    /** Begins a live share, or ends it. @returns its event */
    shares: async (who: Somebody, timeout: number, live = true): Promise<string> => {
      const content = {
        live,
        timeout,
        "org.matrix.msc3488.ts": bot.now(),
        "org.matrix.msc3488.asset": { type: "m.self" },
      };
      const { event_id } = await who.request("PUT", `${at}/state/${beaconInfo}/${who.userId}`, content);
      return String(event_id);
    },
    isAt: (who: Somebody, info: string, uri: string) =>
      sends(who, "org.matrix.msc3672.beacon", {
        "m.relates_to": { rel_type: "m.reference", event_id: info },
        "org.matrix.msc3488.location": { uri },
        "org.matrix.msc3488.ts": bot.now(),
      }),
    /** Waits until the bot has taken these in and done all that comes of them. */
    isHandled: async (...events: readonly string[]) => {
      await until(() => events.every((event) => bot.hasHeard(event)));
      await bot.core.idle();
    },
    isGreeted: async () => {
      await until(async () => (await ofBot()).some((event) => bodyOf(event).includes("only if you choose it")));
    },
    rings: await ringsFor(first),
  };
}

/** Whether a person's phone rings for an event, by their push rules as the homeserver has them, and as matrix-js-sdk judges. */
async function ringsFor({ userId, request }: Somebody): Promise<(event: Raw) => boolean> {
  const rules = (await request("GET", "pushrules/")) as unknown as IPushRules;
  return ringsBy(rules, userId);
}

/** @throws when it does not become true */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  const began = performance.now();
  while (!(await isSo())) {
    if (performance.now() - began > patience) throw new Error("what was waited for did not come");
    await after(50);
  }
}

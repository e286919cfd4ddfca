import { setTimeout as after } from "node:timers/promises";
import {
  type EventType,
  type MatrixEvent,
  MatrixEventEvent,
  Method,
  Preset,
  RoomEvent,
  RoomMemberEvent,
} from "matrix-js-sdk";
import { afterAll } from "vitest";
import { type ElementPerson, elementPerson } from "../../../support/homeserver/element-person.ts";
import { register, startHomeserver } from "../../../support/homeserver/homeserver.ts";
import { patience } from "../../../support/homeserver/nio-person.ts";
import { type Product, startProduct } from "../product/product.ts";

/** An event as the homeserver has it: what is encrypted stays so, but for its relation. */
export type Raw = {
  event_id: string;
  type: string;
  sender: string;
  content: Record<string, unknown>;
  redacts?: string;
};

/** What an app shows of an event as it comes, and whether the phone rings for it, by its owner's push rules. */
export type Seen = {
  id: string;
  room: string;
  sender: string;
  type: string;
  content: Record<string, unknown>;
  isEncrypted: boolean;
  rings: boolean;
};

export type Person = ElementPerson & {
  /** what others said and did in rooms that this person is in, once it is decrypted */
  readonly seen: readonly Seen[];
  /** what their app could not decrypt */
  readonly unread: ReadonlySet<string>;
};

export type SixPeople = {
  bot: Product;
  people: readonly Person[];
  room: string;
  /** Sends an event as a person, encrypted by their app. @returns its id */
  sends: (who: Person, type: string, content: object) => Promise<string>;
  /** Waits until the bot has taken an event in and done all that comes of it. */
  isHandled: (event: string) => Promise<void>;
  /** What happened in the room after an event, oldest first. */
  since: (event: string) => Promise<Raw[]>;
};

export const live = { "org.matrix.msc3672.beacon_info": 0, "org.matrix.msc3672.beacon": 0 };
export const encryption = { type: "m.room.encryption", state_key: "", content: { algorithm: "m.megolm.v1.aes-sha2" } };

/** The product, and people who use Element, each on a device that they have verified, in one encrypted room with it. */
export async function sixPeople(names: readonly string[]): Promise<SixPeople> {
  const ends: (() => Promise<unknown>)[] = [];
  const end = async () => {
    for (const one of ends.toReversed()) await one();
  };
  try {
    const homeserver = await startHomeserver();
    ends.push(() => homeserver.stop());
    const bot = await startProduct(homeserver.url, "whereat", { timeStands: true });
    ends.push(() => bot.stop());
    const people = await Promise.all(names.map((name) => comes(homeserver.url, name, bot.userId)));
    ends.push(() => Promise.all(people.map((person) => person.leaves())));
    const [first, ...others] = people;
    if (first === undefined) throw new Error("nobody is there");
    const { room_id: room } = await first.client.createRoom({
      preset: Preset.PrivateChat,
      invite: others.map(({ userId }) => userId),
      initial_state: [encryption],
      power_level_content_override: { events: live },
    });
    for (const { client } of others) await client.joinRoom(room);
    await first.client.invite(room, bot.userId);
    await until(() => first.seen.some(({ content }) => String(content["body"]).includes("only if you choose it")));
    afterAll(end);
    return {
      bot,
      people,
      room,
      sends: ({ client }, type, content) => sendsAs(client, room, type, content),
      async isHandled(event) {
        await until(() => bot.hasHeard(event));
        await bot.core.idle();
      },
      since: (event) => happenedSince(first.client, room, event),
    };
  } catch (error) {
    await end();
    throw error;
  }
}

/** Somebody comes who accepts whatever the bot invites them to. */
export async function comes(url: string, name: string, bot: string): Promise<Person> {
  await register(url, name);
  const person = await elementPerson(url, name);
  await person.makesIdentity();
  const { client, userId } = person;
  const seen: Seen[] = [];
  const unread = new Set<string>();
  const sees = (event: MatrixEvent) => {
    const [id, sender] = [event.getId() ?? "", event.getSender() ?? ""];
    if (event.isState() || event.isRedacted() || sender === userId) return;
    if (event.isDecryptionFailure()) return void unread.add(id);
    unread.delete(id);
    const [type, content, isEncrypted] = [event.getType(), event.getContent(), event.isEncrypted()];
    const rings = client.getPushActionsForEvent(event, true)?.notify === true;
    seen.push({ id, room: event.getRoomId() ?? "", sender, type, content, isEncrypted, rings });
  };
  client.on(MatrixEventEvent.Decrypted, sees);
  client.on(RoomEvent.Timeline, (event) => {
    if (!event.isEncrypted()) sees(event);
  });
  client.on(RoomMemberEvent.Membership, (event, { userId: whose, membership, roomId }) => {
    if (whose === userId && membership === "invite" && event.getSender() === bot) void client.joinRoom(roomId);
  });
  return { ...person, seen, unread };
}

export async function sendsAs(client: Person["client"], room: string, type: string, content: object): Promise<string> {
  const sent = await client.sendEvent(room, type as EventType.RoomMessage, content as never);
  return sent.event_id;
}

async function happenedSince(client: Person["client"], room: string, event: string): Promise<Raw[]> {
  const found: Raw[] = [];
  let from: string | undefined;
  for (;;) {
    const query = { dir: "b", limit: "100", ...(from !== undefined && { from }) };
    const path = `/rooms/${encodeURIComponent(room)}/messages`;
    const page = await client.http.authedRequest<{ chunk: Raw[]; end?: string }>(Method.Get, path, query);
    for (const one of page.chunk) {
      if (one.event_id === event) return found.toReversed();
      found.push(one);
    }
    if (page.end === undefined) throw new Error("the event is not in the room");
    from = page.end;
  }
}

/** @throws when it does not become true */
export async function until(isSo: () => boolean): Promise<void> {
  const began = performance.now();
  while (!isSo()) {
    if (performance.now() - began > patience) throw new Error("what was waited for did not come");
    await after(20);
  }
}

import { plainWords } from "../../../src/bots/render.ts";
import type { Audience } from "../../../src/core/model/audience.ts";
import { DeliveryError, type DeliveryFailure } from "../../../src/core/model/errors.ts";
import type { PersonId } from "../../../src/core/model/ids.ts";
import { bareId, type MessageRef, type Network, type RoomId, roomId } from "../../../src/core/model/ids.ts";
import type { EditingNetwork, Finding, Membership } from "../../../src/core/model/ports.ts";
import type { Instant } from "../../../src/lib/time.ts";
import { boardsOf, edited, type Person, type Post, type Room, wordsOfTelegram } from "./chat-people.ts";
import { seen } from "./words.ts";
import type { NetworkOptions } from "./world-options.ts";

type Act = "send" | "edit" | "remove" | "acknowledge";

/** A small chat network in memory: rooms, who is in them, and what people read there. A chat is a room, or a person's private chat. */
export function createChatNetwork(
  network: Network,
  clock: () => Instant,
  {
    deletesWithin,
    widestPin,
    knowsRepeats,
    canAllowLive,
    canWhisper,
    opensPrivateChats,
    boardHolds,
    noPicture,
  }: NetworkOptions = {},
) {
  const people = new Map<string, Person>();
  const rooms = new Map<string, Room>();
  const posts: Post[] = [];
  const newest = new Map<string, MessageRef[]>();
  const reactions: MessageRef[] = [];
  const faults: { act: Act; failure: DeliveryFailure; isTaken: boolean }[] = [];
  /** People whom the bot cannot write to in private. */
  const unreachable = new Set<string>();
  /** People who have not opened the private chat. */
  const neverOpened = new Set<string>();
  /** What people said that the bot deleted; every key with which something was sent, in order. */
  const [withdrawn, sent]: [MessageRef[], string[]] = [[], []];
  const byKey = new Map<string, MessageRef>();
  let [whispersNot, findings]: [boolean, readonly Finding[] | undefined] = [false, []];
  /** People who were invited to the private chat and have not come. */
  const absent = new Set<string>();
  let [silent, away]: [boolean, (() => void) | undefined] = [false, undefined];
  const [unspoken, unspokenRooms, liveAllowed] = [new Set<string>(), new Set<string>(), new Set<RoomId>()];
  let [messages, waiting] = [0, 0];
  let gate: Promise<void> | undefined;

  const roomOf = (name: string): Room => {
    const room = rooms.get(name);
    if (!room) throw new Error("no such room in this test");
    return room;
  };

  /** @returns whether it is to fail although the network has taken it */
  async function act(kind: Act, chat: string) {
    waiting += 1;
    await gate;
    waiting -= 1;
    const index = faults.findIndex((fault) => fault.act === kind);
    const [fault] = index < 0 ? [] : faults.splice(index, 1);
    const movedTo = rooms.get(chat)?.movedTo;
    if (movedTo !== undefined) throw new DeliveryError({ kind: "moved", to: roomId(network, movedTo) });
    if (fault && !fault.isTaken) throw new DeliveryError(fault.failure);
    return (_done?: void) => {
      if (fault) throw new DeliveryError(fault.failure);
    };
  }

  function newRef(chat: string): MessageRef {
    messages += 1;
    const ref = `${network}:${chat}/${messages}` as MessageRef;
    newest.set(chat, [...(newest.get(chat) ?? []), ref]);
    return ref;
  }

  const postOf = (ref: MessageRef): Post => {
    const post = posts.find((other) => other.ref === ref && !other.removed);
    if (!post) throw new DeliveryError({ kind: "refused" });
    return post;
  };

  const chatOf = (to: Audience) => bareId("room" in to ? to.room : to.person);

  function membership(room: RoomId, person: PersonId): Membership {
    const at = rooms.get(bareId(room));
    const who = bareId(person);
    away?.();
    if (away) throw new DeliveryError({ kind: "later", after: 1000 });
    if (silent || unspoken.has(who) || unspokenRooms.has(bareId(room)))
      return { kind: "unconfirmed", why: at?.standing.isAdmin === false ? "hidden" : "not now" };
    if (!at?.here.has(who)) return { kind: "not a member" };
    return { kind: "member", ...(people.get(who) ?? { name: who }), isAdmin: at.admins.has(who) };
  }

  const port: EditingNetwork = {
    network,
    capabilities: {
      knowsRepeats: knowsRepeats === true,
      whispers: canWhisper ? "in place" : "in private",
      ...(opensPrivateChats && { opensPrivateChats }),
      ...(deletesWithin === undefined ? {} : { deletesWithin }),
      ...(widestPin === undefined ? {} : { widestPin }),
    },
    words: wordsOfTelegram,
    noPicture: async () => noPicture,
    ...(knowsRepeats && {
      sentBefore: async (_to: Audience, key: string) => [byKey.get(key)].filter((ref) => ref !== undefined),
    }),
    ...(canAllowLive && {
      allowLive: async (room: RoomId) =>
        liveAllowed.size < liveAllowed.add(room).size ? "allowed now" : "allowed before",
    }),
    check: async () => findings ?? Promise.reject(new DeliveryError({ kind: "later", after: 1000 })),
    membership: async (room, person) => membership(room, person),
    roomName: async (room) => rooms.get(bareId(room))?.name,
    countPeople: async (room) => rooms.get(bareId(room))?.here.size,
    standing: async (room) => rooms.get(bareId(room))?.standing,

    async send(to, message, key, replyTo) {
      const chat = chatOf(to);
      if ("room" in to && message.reader === "one person") throw new Error("meant for one person, sent to a room");
      const within = !("room" in to) && to.within && canWhisper ? { within: bareId(to.within.room) } : {};
      if ("within" in within && whispersNot) throw new DeliveryError({ kind: "refused" });
      if (!("room" in to) && to.within && !canWhisper && absent.has(chat))
        throw new DeliveryError({ kind: "not joined", after: 1000 });
      if (message.pin && message.reader !== "one person") throw new Error("a pin, sent to a room");
      const isInPrivate = !("room" in to) && !to.within;
      if (unreachable.has(chat) || (isInPrivate && neverOpened.has(chat))) throw new DeliveryError({ kind: "refused" });
      const end = await act("send", chat);
      const before = knowsRepeats && byKey.get(key);
      if (before) return [before];
      const place = "room" in to && to.thread !== undefined ? { thread: to.thread } : {};
      const base = { ref: newRef(chat), chat, ...place, ...within, message, at: clock(), edits: 0, removed: false };
      posts.push(replyTo === undefined ? base : { ...base, replyTo });
      sent.push(key);
      byKey.set(key, base.ref);
      end();
      return [base.ref];
    },

    async edit(ref, message) {
      const post = postOf(ref);
      const end = await act("edit", post.chat);
      if (post.removed) throw new DeliveryError({ kind: "refused" });
      post.message = edited(post.message, message);
      post.edits += 1;
      end();
    },

    async remove(ref, others) {
      if (others) return act("remove", "").then((end) => end(void withdrawn.push(ref)));
      const post = posts.find((other) => other.ref === ref);
      if (!post) throw new DeliveryError({ kind: "refused" });
      const end = await act("remove", post.chat);
      if (deletesWithin !== undefined && clock() > post.at + deletesWithin)
        throw new DeliveryError({ kind: "refused" });
      post.removed = true;
      end();
    },

    async acknowledge(message) {
      const end = await act("acknowledge", "");
      reactions.push(message);
      end();
    },

    isNewest(ref, question) {
      const said = [...newest.values()].find((refs) => refs.includes(ref)) ?? [];
      return said.slice(said.indexOf(ref) + 1).every((other) => other === question);
    },
    ...(boardHolds !== undefined && { boards: boardsOf(boardHolds, newest) }),
  };

  return {
    port,
    posts,
    sent,
    reactions,
    withdrawn,
    newRef,
    people: people as ReadonlyMap<string, Person>,
    rooms: rooms as ReadonlyMap<string, Room>,

    know: (who: string, person: Person) => void people.set(who, person),
    open(name: string, here: readonly string[]) {
      for (const who of here) if (!people.has(who)) people.set(who, { name: who[0]?.toUpperCase() + who.slice(1) });
      const [first] = here;
      rooms.set(name, {
        name: `The ${name}`,
        here: new Set(here),
        admins: new Set(first === undefined ? [] : [first]),
        standing: { isAdmin: true, hearsEverything: true },
      });
    },
    enter: (room: string, who: string) => void roomOf(room).here.add(who),
    exit: (room: string, who: string) => void roomOf(room).here.delete(who),
    isHere: (room: string, who: string) => roomOf(room).here.has(who),
    unmakeAdmin: (room: string, who: string) => void roomOf(room).admins.delete(who),
    makeAdmin: (room: string, who: string) => void roomOf(room).admins.add(who),
    /** the room goes by another id from now on, with the same people */
    move(from: string, to: string) {
      const room = roomOf(from);
      rooms.set(to, { ...room });
      room.movedTo = to;
    },
    /** from now on the bot cannot write to this person in private, or can again */
    isReachable: (who: string, is: boolean) => void (is ? unreachable.delete(who) : unreachable.add(who)),
    /** whether this person has opened the private chat; everybody has, at first */
    isPrivateOpen: (who: string, is: boolean) => void (is ? neverOpened.delete(who) : neverOpened.add(who)),
    /** what it finds in every room from now on; nothing: it cannot look */
    finds: (found: readonly Finding[] | undefined) => void (findings = found),
    /** from now on it cannot show something in a room to one person only, or can again */
    refusesToWhisper: (is: boolean) => void (whispersNot = is),
    /** from now on this person has not come to the private chat, or has */
    staysAway: (who: string, is: boolean) => void (is ? absent.add(who) : absent.delete(who)),
    /** from now on the network does not say who is a member of what, or says it again */
    keepsSilent: (is: boolean) => void (silent = is),
    /** the same, for one room */
    keepsSilentOf: (room: string) => void unspokenRooms.add(room),
    /** from now on, until it comes back, the network cannot be asked who is a member of what */
    goesAway() {
      const { promise: wasAsked, resolve } = Promise.withResolvers<void>();
      away = resolve;
      return { wasAsked, comesBack: () => void (away = undefined) };
    },
    /** from now on the network does not say it of one person */
    keepsSilentAbout: (who: string) => void unspoken.add(who),
    /** the next act of this kind fails; `isTaken`: although it was carried out */
    fail: (act: Act, failure: DeliveryFailure, isTaken = false) => void faults.push({ act, failure, isTaken }),
    /** holds everything that the bot does back until the function returned is called */
    hold(): () => void {
      const { promise, resolve } = Promise.withResolvers<void>();
      gate = promise;
      return () => {
        gate = undefined;
        resolve();
      };
    },
    /** how many acts are held back */
    held: () => waiting,
    /** what people read in a chat now */
    shown: (chat: string): string[] =>
      posts.filter((post) => post.chat === chat && !post.removed).map(({ message }) => seen(plainWords(message.lines))),
  };
}

export type FakeNetwork = ReturnType<typeof createChatNetwork>;

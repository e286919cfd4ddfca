import { commonWords, type NetworkPlugin, networkPlugin } from "../../../src/bots/network-plugin.ts";
import { readCommand } from "../../../src/bots/parse-command.ts";
import { plainWords } from "../../../src/bots/render.ts";
import type { Secret } from "../../../src/config/secret.ts";
import { type Audience, isRoom, type Room } from "../../../src/core/model/audience.ts";
import { DeliveryError } from "../../../src/core/model/errors.ts";
import { bareId, type MessageRef, networkOf, personId, roomId, shareId } from "../../../src/core/model/ids.ts";
import type { Incoming } from "../../../src/core/model/incoming.ts";
import type { Message } from "../../../src/core/model/message.ts";
import type { ChatNetwork } from "../../../src/core/model/ports.ts";
import type { Clock } from "../../../src/lib/time.ts";

/** `reader`: the one person who can read it. */
type Post = { ref: MessageRef; key: string; chat: string; reader: string | undefined; text: string };

/** A chat service in memory. Rooms are names with the names of those who are in them, the first of them the admin. */
export function createSmallService(now: Clock) {
  const rooms = new Map<string, string[]>();
  const posts: Post[] = [];
  let count = 0;
  const newRef = () => `small:${++count}` as MessageRef;
  const originOf = (person: string, room: string | undefined) => {
    const from = { person: personId("small", person) };
    return room === undefined ? from : { ...from, place: { room: roomId("small", room) } };
  };

  const service = {
    rooms,
    posts,
    newRef,
    isUp: true,
    /** the bot that is connected; the service tells it what happens */
    bot: undefined as { token: string; hears: (incoming: Incoming) => Promise<void> } | undefined,
    shown: (chat: string, reader?: string) =>
      posts.filter((one) => one.chat === chat && (one.reader ?? reader) === reader).map(({ text }) => text),

    async says(person: string, room: string | undefined, text: string) {
      const command = readCommand(text, "/") ?? { name: "", argument: text };
      const message = newRef();
      const said = { id: message, from: originOf(person, room), mentions: [], sentAt: now(), message };
      await service.bot?.hears({ kind: "command", ...command, ...said });
    },
    async sendsPosition(person: string, room: string | undefined, at: { latitude: number; longitude: number }) {
      const message = newRef();
      const act = { from: originOf(person, room), share: shareId("small", message), live: false, first: true, message };
      await service.bot?.hears({ kind: "position", ...act, position: { ...at, at: now() }, startedAt: now() });
    },
    async leaves(person: string, room: string) {
      const others = rooms.get(room)?.filter((name) => name !== person) ?? [];
      rooms.set(room, others);
      const who = { person: personId("small", person), room: roomId("small", room) };
      await service.bot?.hears({ kind: "person-left", ...who });
    },
  };
  return service;
}

export type SmallService = ReturnType<typeof createSmallService>;

const refused = () => new DeliveryError({ kind: "refused" });

/** The service as the core knows it. It can show something in a room to one person. */
function createPort(service: SmallService): ChatNetwork {
  const { rooms, posts, newRef } = service;
  const isHere = ({ room }: Room) => networkOf(room) === "small" && rooms.has(bareId(room));
  const reach = () => {
    if (!service.isUp) throw new DeliveryError({ kind: "later", after: 1000 });
  };

  /** @throws DeliveryError when there is no such place, or when the message is not for everybody there */
  function placeOf(to: Audience, message: Message): Pick<Post, "chat" | "reader"> {
    if (isRoom(to)) {
      if (message.reader === "one person" || !isHere(to)) throw refused();
      return { chat: bareId(to.room), reader: undefined };
    }
    const reader = bareId(to.person);
    const chat = to.within ? bareId(to.within.room) : reader;
    if (networkOf(to.person) !== "small" || (to.within && !rooms.get(chat)?.includes(reader))) throw refused();
    return { chat, reader };
  }

  return {
    network: "small",
    capabilities: { knowsRepeats: true, whispers: "in place" },
    words: commonWords,
    async membership(room, person) {
      reach();
      const [name, people] = [bareId(person), rooms.get(bareId(room)) ?? []];
      return people.includes(name) ? { kind: "member", name, isAdmin: name === people[0] } : { kind: "not a member" };
    },
    roomName: async (room) => (isHere({ room }) ? bareId(room) : undefined),
    standing: async (room) => (isHere({ room }) ? { isAdmin: true, hearsEverything: true } : undefined),
    async send(to, message, key) {
      const place = placeOf(to, message);
      reach();
      const before = posts.find((one) => one.key === key);
      if (before) return [before.ref];
      const post = { ref: newRef(), key, ...place, text: plainWords(message.lines) };
      posts.push(post);
      return [post.ref];
    },
    sentBefore: async (_to, key) => posts.filter((one) => one.key === key).map(({ ref }) => ref),
    async edit(ref, message) {
      reach();
      const post = posts.find((one) => one.ref === ref);
      if (!post || (message.reader === "one person" && post.reader === undefined)) throw refused();
      post.text = plainWords(message.lines);
    },
    async remove(ref) {
      reach();
      const index = posts.findIndex((one) => one.ref === ref);
      if (index >= 0) posts.splice(index, 1);
    },
    acknowledge: async () => reach(),
    isNewest: () => false,
  };
}

/** A whole network in one file: what is needed besides is one line in the list of networks. */
export function createSmallNetwork(service: SmallService): NetworkPlugin {
  return networkPlugin<{ address: string; token: Secret }>({
    name: "small",
    settings: {
      SMALL_ADDRESS: { summary: "where the service is; with it, whereat runs on it", example: "small.example.org" },
      SMALL_TOKEN: { summary: "the bot's token there", example: "", isSecret: true },
    },
    configure({ text, secret }, problems) {
      const [address, token] = [text("SMALL_ADDRESS"), secret("SMALL_TOKEN")];
      if (address !== undefined && token !== undefined) return { address, token };
      if (address ?? token) problems.push("SMALL_ADDRESS and SMALL_TOKEN go together.");
      return undefined;
    },
    open: async ({ address, token }, { core, pulse }) => ({
      network: createPort(service),
      async start() {
        service.bot = {
          token: token.reveal(),
          hears: async (incoming) => core.receive(incoming).then(() => pulse.progressed()),
        };
        return `Small: connected to ${address}`;
      },
      stop: async () => void (service.bot = undefined),
    }),
  });
}

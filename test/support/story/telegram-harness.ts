import { keysIn } from "../fake-bot-api/content/keyboards.ts";
import type { FakeBotApi } from "../fake-bot-api/start.ts";
import { isIn } from "../fake-bot-api/world/membership.ts";
import type { Seen } from "../fake-bot-api/world/screen.ts";
import type { Chat, User } from "../fake-bot-api/world/world.ts";
import { seen as seenOf } from "../world/words.ts";
import { choice, type Harness, inPrivate, inRoom, linesOf, link, pin, reaction, type Shown } from "./harness.ts";

/**
 * People with phones on a fake Bot API, in supergroups of which the bot is an admin.
 * @param time how the bot's time passes, where it can be moved, and when it has said everything
 */
export function createTelegramHarness(api: FakeBotApi, time: Pick<Harness, "wait" | "settle">): Harness {
  const people = new Map<string, User>();
  const rooms = new Map<string, Chat>();
  const person = (name: string) => people.get(name) ?? remember(people, name, api.places.person(name));
  const isThere = (room: Chat, user: User) => isIn(room.members.get(user.id));

  async function join(name: string, room: string): Promise<Chat> {
    const user = person(name);
    const known = rooms.get(room);
    if (known) {
      if (!isThere(known, user)) api.members.join(known, user);
      return known;
    }
    const made = remember(rooms, room, api.places.supergroup({ title: room, members: [user] }));
    // As the first thing that happens in the room, so that the greeting comes before the answers.
    api.members.promoteBot(made, user);
    await time.settle(() => api.screen.fromBot(made).length > 0);
    return made;
  }

  function change(name: string, room: string, how: (chat: Chat, user: User, owner: User) => void): void {
    const chat = rooms.get(room);
    const owner = [...(chat?.members.values() ?? [])].find(({ status }) => status === "creator")?.user;
    if (chat === undefined || owner === undefined) throw new Error(`There is no room ${room}.`);
    how(chat, person(name), owner);
  }

  /** A number is the button in that place under the bot's last question. */
  function sayInPrivate(user: User, text: string): void {
    const chat = api.places.privateChat(user);
    const asked = api.screen.fromBot(chat).findLast(({ buttons }) => buttons.length > 0);
    const isNumber = /^\d+$/.test(text);
    const keys = isNumber ? api.keyboards.now(chat).flat() : [];
    const key = keys[Number(text) - 1];
    const button = isNumber ? asked?.buttons.flat()[Number(text) - 1] : undefined;
    if (key && !key.requestsLocation) api.keyboards.tap(user, chat, key.text);
    else if (asked && button) api.callbacks.press(user, asked.message, button.text);
    else api.people.say(user, chat, text);
  }

  return {
    ownLines: linesOf(
      "telegram-steps-in-room",
      "telegram-steps-in-private",
      "telegram-send-once",
      "telegram-send-live",
      "telegram-not-encrypted",
    ),
    async say(name, room, text) {
      const user = person(name);
      if (room === undefined) return sayInPrivate(user, text);
      api.people.say(user, await join(name, room), text);
    },
    async join(name, room) {
      await join(name, room);
    },
    leave: async (name, room) => change(name, room, (chat, user) => api.members.leave(chat, user)),
    kick: async (name, room) => change(name, room, (chat, user, owner) => api.members.kick(chat, user, owner)),
    admin: async (name, room) => change(name, room, (chat, user, owner) => api.members.promote(chat, user, owner)),
    shown: () =>
      [...api.world.chats.values()].flatMap((chat) => {
        const to = chat.user ? inPrivate(chat.user.first_name) : inRoom(chat.title ?? "");
        return api.screen.everything(chat).flatMap((seen) => (seen.isDeleted ? [] : read(seen, to)));
      }),
    ...time,
  };
}

function read(seen: Seen, chat: string): Shown[] {
  const to = seen.onlyFor ? `${chat}, ${inPrivate(seen.onlyFor.first_name)}` : chat;
  const id = `${to}/${seen.message.ephemeralId ?? seen.messageId}`;
  const signs = seen.reactions.map((sign) => ({ id: `${id}/${sign}`, to, text: reaction }));
  if (!seen.isFromBot) return signs;
  if (seen.location) return [...signs, { id, to, text: pin }];
  const buttons = seen.buttons.flat();
  // The console offers by words what this button does.
  const choices = buttons.filter(({ data }) => data !== undefined && !data.startsWith("map"));
  const links = buttons.filter(({ url }) => url !== undefined);
  const lines = [
    seen.text,
    ...[...choices, ...keysOf(seen)].map(({ text }, index) => choice(index + 1, text)),
    ...links.map(({ text }) => link(text)),
  ];
  return [...signs, { id, to, text: seenOf(lines.join("\n")) }];
}

/** A key that sends a location has no words to say. */
const keysOf = ({ message }: Seen) =>
  keysIn(message)
    .flat()
    .filter(({ requestsLocation }) => !requestsLocation);

function remember<T>(known: Map<string, T>, name: string, made: T): T {
  known.set(name, made);
  return made;
}

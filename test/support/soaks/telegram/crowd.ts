import type { FakeBotApi } from "../../fake-bot-api/start.ts";
import type { Chat, Message, Point, User } from "../../fake-bot-api/world/world.ts";
import type { Random } from "./random.ts";

/** Somebody in a room, and what of theirs the bot must know by now. */
export type Walker = {
  user: User;
  room: Chat;
  owner: User;
  /** the live location that their phone sends, in the room or in private */
  live: Message | undefined;
  /** the phone still sends, but they said /stop or are no longer in the room: nothing of it may be seen */
  isStopped: boolean;
  isThere: boolean;
  /** what the bot must show once it has heard everything */
  shown: (Point & { from: "live" | "typed" }) | undefined;
};

export type Room = { chat: Chat; owner: User; observer: User };
export type Crowd = { rooms: readonly Room[]; walkers: readonly Walker[] };

/** Rooms with an owner, an observer who never shares, and people who walk about. The bot is an admin everywhere. */
export function gather(api: FakeBotApi, sizes: { rooms: number; people: number }): Crowd {
  const numbered = (kind: string, count: number) =>
    Array.from({ length: count }, (_, index) => api.places.person(`${kind}${String(index).padStart(3, "0")}`));
  const people = numbered("walker", sizes.people);
  const observers = numbered("observer", sizes.rooms);
  const rooms = numbered("owner", sizes.rooms).flatMap((owner, index): Room[] => {
    const observer = observers[index];
    if (observer === undefined) return [];
    const members = [owner, observer, ...people.filter((_, at) => at % sizes.rooms === index)];
    const chat = api.places.supergroup({ title: `Room ${index}`, owner, members, bot: "administrator" });
    return [{ chat, owner, observer }];
  });
  const walkers = rooms.flatMap(({ chat, owner }) =>
    people
      .filter(({ id }) => chat.members.has(id))
      .map((user): Walker => {
        return { user, room: chat, owner, live: undefined, isStopped: false, isThere: true, shown: undefined };
      }),
  );
  return { rooms, walkers };
}

/** Somewhere in a city; two points of one soak are the same as good as never. */
export function somewhere(random: Random): Point {
  return { latitude: 52.4 + random.below(20_000) / 1e5, longitude: 13.2 + random.below(40_000) / 1e5 };
}

/** As an answer writes it. */
export const written = ({ latitude, longitude }: Point): string => `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;

import { setTimeout as after } from "node:timers/promises";
import type { Heard, Point, Wire } from "../crowd.ts";
import { type Circle, type Sharer, shownIn } from "../model.ts";
import type { Done, Rooms } from "./rooms.ts";

/** Milliseconds: longer than any soak. */
const shareLength = 86_400_000;
const info = "org.matrix.msc3672.beacon_info";
const point = "org.matrix.msc3672.beacon";
const ownPosition = { "org.matrix.msc3488.asset": { type: "m.self" } };

export const userOf = (name: string): string => `@${name.replaceAll(" ", "-").toLowerCase()}:fake.test`;
export const roomOf = ({ name }: Circle): string => `!${name.replaceAll(" ", "-").toLowerCase()}:fake.test`;

/** How people of a room say what is no state, and how what the bot says there is read. */
export type Speech = {
  /** does something of a person's behind what they said before */
  behind: (user: string, act: () => void) => void;
  say: (room: string, user: string, type: string, content: object, said: (event: string) => void) => void;
  /** @param read with the words; it is not called where there are none */
  read: (done: Done, read: (text: string) => void) => void;
};

/** In clear. */
export const plainSpeech = (rooms: Rooms): Speech => {
  return {
    behind: (_user, act) => act(),
    say: (room, user, type, content, said) => said(rooms.put(room, user, type, content).event_id),
    read({ event: { content } }, read) {
      if (typeof content["body"] === "string") read(content["body"]);
    },
  };
};

export type MatrixWire = Wire & {
  readonly listen: (heard: Heard) => void;
  /** what the bot did in any room */
  readonly hear: (done: Done) => void;
};

/** Rooms of one kind on a fake homeserver. @param encrypted before they are opened, who is in them makes devices */
export function createMatrixWire(
  rooms: Rooms,
  speech: Speech,
  encrypted?: { enter: (room: string, users: readonly string[]) => Promise<void> },
): MatrixWire {
  const shares = new Map<Sharer, string>();
  const mine = new Set<string>();
  let heard: Heard | undefined;

  const isNow = (who: Sharer, at: Point, said: (time: number) => void) => {
    const share = shares.get(who);
    if (share === undefined) throw new Error("They do not share.");
    const content = {
      "m.relates_to": { rel_type: "m.reference", event_id: share },
      "org.matrix.msc3488.location": {
        uri: `geo:${at.latitude.toFixed(5)},${at.longitude.toFixed(5)};u=${at.accuracy}`,
      },
      "org.matrix.msc3488.ts": Date.now(),
    };
    speech.say(roomOf(who.circle), userOf(who.name), point, content, () => said(content["org.matrix.msc3488.ts"]));
  };

  return {
    listen(given) {
      heard = given;
    },
    hear(done) {
      if (!mine.has(done.room)) return;
      const { act, event } = done;
      if (act === "redact") return heard?.removed(String(event.content["redacts"]));
      const relation = Object(event.content["m.relates_to"]);
      speech.read(done, (text) => {
        const question = relation["m.in_reply_to"]?.event_id;
        if (question !== undefined) heard?.answered(question, event.event_id, text);
        if (relation.rel_type === "m.replace" && shownIn(text).length === 0) heard?.removed(relation.event_id);
      });
    },
    waiting: rooms.waiting,
    async settled() {
      while (!rooms.isHeard() || rooms.waiting() > 0) await after(20);
    },
    async open(circle, people) {
      const room = roomOf(circle);
      const users = people.map(userOf);
      mine.add(room);
      rooms.open(room, circle.name, users, encrypted !== undefined);
      await encrypted?.enter(room, users);
    },
    begin(who, at, said) {
      const content = {
        live: true,
        timeout: shareLength,
        description: "",
        "org.matrix.msc3488.ts": Date.now(),
        ...ownPosition,
      };
      const user = userOf(who.name);
      speech.behind(user, () => {
        shares.set(who, rooms.put(roomOf(who.circle), user, info, content, user).event_id);
        isNow(who, at, said);
      });
    },
    move: (who, at, said) => speech.behind(userOf(who.name), () => isNow(who, at, said)),
    stop(who, said) {
      const user = userOf(who.name);
      speech.behind(user, () => {
        rooms.put(roomOf(who.circle), user, info, { live: false, timeout: shareLength, ...ownPosition }, user);
        said();
      });
    },
    setExpiry(circle) {
      const content = { msgtype: "m.text", body: `!expiry ${circle.expiry / 60_000}m` };
      const [owner = ""] = rooms.peopleIn(roomOf(circle));
      speech.say(roomOf(circle), owner, "m.room.message", content, () => undefined);
    },
    ask(who, words, said) {
      const content = { msgtype: "m.text", body: `!${words}` };
      speech.say(roomOf(who.circle), userOf(who.name), "m.room.message", content, said);
    },
  };
}

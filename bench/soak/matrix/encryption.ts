import { claimed, queried } from "../../../test/support/fake-homeserver/encrypted-talk.ts";
import { type Asked, botId, type FakeHomeserver } from "../../../test/support/fake-homeserver/fake-homeserver.ts";
import {
  type OtherDevice,
  otherDevice,
  type PublicDevice,
} from "../../../test/support/fake-homeserver/other-device.ts";
import type { Done, Rooms } from "./rooms.ts";
import type { Speech } from "./wire.ts";

/** Devices begin a new key of a room after so many messages, unless the room says otherwise. */
const messagesOfAKey = 100;

type Entered = { readonly device: OtherDevice; messages: number; last: Promise<unknown> };

export type Encryption = Speech & {
  /** Everybody gets a device, and the first of them can read what the bot says. */
  enter: (room: string, users: readonly string[]) => Promise<void>;
};

/**
 * People with devices of their own in encrypted rooms on a fake homeserver.
 * @param unreadable is told of what cannot be read
 */
export function createEncryption(
  homeserver: FakeHomeserver,
  rooms: Rooms,
  unreadable: (why: string) => void,
): Encryption {
  const people = new Map<string, Entered>();
  const devices = new Map<string, PublicDevice>();
  const readers = new Map<string, Entered>();
  const keys: [string, unknown][] = [];
  let fallback: [string, unknown][] = [];
  let own: unknown;
  let isFallbackUnused = false;
  rooms.tellKeys(() => ({ count: Math.min(50, keys.length), unusedFallback: isFallbackUnused }));

  /** The bot's device, as it has told the homeserver; without one-time keys left, the fallback key is given (client-server API, "keys/claim"). */
  const bot = (): PublicDevice => {
    const { device_id } = Object(own);
    const claim = () => {
      if (keys.length > 0) return Object.fromEntries(keys.splice(0, 1));
      isFallbackUnused = false;
      return Object.fromEntries(fallback);
    };
    return { userId: botId, deviceId: String(device_id), keys: own, identity: {}, claim };
  };

  function takeKeys({ body }: Asked): void {
    const { device_keys, one_time_keys, fallback_keys } = Object(body);
    own = device_keys ?? own;
    keys.push(...Object.entries(Object(one_time_keys) as object));
    const given = Object.entries(Object(fallback_keys) as object);
    if (given.length > 0) [fallback, isFallbackUnused] = [given, true];
  }

  /** What the bot sends to the devices that read: keys of rooms. */
  function deliver({ body, path }: Asked): void {
    const [, type] = path.split("/");
    for (const [user, byDevice] of Object.entries(Object(Object(body).messages) as Record<string, object>)) {
      const reader = readers.get(user);
      const content = Object.entries(byDevice).find(([id]) => id === reader?.device.deviceId || id === "*")?.[1];
      if (reader === undefined || content === undefined) continue;
      void inTurn(reader, () => reader.device.receives([{ type, sender: botId, content }]));
    }
  }

  homeserver.on((asked) => {
    const { path, body } = asked;
    if (path === "keys/upload") takeKeys(asked);
    if (path.startsWith("sendToDevice")) {
      deliver(asked);
      return { json: {} };
    }
    if (path !== "keys/query" && path !== "keys/claim") return undefined;
    const users = Object.keys(Object(body)[path === "keys/query" ? "device_keys" : "one_time_keys"]);
    // What is asked about the bot itself is answered as ever.
    if (users.includes(botId)) return undefined;
    const theirs = users.flatMap((user) => devices.get(user) ?? []);
    return { json: path === "keys/query" ? queried(theirs, users) : claimed(theirs, users) };
  });

  const deviceOf = (user: string): Entered => {
    const one = people.get(user);
    if (one === undefined) throw new Error("They have no device.");
    return one;
  };

  /** A device does one thing after the other. */
  function inTurn<T>(one: Entered, act: () => Promise<T>): Promise<T> {
    const done = one.last.then(act);
    one.last = done.catch((error: unknown) => unreadable(String(error)));
    return done;
  }

  async function encrypt(one: Entered, room: string, type: string, content: object): Promise<object> {
    if (one.messages % messagesOfAKey === 0) rooms.sendToBot(await one.device.sharesKey(room, bot()));
    one.messages += 1;
    return one.device.encrypts(room, type, content);
  }

  return {
    async enter(_room, users) {
      for (const user of users) {
        const device = await otherDevice(user, `DEVICE${people.size}`);
        people.set(user, { device, messages: 0, last: Promise.resolve() });
        devices.set(user, device);
      }
      const [first = ""] = users;
      const reader = people.get(first);
      if (reader) readers.set(first, reader);
    },

    behind: (user, act) => void inTurn(deviceOf(user), async () => act()),
    say(room, user, type, content, said) {
      const one = deviceOf(user);
      void inTurn(one, async () => {
        const encrypted = await encrypt(one, room, type, content);
        // Relations stand in clear beside what is encrypted, so that servers can follow them.
        const relation = Object(content)["m.relates_to"];
        const whole = { ...encrypted, ...(relation && { "m.relates_to": relation }) };
        said(rooms.put(room, user, "m.room.encrypted", whole).event_id);
      });
    },

    read({ room, event }: Done, read) {
      if (event["type"] === "m.reaction") return;
      if (event["type"] !== "m.room.encrypted") return unreadable("something was said in clear in an encrypted room");
      const [owner = ""] = rooms.peopleIn(room);
      const reader = readers.get(owner);
      // Before it is redacted, of which nothing is left then.
      const whole = JSON.stringify(event);
      if (reader)
        void inTurn(reader, async () => read(String(Object((await reader.device.decrypts(room, whole)).content).body)));
    },
  };
}

import { setImmediate as turn } from "node:timers/promises";
import { at } from "../../src/lib/json-value.ts";
import { botDevice, claimed, queried } from "../../test/support/fake-homeserver/encrypted-talk.ts";
import {
  type Asked,
  botId,
  type FakeHomeserver,
  startFakeHomeserver,
} from "../../test/support/fake-homeserver/fake-homeserver.ts";
import { createFakeRooms } from "../../test/support/fake-homeserver/fake-rooms.ts";
import { type OtherDevice, otherDevice, type PublicDevice } from "../../test/support/fake-homeserver/other-device.ts";
import { silentDevices } from "../../test/support/fake-homeserver/silent-devices.ts";
import type { Ends } from "../support/run.ts";

/** An encrypted room on a fake homeserver of its own, with one bot, people who say something, and others who only have devices. */
export type EncryptedRoom = {
  readonly url: string;
  /** how many devices of people there are in the room */
  readonly devices: number;
  /** how often the bot has asked something, but for what waits for news */
  requests(): number;
  /** Tells the bot of the room, once its device is known, and waits until that is over. */
  begin(): Promise<void>;
  /** Each says something; the bot is told all of it in one sync, when it asks for more. */
  says(said: readonly { who: number; type: string; content: object }[]): Promise<void>;
  /** State that somebody sets, in clear. @returns the event's id */
  sets(who: number, type: string, content: object): string;
  /** Resolves when the bot has sent a message after this call. */
  answered(): Promise<void>;
  /** Waits until the bot waits for news, and has heard all there is. */
  heard(): Promise<void>;
};

export const room = "!march:fake.test";
/** A client begins a new key after so many messages, unless the room says otherwise. */
const rotation = 100;
const fifty = { signed_curve25519: 50 };
const megolm = { algorithm: "m.megolm.v1.aes-sha2" };

/**
 * @param speaking how many people say something
 * @param silent how many others there are, with how many devices each
 */
export async function openEncryptedRoom(
  ends: Ends,
  speaking: number,
  silent: { people: number; devices: number },
): Promise<EncryptedRoom> {
  const homeserver = await startFakeHomeserver(Date.now);
  ends.defer(() => homeserver.stop());
  let last = "";
  const happens: FakeHomeserver["happens"] = (token, ...more) => {
    last = token;
    homeserver.happens(token, ...more);
  };
  const rooms = createFakeRooms({ ...homeserver, happens }, Date.now);
  const speakers: OtherDevice[] = [];
  for (let who = 0; who < speaking; who++) speakers.push(await otherDevice(`@walker${who}:fake.test`));
  const ids = Array.from({ length: silent.devices }, (_, index) => `DEVICE${index}`);
  const others = Array.from({ length: silent.people }, (_, index) => silentDevices(`@silent${index}:fake.test`, ids));
  const byUser = Map.groupBy<string, PublicDevice>([...speakers, ...others.flat()], ({ userId }) => userId);
  rooms.open(room, "March", [...byUser.keys()]);

  let count = 0;
  let polls = 0;
  let heardUpTo: string | null = null;
  let sent = 0;
  const coming: object[] = [];
  const waiting = new Set<() => void>();
  const look = () => {
    for (const one of waiting) one();
  };
  const until = (isSo: () => boolean) =>
    new Promise<void>((resolve) => {
      const one = () => {
        if (isSo() && waiting.delete(one)) resolve();
      };
      waiting.add(one);
      one();
    });
  const tell = (timeline: readonly object[], more: object = {}, state: readonly object[] = []) =>
    happens(
      `bench${++count}`,
      { join: { [room]: { state: { events: state }, timeline: { events: timeline } } } },
      { device_one_time_keys_count: fifty, device_unused_fallback_key_types: ["signed_curve25519"], ...more },
    );

  /** What the bot has done comes back to it, as from every homeserver. */
  function done({ path, body }: Asked): object {
    const [, , act = "", what = "", txn = ""] = path.split("/");
    const event_id = `$own${++count}`;
    const known = act === "redact" ? { type: "m.room.redaction", redacts: what } : { type: what };
    const unsigned = { transaction_id: txn };
    coming.push({ ...known, event_id, sender: botId, origin_server_ts: Date.now(), unsigned, content: body });
    if (act === "send") sent++;
    void turn().then(() => {
      const own = coming.splice(0);
      if (own.length > 0) tell(own);
      look();
    });
    return { event_id };
  }
  function keysFor(path: string, asked: object): object | undefined {
    const users = Object.keys(asked);
    // What is asked about the bot itself is answered as ever.
    if (users.includes(botId)) return undefined;
    const devices = users.flatMap((user) => byUser.get(user) ?? []);
    if (path === "keys/query") return queried(devices, users);
    const wanted = devices.filter(({ userId, deviceId }) => at(asked, userId, deviceId) !== undefined);
    return claimed(wanted, users);
  }
  homeserver.on((asked) => {
    const { method, path, body, query } = asked;
    const answer = (json: object | undefined) => json && { json };
    if (path === "sync") {
      polls++;
      heardUpTo = query.get("since");
      void turn().then(look);
      return undefined;
    }
    if (path.startsWith("pushrules")) return answer({ global: {} });
    if (path.endsWith("/filter")) return answer({ filter_id: "1" });
    if (path.includes("m.room.encryption")) return answer(megolm);
    if (path.startsWith("sendToDevice")) return answer({});
    if (method === "PUT" && /\/(send|redact)\//.test(path)) return answer(done(asked));
    if (path === "keys/query") return answer(keysFor(path, Object(at(body, "device_keys"))));
    if (path === "keys/claim") return answer(keysFor(path, Object(at(body, "one_time_keys"))));
    return undefined;
  });

  let bot: PublicDevice | undefined;
  const saidBy = new Map<OtherDevice, number>();
  const event = (device: PublicDevice, type: string, content: object) => ({
    event_id: `$event-of-bench${++count}`,
    type,
    sender: device.userId,
    origin_server_ts: Date.now(),
    content,
  });
  const speaker = (who: number) => {
    const device = speakers[who % speakers.length];
    if (device === undefined) throw new Error("nobody speaks in this room");
    return device;
  };
  const heard = () => until(() => heardUpTo === last);

  return {
    url: homeserver.url,
    devices: [...byUser.values()].flat().length,
    requests: () => homeserver.asked.length - polls,
    heard,
    async begin() {
      await homeserver.wasAsked(({ path, body }) => path === "keys/upload" && at(body, "device_keys") !== undefined);
      await until(() => heardUpTo !== null);
      bot = botDevice({ homeserver } as never);
      const answer = await fetch(`${homeserver.url}/_matrix/client/v3/rooms/${room}/state`);
      const encryption = { ...event(speaker(0), "m.room.encryption", megolm), state_key: "" };
      tell([], {}, [...((await answer.json()) as object[]), encryption]);
      await heard();
    },
    async says(all) {
      const its = bot;
      if (its === undefined) throw new Error("the room has not begun");
      const toDevice: object[] = [];
      const timeline: object[] = [];
      for (const { who, type, content } of all) {
        const device = speaker(who);
        const before = saidBy.get(device) ?? 0;
        if (before % rotation === 0) toDevice.push(...(await device.sharesKey(room, its)));
        saidBy.set(device, before + 1);
        timeline.push(event(device, "m.room.encrypted", await device.encrypts(room, type, content)));
      }
      tell(timeline, { to_device: { events: toDevice } });
    },
    sets(who, type, content) {
      const device = speaker(who);
      const set = { ...event(device, type, content), state_key: device.userId };
      homeserver.on(({ path, query }) => {
        if (!path.startsWith(`rooms/${room}/state/${type}/${device.userId}`)) return undefined;
        return { json: query.get("format") === "event" ? set : content };
      });
      tell([set]);
      return set.event_id;
    },
    answered() {
      const before = sent;
      return until(() => sent > before);
    },
  };
}

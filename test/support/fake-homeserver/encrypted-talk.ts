import { at } from "../../../src/lib/json-value.ts";
import type { BotAtFake } from "./bot-at-fake.ts";
import { botId } from "./fake-homeserver.ts";
import { type OtherDevice, type PublicDevice } from "./other-device.ts";

/** The bot's device, as it has told the homeserver. */
export function botDevice({ homeserver }: BotAtFake): PublicDevice {
  const uploads = homeserver.asked.filter(({ path }) => path === "keys/upload").map(({ body }) => body);
  const keys = uploads.map((body) => at(body, "device_keys")).findLast((given) => given !== undefined);
  const oneTimeKeys = uploads.flatMap((body) => Object.entries(Object(at(body, "one_time_keys")) as object));
  return {
    userId: botId,
    deviceId: String(at(keys, "device_id")),
    keys,
    identity: {},
    claim: () => Object.fromEntries(oneTimeKeys.splice(0, 1)),
  };
}

/**
 * What a device says in an encrypted room, told to the bot by /sync; the first time with the key.
 * @param devices whom the homeserver knows; more may be added, and changed
 */
export function encryptedTalk(bot: BotAtFake, room: string, devices: OtherDevice[]) {
  const shared = new Set<OtherDevice>();
  const its = botDevice(bot);
  let syncs = 0;
  const asMember = (state_key: string) => ({ state_key, content: { membership: "join" } });
  bot.homeserver.on(({ path, body }) => {
    if (path.includes("m.room.encryption")) return { json: { algorithm: "m.megolm.v1.aes-sha2" } };
    if (path.startsWith("sendToDevice")) return { json: {} };
    const people = [...new Set(devices.map(({ userId }) => userId))];
    if (path === `rooms/${room}/members`) return { json: { chunk: [...people, botId].map(asMember) } };
    if (path !== "keys/query" && path !== "keys/claim") return undefined;
    const asked = Object.keys(Object(body)[path === "keys/query" ? "device_keys" : "one_time_keys"]);
    // What is asked about the bot itself is answered as ever.
    if (asked.includes(botId)) return undefined;
    return { json: path === "keys/query" ? queried(devices, asked) : claimed(devices, asked) };
  });

  return {
    /** Tells the bot these events of the room, and waits until it has taken them. */
    async hears(events: readonly object[], more: object = {}): Promise<void> {
      const token = `talk${++syncs}`;
      bot.homeserver.happens(token, { join: { [room]: { timeline: { events } } } }, more);
      await bot.until(`token ${token}`);
    },
    /** An event of a device, and the to-device events that bring its key. */
    async says(device: OtherDevice, event_id: string, body: string): Promise<{ event: object; toDevice: object[] }> {
      const toDevice = shared.has(device) ? [] : await device.sharesKey(room, its);
      shared.add(device);
      const content = await device.encrypts(room, "m.room.message", { msgtype: "m.text", body });
      const origin_server_ts = bot.clock.now;
      return {
        event: { type: "m.room.encrypted", event_id, sender: device.userId, origin_server_ts, content },
        toDevice,
      };
    },
  };
}

export function queried(devices: readonly PublicDevice[], users: readonly string[]): object {
  const theirs = devices.filter(({ userId }) => users.includes(userId));
  const answer: Record<string, Record<string, object>> = { device_keys: {} };
  for (const { userId, deviceId, keys, identity } of theirs) {
    answer["device_keys"]![userId] = { ...answer["device_keys"]![userId], [deviceId]: keys as object };
    for (const [section, own] of Object.entries(identity)) answer[section] = { ...answer[section], ...Object(own) };
  }
  for (const user of users) answer["device_keys"]![user] ??= {};
  return answer;
}

export function claimed(devices: readonly PublicDevice[], users: readonly string[]): object {
  const one_time_keys: Record<string, Record<string, object>> = {};
  for (const device of devices.filter(({ userId }) => users.includes(userId)))
    one_time_keys[device.userId] = { ...one_time_keys[device.userId], [device.deviceId]: device.claim() };
  return { one_time_keys };
}

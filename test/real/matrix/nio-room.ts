import { expect } from "vitest";
import { hour } from "../../../src/lib/time.ts";
import { type NioPerson, patience, type SeenEvent } from "../../support/homeserver/nio-person.ts";
import { seen } from "../../support/world/words.ts";

export const beaconInfo = "org.matrix.msc3672.beacon_info";
/** What an admin of a room sets so that everybody may begin a live share. */
export const liveAllowed = { power: { events: { [beaconInfo]: 0 } } };

/** Waits for words of the bot in a room, as a person reads them. */
export const saysBot = (person: NioPerson, bot: string, room: string, words: string): Promise<SeenEvent> =>
  person.sees(
    ({ room_id, sender, content }) => room_id === room && sender === bot && seen(String(content.body)).includes(words),
  );

/** A room of the first person with the others and the bot, which has greeted; everybody has joined. */
export async function openRoom(bot: string, [owner, ...others]: NioPerson[], details: object = {}): Promise<string> {
  if (owner === undefined) throw new Error("a room needs a person");
  const room = await owner.createRoom({ invite: [...others.map(({ userId }) => userId), bot], ...details });
  await saysBot(owner, bot, room, "You are shown only if you choose it");
  for (const other of others) await other.does("join", { room });
  return room;
}

/** Begins a live share, as a phone does. @returns the beacon_info's event id */
export async function beginsToShare(person: NioPerson, room: string, timeout = hour, live = true): Promise<string> {
  const content = {
    live,
    timeout,
    description: "",
    "org.matrix.msc3488.ts": Date.now(),
    "org.matrix.msc3488.asset": { type: "m.self" },
  };
  return String(await person.does("state", { room, type: beaconInfo, content, key: person.userId }));
}

/** Sends a point of a live share. */
export async function isAt(person: NioPerson, room: string, info: string, uri: string, to?: string): Promise<string> {
  const content = {
    "m.relates_to": { rel_type: "m.reference", event_id: info },
    "org.matrix.msc3488.location": { uri },
    "org.matrix.msc3488.ts": Date.now(),
  };
  return String(await person.does("send", { room, type: "org.matrix.msc3672.beacon", content, to }));
}

/** Waits until an event is redacted. */
export const isRedacted = (person: NioPerson, room: string, event: string, by: string) =>
  expect
    .poll(() => eventNow(person, room, event), { timeout: patience })
    .toMatchObject({ unsigned: { redacted_because: { sender: by } } });

/** An event as the homeserver still has it. */
export const eventNow = (person: NioPerson, room: string, event: string) =>
  person.does("request", { method: "GET", path: `rooms/${room}/event/${event}` });

import { setTimeout as after } from "node:timers/promises";
import { register } from "../homeserver/homeserver.ts";
import { type NioPerson, nioPerson, patience, type SeenEvent } from "../homeserver/nio-person.ts";
import { seen } from "../world/words.ts";
import { type Harness, inPrivate, inRoom, linesOf, link, pin, reaction, type Shown } from "./harness.ts";

const hello = linesOf("matrix-hello-in-private").join("\n");

/**
 * People with matrix-nio in encrypted rooms of a real homeserver.
 * @param bot its user id
 * @param wait lets time pass, where it can be moved
 */
export async function createMatrixHarness(homeserver: string, bot: string, wait?: Harness["wait"]) {
  const people = new Map<string, Promise<NioPerson>>();
  const rooms = new Map<string, { id: string; owner: NioPerson; members: Set<string> }>();
  const places = new Map<string, { to: string; reader: NioPerson }>();
  const messages = new Map<string, Shown>();
  // A room with one person is a private chat on Matrix: somebody who never says anything makes it one for more.
  const { userId: bystander } = await register(homeserver, "bystander");
  let isOver = false;

  async function read(reader: NioPerson): Promise<void> {
    while (!isOver) {
      const event = await reader.sees(() => true).catch(() => undefined);
      const place = event && places.get(event.room_id);
      if (event && place?.reader === reader) show(event, place.to);
    }
  }
  function show(event: SeenEvent, to: string): void {
    const { type, content, event_id: id } = event;
    const relation = Object(content["m.relates_to"]) as Record<string, unknown>;
    const redacted: unknown = (event as { redacts?: unknown }).redacts ?? content["redacts"];
    if (type === "m.room.redaction") messages.delete(String(redacted));
    if (event.sender !== bot) return;
    if (type === "m.reaction") messages.set(id, { id, to, text: reaction });
    if (type !== "m.room.message" || content["body"] === hello) return;
    const target = relation["rel_type"] === "m.replace" ? String(relation["event_id"]) : id;
    const words = Object(content["m.new_content"] ?? content) as Record<string, unknown>;
    messages.set(target, {
      id: target,
      to,
      text: words["msgtype"] === "m.location" ? pin : asElsewhere(String(words["body"])),
    });
  }

  const person = (name: string): Promise<NioPerson> => {
    const known = people.get(name) ?? nioPerson(homeserver, name);
    if (!people.has(name)) void known.then(read);
    people.set(name, known);
    return known;
  };
  async function until(isDone: () => boolean): Promise<void> {
    const end = Date.now() + patience;
    while (!isDone() && Date.now() < end) await after(20);
  }

  async function open(name: string, owner: NioPerson, invite: string[], to: string): Promise<string> {
    const room = await owner.createRoom({ invite, power: { events: { "org.matrix.msc3672.beacon_info": 0 } } });
    places.set(room, { to, reader: owner });
    await owner.does("state", { room, type: "m.room.name", content: { name } });
    return room;
  }
  async function enter(name: string, room: string): Promise<{ who: NioPerson; id: string }> {
    const who = await person(name);
    const known = rooms.get(room);
    if (known === undefined) {
      const id = await open(room, who, [bot, bystander], inRoom(room));
      rooms.set(room, { id, owner: who, members: new Set([name]) });
      // As the first thing that happens in the room, so that the greeting comes before the answers.
      await until(() => [...messages.values()].some(({ to }) => to === inRoom(room)));
      return { who, id };
    }
    if (!known.members.has(name)) {
      await known.owner.does("invite", { room: known.id, user: who.userId });
      await who.does("join", { room: known.id });
      known.members.add(name);
    }
    return { who, id: known.id };
  }
  async function change(
    name: string,
    room: string,
    how: (id: string, owner: NioPerson, who: NioPerson) => Promise<unknown>,
  ) {
    const known = rooms.get(room);
    if (known === undefined) throw new Error(`There is no room ${room}.`);
    await how(known.id, known.owner, await person(name));
  }
  const direct = new Map<string, string>();
  async function privateChat(name: string): Promise<{ who: NioPerson; id: string }> {
    const who = await person(name);
    const id = direct.get(name) ?? (await open(name, who, [bot], inPrivate(name)));
    direct.set(name, id);
    return { who, id };
  }
  const leaves = (name: string, room: string) => void rooms.get(room)?.members.delete(name);

  const harness: Harness = {
    ownLines: [
      ...linesOf("matrix-steps-in-room", "matrix-steps-in-private", "matrix-verify-first", "matrix-how-to-verify"),
      ...[
        linesOf("matrix-all-invite", "matrix-let-admins-invite"),
        linesOf("matrix-redacts-nothing", "matrix-let-redact"),
      ].map((both) => both.join(" ")),
    ].map(asElsewhere),
    saysToAll: true,
    async say(name, room, text) {
      const { who, id } = room === undefined ? await privateChat(name) : await enter(name, room);
      await who.says(id, text, bot);
    },
    ...(wait && { wait }),
    join: async (name, room) => void (await enter(name, room)),
    leave: (name, room) =>
      change(name, room, (id, _, who) => who.does("leave", { room: id })).then(() => leaves(name, room)),
    kick: (name, room) =>
      change(name, room, (id, owner, who) => owner.does("kick", { room: id, user: who.userId })).then(() =>
        leaves(name, room),
      ),
    admin: (name, room) =>
      change(name, room, async (id, owner, who) => {
        const type = "m.room.power_levels";
        const path = `rooms/${id}/state/${type}/`;
        const levels = Object(await owner.does("request", { method: "GET", path })) as { users?: object };
        const users = { ...levels.users, [who.userId]: 50 };
        await owner.does("state", { room: id, type, content: { ...levels, users } });
      }),
    shown: () => [...messages.values()],
    settle: until,
  };
  const end = async () => {
    isOver = true;
    for (const each of people.values()) await (await each).leavesTheKeyboard();
  };
  return { harness, end };
}

/** The bot writes to who asks in a private chat; elsewhere it gives a button that leads into one. */
const aside = linesOf("share-aside").join("\n");
const wayElsewhere = [...linesOf("share-otherwise"), ...linesOf("share-button").map(link)].join("\n");

/** What is typed with another mark here, and what is a button elsewhere, as the console room writes it. */
const asElsewhere = (text: string): string =>
  seen(text)
    .split("\n")
    .filter((line) => line !== "Answer with the number.")
    .join("\n")
    .replace(/!([a-z])/g, "/$1")
    .replace(aside, wayElsewhere);

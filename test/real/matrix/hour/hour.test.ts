import { expect, test } from "vitest";
import { hour, minute } from "../../../../src/lib/time.ts";
import { type Person, type Raw, type Seen, sixPeople, until } from "./six-people.ts";

const { bot, people, room, sends, isHandled, since } = await sixPeople(["ana", "ben", "cem", "dora", "eva", "finn"]);

/** What each says when it is their turn; every one of these is for the bot. */
const script = [
  "!whereis",
  "!whereis ana",
  "!help",
  "@whereat whereis ben",
  "!whereis zoe",
  "!pin ben",
  "! share",
  "!precision",
  "@whereat where is everybody?",
  "!privacy",
  "whereat: whereis cem",
];

const says = (who: Person, body: string) => sends(who, "m.room.message", { msgtype: "m.text", body });
const infoType = "org.matrix.msc3672.beacon_info";

async function beginsToShare(who: Person): Promise<string> {
  const asset = { "org.matrix.msc3488.asset": { type: "m.self" } };
  const content = { live: true, timeout: 2 * hour, "org.matrix.msc3488.ts": bot.now(), ...asset };
  const { event_id } = await who.client.sendStateEvent(room, infoType as never, content as never, who.userId);
  return event_id;
}
const isAt = (who: Person, info: string, uri: string) =>
  sends(who, "org.matrix.msc3672.beacon", {
    "m.relates_to": { rel_type: "m.reference", event_id: info },
    "org.matrix.msc3488.location": { uri },
    "org.matrix.msc3488.ts": bot.now(),
  });

const relationOf = ({ content }: Raw): { rel_type?: string; event_id?: string } => Object(content["m.relates_to"]);
const repliesTo = ({ content }: Raw): string => Object(content["m.relates_to"])["m.in_reply_to"]?.event_id ?? "";
/** What the bot takes away, or puts something else in the place of. */
const goneIn = (events: readonly Raw[]): string[] =>
  events.flatMap((event) => {
    if (event.sender !== bot.userId) return [];
    if (event.type === "m.room.redaction") return event.redacts ?? String(event.content["redacts"]);
    return relationOf(event).rel_type === "m.replace" ? (relationOf(event).event_id ?? []) : [];
  });

/** Whose an event is: of the bot's, who asked what it answers. */
const owners = new Map<string, string>();
function note(events: readonly Raw[]): void {
  for (const event of events)
    owners.set(event.event_id, event.sender === bot.userId ? (owners.get(repliesTo(event)) ?? "") : event.sender);
}

/** Somebody says something to the bot, and sees a sign of it: in the room, or in their private chat. */
async function turn(who: Person, words: string): Promise<void> {
  const heard = who.seen.length;
  const said = await says(who, words);
  await isHandled(said);
  owners.set(said, who.userId);
  const happened = await since(said);
  note(happened);
  const ofOthers = goneIn(happened).filter((event) => owners.get(event) !== who.userId);
  expect({ words, ofOthers }).toEqual({ words, ofOthers: [] });
  if (!happened.some(({ sender }) => sender === bot.userId)) await until(() => who.seen.length > heard);
}

test("in an hour of six people in an encrypted room, nobody's answer goes because another asks, no phone rings, and nothing said to the bot stays without a sign", async () => {
  const sharers = people.slice(0, 3);
  const shares = await Promise.all(sharers.map(beginsToShare));
  const moves = async (index: number, step: number) => {
    const uri = `geo:52.5${index}${step % 10},13.4;u=10`;
    await isHandled(await isAt(sharers[index]!, shares[index]!, uri));
  };
  for (const index of sharers.keys()) await moves(index, 0);
  for (let step = 0; step < 15; step += 1) {
    await turn(people[step % people.length]!, script[step % script.length]!);
    if (step % 7 === 6) {
      const all = await Promise.all(people.map((who) => says(who, "!whereis ana")));
      for (const [index, said] of all.entries()) owners.set(said, people[index]?.userId ?? "");
      for (const said of all) await isHandled(said);
      const histories = await Promise.all(all.map(since));
      // From the first of them on, whichever that is.
      const happened = histories.toSorted((one, other) => other.length - one.length)[0] ?? [];
      note(happened);
      const answers = happened.filter((event) => all.includes(repliesTo(event)));
      expect(new Set(answers.map(repliesTo))).toEqual(new Set(all));
      expect(answers.filter(({ event_id }) => goneIn(happened).includes(event_id))).toEqual([]);
    }
    await bot.pass(4 * minute, 4 * minute);
    await moves(step % sharers.length, step + 1);
  }

  // People's own words do ring.
  const [ana, ben] = people as [Person, Person];
  const hello = await says(ben, "Hello.");
  await until(() => ana.seen.some(({ id }) => id === hello));
  expect(ana.seen.find(({ id }) => id === hello)).toMatchObject({ rings: true });
  for (const who of people) {
    const ofBot = who.seen.filter(({ sender }) => sender === bot.userId);
    const inRoom = ofBot.filter((event) => event.room === room && event.type === "m.room.message");
    expect(inRoom.length).toBeGreaterThan(20);
    // Nothing rings but the pin that somebody asked for, on their own phone.
    const isPin = ({ content }: Seen) => content["msgtype"] === "m.location";
    expect(ofBot.filter((event) => event.rings && !isPin(event))).toEqual([]);
    expect(ofBot.filter((event) => isPin(event) && event.room === room)).toEqual([]);
    expect(who.unread).toEqual(new Set());
    // Reactions and redactions say nothing of anybody; all else is encrypted.
    const inClear = new Set(ofBot.filter(({ isEncrypted }) => !isEncrypted).map(({ type }) => type));
    expect([...inClear].filter((type) => type !== "m.reaction" && type !== "m.room.redaction")).toEqual([]);
  }
});

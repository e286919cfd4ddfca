import { eventNow } from "../../../real/matrix/nio-room.ts";
import type { SeenEvent } from "../../homeserver/nio-person.ts";
import type { Record, Said } from "./record.ts";
import type { Asked, Walks } from "./walks.ts";

export const answersTo = ({ event }: Asked, { said }: Record): readonly Said[] =>
  said.filter(({ replyTo }) => replyTo === event);

/**
 * Each command is answered once, in a way that can be read. Nothing is edited: what it said before could still be read.
 * @returns what must not be, in words; none is well
 */
export function judge(record: Record, walks: Walks): string[] {
  const violations: string[] = [];
  for (const [index, one] of walks.asked.entries()) {
    const { length } = answersTo(one, record);
    if (length === 0 && !one.mayBeQuiet)
      violations.push(`not answered: ${one.words} (${index} of ${walks.asked.length})`);
    if (length > 1) violations.push(`answered twice: ${one.words}`);
  }
  for (const { event, replaces, encrypted } of record.said) {
    const seen = walks.observer.heard.find(({ event_id }) => event_id === event);
    const isGone = record.redacted.has(event);
    if (String(seen?.content["body"]).includes("network does not tell me"))
      violations.push("a member was taken for a stranger");
    if (!encrypted) violations.push("something was said in clear");
    if (replaces !== undefined) violations.push("something was edited");
    if (!seen && !isGone) violations.push("something that was said did not come");
    if (seen?.unreadable || (seen && !seen.decrypted && !isGone)) violations.push("something could not be read");
  }
  return violations;
}

/** Asks for each of the people. @returns who is not where they must be */
export async function misplaced(walks: Walks, drain: () => Promise<void>, record: Record): Promise<string[]> {
  const wrong: string[] = [];
  for (const { name, room, shown, beneath } of walks.walkers) {
    const asked = await walks.ask(room, walks.observer, `!whereis ${name}`);
    await drain();
    const [answer] = answersTo(asked, record);
    const seen = answer && (await walks.observer.sees(({ event_id }) => event_id === answer.event));
    const body = String(seen?.content["body"]);
    const expected = shown ? [shown.at] : ["There is nobody called", ...(beneath === undefined ? [] : [beneath])];
    if (!expected.some((words) => body.includes(words)))
      wrong.push(`${asked.words} should say “${expected.join(" or ")}”: “${body}”`);
  }
  return wrong;
}

const showsPosition = ({ content }: SeenEvent) =>
  content["msgtype"] === "m.location" || /\d\.\d{5}, \d/.test(String(content["body"]));

/** Everybody stops. @returns what shows where somebody was, and is not redacted */
export async function leftStanding(walks: Walks, drain: () => Promise<void>, record: Record): Promise<string[]> {
  for (const one of walks.walkers) await walks.stop(one);
  await drain();
  const said = new Set(record.said.map(({ event }) => event));
  const showing = walks.observer.heard.filter((event) => said.has(event.event_id) && showsPosition(event));
  const standing = async ({ room_id, event_id }: SeenEvent) =>
    Object(await eventNow(walks.observer, room_id, event_id)).unsigned?.redacted_because === undefined;
  const end = performance.now() + 60_000;
  const left = new Set(showing);
  while (left.size > 0 && performance.now() < end) for (const one of left) if (!(await standing(one))) left.delete(one);
  return [...left].map(({ content }) => `left standing after everybody stopped: ${String(content["body"])}`);
}

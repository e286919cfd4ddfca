import { day, later } from "../../lib/time.ts";
import { type Effect, forEverybody, forOnePerson, toPerson } from "../model/effects.ts";
import type { PersonId } from "../model/ids.ts";
import type { CommandIncoming } from "../model/incoming.ts";
import { requestChoices } from "../model/request.ts";
import { adviceOn } from "../rooms/admin-advice.ts";
import type { Told } from "../sharing/private/private-share.ts";
import { requestPayload } from "../sharing/requests/say-requests.ts";
import { recordKeys } from "../storage/records/record-keys.ts";
import { text } from "../text/texts.ts";
import { answerRequest, askPayload } from "./asking/ask.ts";
import { answer, defineCommand, type InPrivate, type InRoom, type Services } from "./define-command.ts";

/** How long the button under the answer works: a link that is passed on opens nothing to people outside the room, but need not last. */
const linkLasts = day;

export const share = defineCommand({
  listed: { menu: "menu-share", help: "help-share" },
  where: "both",
  async run({ records, circles, members, newId }, { from, incoming, now }) {
    const { network } = from;
    if (from.place === "private") return [answer(from, [text(network.words.stepsInPrivate)])];
    const standing = await network.standing(from.room.room);
    const hearsPositions = !standing || standing.isAdmin || standing.hearsEverything;
    if (network.capabilities.opensPrivateChats && from.person !== undefined)
      return shareAside({ circles, members }, { ...from, person: from.person }, incoming, hearsPositions);
    const payload = newId();
    await records.set(recordKeys.invitation(payload), from.room.room, later(now, linkLasts));
    const lines = hearsPositions
      ? [text("share-here"), text(network.words.stepsInRoom), text("share-otherwise")]
      : [text("share-in-private")];
    return [answer(from, lines, { privateChat: { label: text("share-button"), payload } })];
  },
});

/** Who asks how to share is written to in the private chat, which needs no way into it. What waits there for a choice still waits for one. */
async function shareAside(
  { circles, members }: Pick<Services, "circles" | "members">,
  from: InRoom & { person: PersonId },
  { message }: CommandIncoming,
  hearsPositions: boolean,
): Promise<readonly Effect[]> {
  const { person, circle, room, network } = from;
  await circles.meet(person, circle, { named: true });
  const linked = text("linked-to", { room: await members.roomName(circle) });
  const refused = forEverybody({ lines: [text("share-aside-refused")] });
  const aside = toPerson({ person }, forOnePerson({ lines: [linked, text(network.words.stepsInPrivate)] }), {
    to: room,
    message: refused,
    asker: person,
  });
  // Where answers are for one person the room reads nothing, and whoever asked sees that they were heard.
  if (from.answers === "private") return [aside, { kind: "acknowledge", to: room, message }];
  const here = hearsPositions ? [text("share-here"), text(network.words.stepsInRoom)] : [];
  return [answer(from, [...here, text("share-aside")]), aside];
}

/** What the button under `/share` says in the private chat. */
export const start = defineCommand({
  where: "private",
  inRoom: "start-in-room",
  async run({ records, circles, members, sharing, sayRequests }, { from, incoming, argument }) {
    const { person } = from;
    const before = await sharing.chosenBefore(person, incoming.id);
    if (before) return told(from, before);
    const steps = text(from.network.words.stepsInPrivate);
    // Whoever could not be asked in private before can be now.
    const request = await sayRequests.current(person);
    if (argument === requestPayload) return request.length > 0 ? request : [answer(from, [text("no-request")])];
    if (argument === askPayload) return [answer(from, [text("ask-whom")]), ...request];
    if (argument === "") return [answer(from, [steps]), ...request];
    const held = await records.get(recordKeys.heldAnswer(argument));
    if (held?.person === person) {
      const id = `${incoming.id}/answer`;
      const waited: Effect =
        "message" in held
          ? toPerson(from.alone, held.message)
          : { kind: "question", id, to: from.alone, question: held.question, alone: true };
      return [waited, ...request];
    }
    const room = await records.get(recordKeys.invitation(argument));
    const circle = room && (await circles.find(room));
    if (!circle) return [answer(from, [text("link-over")])];
    const membership = await members.inCircle(circle, person);
    if (membership.kind === "unconfirmed")
      return [answer(from, [text("link-not-now", { advice: adviceOn(membership.why) })])];
    if (membership.kind !== "member") return [answer(from, [text("link-over")])];
    await circles.meet(person, circle, { named: true });
    if ((await sharing.choices(person)).includes(circle))
      return told(from, await sharing.choose(person, circle, incoming.id));
    return [answer(from, [text("linked-to", { room: await members.roomName(circle) }), steps]), ...request];
  },
});

/** A button, or a number, that says with which circle a share that waits is. */
export const choose = defineCommand({
  where: "private",
  async run(services, { from, incoming, argument }) {
    const { sharing, requests, sayRequests } = services;
    const { person } = from;
    const [which = "", question] = argument.split(" ");
    const choice = question === undefined && /^\d{1,3}$/.test(which) ? requestChoices[Number(which) - 1] : undefined;
    // A number that no question of a request was put for is for a position that waits.
    const isForRequest = sayRequests.isSeen(person) || (await sharing.choices(person)).length === 0;
    if (choice && isForRequest && (await requests.takesNumbers(person)))
      return answerRequest(services, from, incoming, choice);
    const choices = await sharing.choices(person);
    const circle = choices.find((choice) => choice === which) ?? choices[Number(which) - 1];
    return told(
      from,
      (await sharing.chosenBefore(person, incoming.id)) ??
        (await sharing.choose(person, circle, incoming.id, question)),
    );
  },
});

const told = (from: InPrivate, { said, effects }: Told) => [toPerson(from.alone, forOnePerson(said)), ...effects];

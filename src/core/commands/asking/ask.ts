import { day, later } from "../../../lib/time.ts";
import { type Effect, forEverybody, forOnePerson, passing, toAsker, toPerson, toRoom } from "../../model/effects.ts";
import type { CommandIncoming } from "../../model/incoming.ts";
import { adviceEvery } from "../../model/limits.ts";
import { isRequestChoice, isSharingChoice, type RequestChoice, sharingChoices } from "../../model/request.ts";
import { adviceOn } from "../../rooms/admin-advice.ts";
import { cleanName } from "../../rooms/names.ts";
import { recordKeys } from "../../storage/records/record-keys.ts";
import { type Text, text } from "../../text/texts.ts";
import {
  type Asked,
  answer,
  defineCommand,
  hint,
  type InPrivate,
  type InRoom,
  type Services,
} from "../define-command.ts";
import { isAboutSomebody } from "./by-name.ts";

/** How the private chat is told that somebody wants to ask for one person. */
export const askPayload = "ask";

/** How long the button under a call works. */
const linkLasts = day;

export const ask = defineCommand({
  listed: { menu: "menu-ask", help: "help-ask" },
  ofAsker: true,
  where: "both",
  async run(services, asked) {
    const { from, argument } = asked;
    const choice = /^(on|off)$/i.exec(argument)?.[0]?.toLowerCase();
    if (choice !== undefined && asked.incoming.mentions.length === 0) return choose(services, asked, choice === "on");
    if (!isAboutSomebody(asked))
      return from.place === "room" ? askEverybody(services, asked, from) : [answer(from, [text("ask-whom")])];
    return from.place === "room" ? askElsewhere(asked, from) : request(services, asked, from);
  },
});

/** Whether others may have the person asked is their own choice. */
async function choose({ circles, members, sayRequests }: Services, { from, incoming }: Asked, askable: boolean) {
  const { person } = from;
  if (person === undefined) return [hint(from, [text("nobody-in-particular", { command: incoming.name })])];
  const own = from.place === "room" ? undefined : await members.circlesOf(person);
  const inCircles = from.place === "room" ? [from.circle] : (own?.confirmed ?? []).map(({ circle }) => circle);
  if (inCircles.length === 0) {
    const why = own?.unconfirmed;
    return [hint(from, [why ? text("rooms-unconfirmed", { advice: adviceOn(why) }) : text("ask-nowhere")])];
  }
  for (const circle of inCircles) await circles.meet(person, circle, { askable });
  const ended = askable ? [] : await sayRequests.cancel(person, ({ circle }) => inCircles.includes(circle));
  const rooms =
    from.place === "room" ? undefined : await Promise.all(inCircles.map((circle) => members.roomName(circle)));
  return [hint(from, [text(askable ? "ask-is-on" : "ask-is-off", { rooms })]), ...ended];
}

/** One call to the room, now and then. */
async function askEverybody({ records, newId }: Services, { incoming, now }: Asked, from: InRoom) {
  const told = recordKeys.told(from.room.room, "everybody asked");
  const by = await records.get(told);
  if (by !== undefined && by !== incoming.id) return [hint(from, [text("everybody-asked-before")])];
  await records.set(told, incoming.id, later(now, adviceEvery));
  const asked = text("everybody-asked", { person: from.member?.name });
  if (from.network.capabilities.opensPrivateChats)
    return [toRoom(from.room, passing(forEverybody({ lines: [asked, text("everybody-how-aside")] }), from.person))];
  const payload = newId();
  await records.set(recordKeys.invitation(payload), from.room.room, later(now, linkLasts));
  const lines = [asked, text("everybody-how")];
  const call = forEverybody({ lines, privateChat: { label: text("share-button"), payload } });
  return [toRoom(from.room, passing(call, from.person))];
}

/** Who is asked for is nobody's business in the room: what was said goes, and says in no answer whom it named. */
function askElsewhere({ incoming }: Asked, from: InRoom): readonly Effect[] {
  const { person, network } = from;
  const opensIt = network.capabilities.opensPrivateChats;
  const way = opensIt ? {} : { privateChat: { label: text("ask-button"), payload: askPayload } };
  const aside =
    opensIt && person !== undefined ? [toPerson({ person }, forOnePerson({ lines: [text("ask-whom")] }))] : [];
  return [
    { kind: "delete", to: from.room, message: incoming.message },
    hint(from, [text("ask-in-private")], way),
    ...aside,
  ];
}

/** Answered before anybody is looked up, in the same words whoever is meant: what becomes of it is nobody's but who is asked. */
async function request({ mayRequest }: Services, asked: Asked, from: InPrivate): Promise<readonly Effect[]> {
  const { incoming, argument } = asked;
  const isTooMany = !mayRequest(from.person);
  const { id, mentions } = incoming;
  return [
    answer(from, [text("asked-for", { wanted: cleanName(argument) })]),
    {
      kind: "follow",
      id: `${id}/request`,
      incoming: {
        kind: "request",
        id,
        asker: from.person,
        wanted: argument,
        mentions,
        ...(isTooMany && { isTooMany }),
      },
    },
  ];
}

/** What somebody who is asked where they are taps, or says by its number. */
export const answerToRequest = defineCommand({
  where: "both",
  asOneself: true,
  async run(services, { from, incoming, argument }) {
    const choice = argument.split(" ")[0] ?? "";
    if (!isRequestChoice(choice)) return [];
    return answerRequest(services, from, incoming, choice);
  },
});

type Answering = Pick<Services, "circles" | "members" | "requests" | "sayRequests">;

/** @param from in a room, she was shown the question there alone, and is answered alone */
export async function answerRequest(
  { circles, members, requests, sayRequests }: Answering,
  from: (InRoom | InPrivate) & { person?: CommandIncoming["from"]["person"] },
  incoming: CommandIncoming,
  choice: RequestChoice,
): Promise<readonly Effect[]> {
  const { person, network } = from;
  if (person === undefined) return [];
  const to = from.place === "room" ? { person, within: from.room } : { person };
  const say = (lines: readonly Text[], more: Partial<Parameters<typeof forOnePerson>[0]> = {}): Effect =>
    to.within ? toAsker(to, forOnePerson({ lines, ...more })) : toPerson(to, forOnePerson({ lines, ...more }));
  const open = await requests.of(person);
  const before = await requests.answeredBefore(person, incoming.id);
  const request = from.place === "room" ? open.find(({ circle }) => circle === from.circle) : open[0];
  if (!before && !request)
    return [say([text("no-request")], from.place === "room" ? {} : { keyboard: { kind: "none" } })];
  // What nobody has put to her, she cannot have answered. Whoever chose before has seen it.
  const isUnseen = from.place === "private" && !request?.choice && !sayRequests.isSeen(person);
  if (!before && isUnseen) return sayRequests.current(person);
  const circle = before?.circle ?? request?.circle;
  if (circle === undefined) return [];
  if (!isSharingChoice(choice)) {
    await requests.noteAnswer(person, { command: incoming.id, circle, choice });
    if (choice === "never") await circles.meet(person, circle, { askable: false });
    const effects = await sayRequests.declined(person, circle);
    const room = await members.roomName(circle);
    const ends = from.place === "room" ? {} : ({ keyboard: { kind: "none" } } as const);
    return [say([text(choice === "never" ? "request-refused-always" : "request-refused", { room })], ends), ...effects];
  }
  // Where she sends it is the private chat.
  if (from.place === "room" || !request) return [];
  const chosen = await requests.choose(person, request, choice, incoming.sentAt);
  if (!chosen) return [say([text("no-request")], { keyboard: { kind: "none" } })];
  await sayRequests.endQuestion(person);
  const { asked, keyboard } = sayRequests.offer(chosen);
  const room = await members.roomName(circle);
  const longest = sharingChoices[choice];
  const message =
    longest === undefined
      ? say([text("request-once-chosen", { room }), text(network.words.sendOnce)], {
          keyboard: { kind: "location", label: text("request-send-location") },
          asked,
        })
      : say([text("request-live-chosen", { room, longest }), text(network.words.sendLive)], { keyboard, asked });
  return [message, sayRequests.timer(person, chosen)];
}

import { type Clock, later, minute } from "../../../lib/time.ts";
import { type Effect, forOnePerson, type Otherwise, toPerson } from "../../model/effects.ts";
import { type CircleId, type MessageRef, networkOf, type PersonId, type RoomId } from "../../model/ids.ts";
import type { Asked, Keyboard, Message } from "../../model/message.ts";
import { commandOf, requestChoices, requestLabels } from "../../model/request.ts";
import type { AnswerExpiry } from "../../queue/answer-expiry.ts";
import type { Queue } from "../../queue/queue.ts";
import type { Circles } from "../../rooms/circles.ts";
import { ifTold, type Members, type Networks, networkFor } from "../../rooms/membership.ts";
import type { Request } from "../../storage/records/record-keys.ts";
import { type Text, text } from "../../text/texts.ts";
import type { Asker, Requests } from "./requests.ts";
import { createWhoAsks, whoAsks } from "./who-asks.ts";

/** What follows from a request, in the chat of the person asked, and in those of the askers. */
export interface SayRequests {
  /**
   * The question, in the place of the one that was asked before; nothing when nobody who asks is in the room any more.
   * @param how of one that the person has seen in another form
   */
  ask(person: PersonId, request: Request, how?: { silent: true }): Promise<readonly Effect[]>;
  /** whether the person has the question in their private chat, and so can mean it by what they say */
  isSeen(person: PersonId): boolean;
  /** at the end of a request its time is looked at */
  timer(person: PersonId, request: Request): Effect;
  /** the time of a request may be over: then it is ended, and the next one is asked */
  over(person: PersonId, id: string): Promise<readonly Effect[]>;
  /**
   * The request of this circle is over, because the person shares with it: who asked is shown where. Asks no network.
   * @returns `wasSeen`: the person saw the question, and what is said next ends its keyboard
   */
  shared(person: PersonId, circle: CircleId): Promise<{ effects: readonly Effect[]; wasSeen: boolean }>;
  /** the same, and the person is told so in private */
  sharedInRoom(person: PersonId, circle: CircleId): Promise<readonly Effect[]>;
  /** the person said no to the request of this circle; who asked hears nothing */
  declined(person: PersonId, circle: CircleId): Promise<readonly Effect[]>;
  /** ends the question that the person sees, because something else is said in its place */
  endQuestion(person: PersonId): Promise<void>;
  /** Ends requests at once, without asking any network. The person sees that they are over. */
  cancel(person: PersonId, isIt: (request: Request) => boolean): Promise<readonly Effect[]>;
  /** forgets what was asked of the person and by them */
  forget(person: PersonId): Promise<readonly Effect[]>;
  /** these circles are not linked with each other any more: who asked from one asks the people of another no more */
  unlinked(circles: readonly CircleId[]): Promise<readonly Effect[]>;
  /** the question that the person is to see now, if there is one */
  current(person: PersonId): Promise<readonly Effect[]>;
  /** the same as something that follows, where no network is to be asked now */
  next(person: PersonId): Promise<readonly Effect[]>;
  /** how the five choices are offered, and until when the message that offers them stays */
  offer(request: Request): { keyboard: Keyboard; asked: Asked };
  /** who asked is shown where the person is, as if they had just said /whereis in private */
  answerTo(asker: Asker, person: PersonId): Effect;
}

type Parts = {
  requests: Requests;
  circles: Circles;
  members: Members;
  networks: Networks;
  answerExpiry: Pick<AnswerExpiry, "endQuestions" | "isAsked">;
  queue: Pick<Queue, "items" | "remove">;
  clock: Clock;
};

export function createSayRequests(parts: Parts): SayRequests {
  const { requests, circles, members, networks, answerExpiry, queue, clock } = parts;
  const askersOf = createWhoAsks({ circles, members, clock });
  const replies = requestChoices.map((choice) => ({ label: text(requestLabels[choice]), command: commandOf(choice) }));
  const offer: SayRequests["offer"] = ({ until }) => ({
    keyboard: { kind: "replies", replies },
    // When its time is over, that is said in its place.
    asked: { about: "request", until: later(until, minute) },
  });

  /** A line in a room that she alone sees, where the bot may show her one at any time: it is an admin there. */
  async function lineInRoom(person: PersonId, rooms: readonly RoomId[], request: Request, names: readonly Text[]) {
    const network = networkFor(networks, person);
    if (network.capabilities.whispers !== "in place") return undefined;
    for (const room of rooms.filter((one) => networkOf(one) === networkOf(person))) {
      if ((await network.membership(room, person)).kind !== "member") continue;
      if ((await network.standing(room))?.isAdmin !== true) continue;
      const lines = [...whoAsks(names), text("request-here")];
      const choices = (["not-now", "never"] as const).map((choice) => ({
        label: text(requestLabels[choice]),
        command: commandOf(choice),
      }));
      const privateChat = { label: text("request-button"), payload: requestPayload };
      const { asked } = offer(request);
      const otherwise: Otherwise = {
        to: { person, within: { room } },
        // Where it cannot be shown to her alone it is not shown.
        message: forOnePerson({ lines, choices, privateChat, asked, onlyIfOpen: true }),
      };
      return otherwise;
    }
    return undefined;
  }

  /** Which other rooms see what is shared from now on. */
  async function linkedRooms(circle: CircleId): Promise<readonly Text[]> {
    const links = await circles.linksOf(circle);
    if (links.length === 0) return [];
    const rooms = await Promise.all(links.map((link) => ifTold(members.roomName(link.circle))));
    return [text("also-seen-in", { rooms })];
  }

  const ask: SayRequests["ask"] = async (person, request, how) => {
    const wasSeen = await answerExpiry.endQuestions(person, "request");
    const rooms = await circles.rooms(request.circle);
    const names = await askersOf(person, request, rooms);
    if (names.length === 0) return [];
    await requests.setNumbers(person, "request");
    const room = await members.roomName(request.circle, rooms);
    const others = await linkedRooms(request.circle);
    const left = request.until - clock();
    const lines = [...whoAsks(names, room), text("request-how", { left }), ...others];
    const message = forOnePerson({ lines, ...offer(request), onlyIfOpen: true, ...(wasSeen && how) });
    return [toPerson({ person }, message, await lineInRoom(person, rooms, request, names))];
  };

  async function next(person: PersonId): Promise<readonly Effect[]> {
    const [first] = await requests.of(person);
    if (!first) return [];
    return [{ kind: "follow", id: `request-next/${first.id}`, incoming: { kind: "request-next", person } }];
  }

  /** Ends the question that the person sees. @returns what is said in its place, when they saw it in private */
  async function overInWords(person: PersonId): Promise<readonly Effect[]> {
    const wasSent = await answerExpiry.endQuestions(person, "request");
    return wasSent ? [toPerson({ person }, endOfRequest("request-over"))] : [];
  }

  const cancel: SayRequests["cancel"] = async (person, isIt) => {
    const { wasSeen } = await requests.end(person, isIt);
    return wasSeen ? [...(await overInWords(person)), ...(await next(person))] : [];
  };

  const waiting = () => queue.items().flatMap((item) => ("incoming" in item ? [item] : []));

  /** Everybody who is asked now. Each open request has its time looked at, so all are found by that. */
  const askedNow = (): ReadonlySet<PersonId> =>
    new Set(waiting().flatMap(({ incoming }) => (incoming.kind === "request-over" ? [incoming.person] : [])));

  const withoutAsker = async (person: PersonId, asker: PersonId): Promise<readonly Effect[]> => {
    if ((await requests.removeAsker(person, asker)) !== "nobody asks any more") return [];
    return cancel(person, ({ askers }) => askers.length === 0);
  };

  const answerTo: SayRequests["answerTo"] = ({ person: asker, wanted, command }, person) => ({
    kind: "question",
    id: `${command}/where/${person}`,
    to: { person: asker },
    question: {
      kind: "command",
      id: `${command}/where/${person}`,
      from: { person: asker },
      name: "whereis",
      argument: wanted,
      mentions: [person],
      sentAt: clock(),
      message: "" as MessageRef,
      follows: true,
    },
  });

  const shared: SayRequests["shared"] = async (person, circle) => {
    const { ended, wasSeen } = await requests.end(person, (request) => request.circle === circle);
    const wasSent = wasSeen && (await answerExpiry.endQuestions(person, "request"));
    const answers = ended.flatMap(({ askers }) => askers.map((asker) => answerTo(asker, person)));
    return { effects: [...answers, ...(wasSeen ? await next(person) : [])], wasSeen: wasSent };
  };

  return {
    ask,
    next,
    offer,
    answerTo,

    isSeen: (person) => answerExpiry.isAsked(person, "request"),

    timer: (person, { id, until }) => ({
      kind: "follow",
      id: `request-over/${id}/${until}`,
      incoming: { kind: "request-over", person, request: id },
      due: until,
    }),

    async over(person, id) {
      const isOver = (request: Request) => request.id === id && request.until <= clock();
      const { wasSeen } = await requests.end(person, isOver);
      return wasSeen ? [...(await overInWords(person)), ...(await next(person))] : [];
    },

    async current(person) {
      const [first] = await requests.of(person);
      return first ? ask(person, first) : [];
    },

    shared,

    async sharedInRoom(person, circle) {
      const { effects, wasSeen } = await shared(person, circle);
      return wasSeen ? [toPerson({ person }, endOfRequest("request-answered")), ...effects] : effects;
    },

    cancel,

    async declined(person, circle) {
      const { wasSeen } = await requests.end(person, (request) => request.circle === circle);
      if (wasSeen) await answerExpiry.endQuestions(person, "request");
      return wasSeen ? next(person) : [];
    },

    endQuestion: async (person) => void (await answerExpiry.endQuestions(person, "request")),

    async forget(person) {
      const ended = [...(await cancel(person, () => true))];
      await requests.forget(person);
      for (const { id, incoming } of waiting())
        if (incoming.kind === "request" && incoming.asker === person) await queue.remove(id);
      for (const asked of askedNow()) ended.push(...(await withoutAsker(asked, person)));
      return ended;
    },

    async unlinked(apart) {
      const follows: Effect[] = [];
      for (const person of askedNow()) {
        const before = (await requests.of(person)).filter(({ circle }) => apart.includes(circle));
        for (const { circle, askers } of before) {
          const near = [circle, ...(await circles.linksOf(circle)).map((link) => link.circle)];
          const people = (await Promise.all(near.map((one) => circles.people(one)))).flat();
          const gone = askers.filter((asker) => !people.includes(asker.person));
          for (const asker of gone) follows.push(...(await withoutAsker(person, asker.person)));
          const [first] = await requests.of(person);
          if (gone.length > 0 && first?.circle === circle)
            follows.push(...(await ask(person, first, { silent: true })));
        }
      }
      return follows;
    },
  };
}

/** Said in the place of a question that is over. */
export const endOfRequest = (id: "request-over" | "request-answered"): Message<"one person"> =>
  forOnePerson({ lines: [text(id)], keyboard: { kind: "none" }, silent: true, onlyIfOpen: true });

/** How the private chat is told to show what is asked. */
export const requestPayload = "request";

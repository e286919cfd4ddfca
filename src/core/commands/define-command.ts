import type { Instant } from "../../lib/time.ts";
import type { FirstLooks } from "../looks/first-looks.ts";
import type { Looks } from "../looks/looks.ts";
import type { PrivateChat, Room } from "../model/audience.ts";
import {
  type Effect,
  forEverybody,
  forOnePerson,
  hintTo,
  passing,
  theRoomItself,
  toAsker,
  toPerson,
  toRoom,
  type Withdrawn,
} from "../model/effects.ts";
import type { CircleId, PersonId, RandomId, RoomId } from "../model/ids.ts";
import type { CommandIncoming } from "../model/incoming.ts";
import type { Message } from "../model/message.ts";
import type { Places } from "../model/places.ts";
import type { Answers, ChatNetwork } from "../model/ports.ts";
import type { AnswerExpiry } from "../queue/answer-expiry.ts";
import type { Circles } from "../rooms/circles.ts";
import type { Languages } from "../rooms/languages.ts";
import type { MeetingPoints } from "../rooms/meeting-points.ts";
import type { Member, Members, Networks } from "../rooms/membership.ts";
import type { RoomSettings } from "../rooms/room-settings.ts";
import type { Endings } from "../sharing/ending/endings.ts";
import type { RoomChanges } from "../sharing/ending/room-changes.ts";
import type { PrivateShare } from "../sharing/private/private-share.ts";
import type { MakeRequests } from "../sharing/requests/make-requests.ts";
import type { Requests } from "../sharing/requests/requests.ts";
import type { SayRequests } from "../sharing/requests/say-requests.ts";
import type { Shares } from "../sharing/shares.ts";
import type { Acquaintance } from "../storage/records/record-keys.ts";
import type { SealedRecords } from "../storage/records/sealed-records.ts";
import { type PlainTextId, type Text, text } from "../text/texts.ts";

/** What commands are made of. */
export type Services = {
  records: SealedRecords;
  circles: Circles;
  shares: Shares;
  endings: Endings;
  sharing: PrivateShare;
  requests: Requests;
  sayRequests: SayRequests;
  makeRequests: MakeRequests;
  members: Members;
  rooms: RoomChanges;
  settings: RoomSettings;
  languages: Languages;
  meetings: MeetingPoints;
  networks: Networks;
  /** absent where there is no map file */
  places: Places | undefined;
  answerExpiry: AnswerExpiry;
  looks: Looks;
  firstLooks: FirstLooks;
  newId: RandomId;
  /** whether something waits that would begin a share of the person, and is void now */
  isWaiting: (withdrawn: Withdrawn) => boolean;
  /** whether somebody with nothing left to end is told so once more: not twice within a minute */
  mayRepeat: (person: PersonId) => boolean;
  /** whether the person may have one more person asked where they are: so often within the time that a request lasts */
  mayRequest: (person: PersonId) => boolean;
  /** whether the person may try a code once more */
  mayTry: (person: PersonId) => boolean;
  /** whether something may be said that nobody asked for: the same is said in one chat only now and then */
  mayTell: (chat: RoomId | PersonId, what: string) => boolean;
  /** all commands by name, for the help text */
  commands: ReadonlyMap<string, Command>;
};

/** Said in a room, by one of its members or by its admins anonymously. */
export type InRoom = {
  place: "room";
  /** everybody who is in the room */
  room: Room;
  circle: CircleId;
  /** the rooms of the circle */
  rooms: readonly RoomId[];
  network: ChatNetwork;
  /** who reads what is answered here */
  answers: Answers;
  /** false also where it is not asked, as for a command that declares nothing of admins */
  isAdmin: boolean;
  person?: PersonId;
  /** what the network said of the person just now; absent for anonymous admins, and where nobody had to be asked */
  member?: Member;
  /** what is known of the person here, how exactly they want to be shown among it */
  acquaintance?: Acquaintance;
};
/** Said in the private chat. */
export type InPrivate = { place: "private"; person: PersonId; alone: PrivateChat; network: ChatNetwork };

export type Where = "room" | "private" | "both";
type Placed<W extends Where> = W extends "room" ? InRoom : W extends "private" ? InPrivate : InRoom | InPrivate;
type Self<P, O extends boolean> = O extends true ? P & { person: PersonId } : P;

export type Asked<W extends Where = Where, O extends boolean = boolean> = {
  from: Self<Placed<W>, O>;
  incoming: CommandIncoming;
  argument: string;
  now: Instant;
};

export type Rights = {
  /** which arguments only an admin of the room may say */
  adminSays: (argument: string) => boolean;
  /** what everybody else is told; nothing has changed */
  refusal: (services: Services, asked: Asked<"room">) => Promise<readonly Text[]>;
  /** whether it is not for others to read, so that it is deleted whoever said it */
  isSecret?: (argument: string) => boolean;
};

/** What every command declares. */
type About<W extends Where, O extends boolean> = {
  /** its entry in menus, and its line in /help; absent: part of another step, not something that people type */
  listed?: { menu: PlainTextId; help: PlainTextId };
  where: W;
  /** said now and then when somebody says it in a room, where it cannot be done */
  inRoom?: W extends "private" ? PlainTextId : never;
  /** what it says concerns nobody but who says it: others need not see that it was said, where the network can do that */
  ofAsker?: true;
  /** it says to admins more than to others; else nobody is asked who is one, but for what only they may say */
  tellsAdmins?: true;
  /** about who says it: not for admins who speak as the room itself */
  asOneself?: O;
  /** exists only on networks that can do this */
  needs?: "allowLive";
  /** Reached only through the guards: the place, the person and the rights are as declared. */
  run(services: Services, asked: Asked<W, O>): Promise<readonly Effect[]>;
};

/** In a room alone there are admins: in private, a command with rights is everybody's own. */
type RightsIn<W extends Where> = W extends "private" ? never : Rights;

/** What a command does decides what else it can declare. */
type Doing<W extends Where, O extends boolean> =
  /** changes something; `shares`: it shares a position, and is void when its sender says /stop before it was worked on */
  | { effect?: never; rights?: RightsIn<W>; shares?: O extends true ? true : never; answersAlone?: never }
  /**
   * a question changes nothing, and is answered at the moment when the answer can be sent; `answersAlone`: what it shows is for the asker
   * alone, in private, wherever it was asked
   */
  | { effect: "question"; rights?: RightsIn<W>; shares?: never; answersAlone?: O extends true ? true : never }
  /**
   * What takes something away is obeyed however late the network delivers it, ahead of everything that waits, and is never limited. No network
   * is asked who its sender is, so it cannot depend on rights: everybody would be refused, admins too.
   */
  | { effect: "takes away"; rights?: never; shares?: never; answersAlone?: never };

type Declaration<W extends Where, O extends boolean> = About<W, O> & Doing<W, O>;

export type Command = Omit<About<Where, boolean>, "run"> & {
  effect?: "question" | "takes away";
  shares?: true;
  answersAlone?: true;
  rights?: Rights;
  /** only admins may say its name alone: lists of commands show it to them only */
  adminOnly?: true;
  run(services: Services, asked: Asked): Promise<readonly Effect[]>;
};

/** @throws TypeError (run rejects) when it is reached without what it declares: a guard is missing */
export function defineCommand<W extends Where, O extends boolean = false>(declared: Declaration<W, O>): Command {
  const { where, asOneself, rights, ...rest } = declared;
  const isAsDeclared = (asked: Asked): asked is Asked<W, O> => {
    const { from, argument } = asked;
    if (where !== "both" && where !== from.place) return false;
    if (asOneself && from.person === undefined) return false;
    return from.place === "private" || from.isAdmin || !rights?.adminSays(argument);
  };
  return {
    ...rest,
    where,
    ...(asOneself !== undefined && { asOneself }),
    ...(rights !== undefined && { rights, ...(rights.adminSays("") && { adminOnly: true }) }),
    async run(services, asked) {
      if (!isAsDeclared(asked)) throw new TypeError("a command was reached past its guards");
      return declared.run(services, asked);
    },
  };
}

type More = Omit<Message<"everybody">, "kind" | "reader" | "lines">;

/** An answer, where it was asked: to everybody in the room, or to who asked alone, as the room wants it; or in the private chat. */
export function answer(from: InRoom | InPrivate, lines: readonly Text[], more: More = {}): Effect {
  if (from.place === "private") return toPerson(from.alone, forOnePerson({ lines, ...more }));
  const { room, person } = from;
  if (from.answers === "room") return toRoom(room, passing(forEverybody({ lines, ...more }), person));
  if (person === undefined) return toRoom(room, passing(forEverybody({ lines: [text("answers-need-a-person")] })));
  return toAsker({ person, within: room }, passing(forOnePerson({ lines, ...more }), person));
}

/** What concerns only who asked, and shows nobody: errors, help, own settings. Others read it only where there is no other way, and the room lets them. */
export const hint = (from: InRoom | InPrivate, lines: readonly Text[], more: More = {}): Effect =>
  from.place === "private"
    ? toPerson(from.alone, forOnePerson({ lines, ...more }))
    : hintTo(from.room, from.person ?? theRoomItself, forEverybody({ lines, ...more }));

/** What all in the room have to know, whoever reads the answers there. */
export const announce = (from: InRoom, lines: readonly Text[]): Effect => toRoom(from.room, forEverybody({ lines }));

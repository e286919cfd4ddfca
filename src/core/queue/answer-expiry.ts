import { createBoundedMap } from "../../lib/bounded/bounded-map.ts";
import { type Clock, type Instant, instant, later } from "../../lib/time.ts";
import { type Precision, precisions } from "../geo/precision.ts";
import { chatOf, isRoom } from "../model/audience.ts";
import type { CircleId, PersonId, RoomId } from "../model/ids.ts";
import type { Asked, Shown } from "../model/message.ts";
import type { OpenShare, QueuedItem } from "../storage/records/record-keys.ts";
import type { Queue } from "./queue.ts";

export type Removal = Extract<QueuedItem, { kind: "removal" }>;
/** What is known of the board of a room. */
export type BoardNote = Extract<QueuedItem, { kind: "board" }>;

/** A circle, and the rooms that are its own. */
export type CircleAndRooms = { circle: CircleId; rooms: readonly RoomId[] };

export interface AnswerExpiry {
  /**
   * @param open what a member still shares with a circle. Answers that show more are deleted now; the others when it is no longer kept. A board
   *   is looked at then
   */
  shorten(circle: CircleId, person: PersonId, open: readonly OpenShare[]): Promise<void>;
  /** @param precision how exactly a member is shown to a circle from now on. Answers that show more are deleted now */
  coarsen(circle: CircleId, person: PersonId, precision: Precision): Promise<void>;
  /**
   * Has the answers deleted now in which people of a circle may read where they were to meet, also what is not sent yet, and boards looked at.
   * @param reach the circles that it is linked with: an answer may show their people alone
   */
  endMeeting(readers: CircleAndRooms, reach: readonly CircleId[]): Promise<void>;
  /** has the answers deleted now that may show people of one circle to the other, either way, and boards looked at */
  part(one: CircleAndRooms, other: CircleAndRooms): Promise<void>;
  /** has all answers in one room deleted now, and its board looked at */
  endIn(room: RoomId): Promise<void>;
  /** has all answers deleted now */
  endAll(): Promise<void>;
  /**
   * Has what this person was asked of this deleted now, also where it is not sent yet.
   * @returns whether it was sent to them in private
   */
  endQuestions(person: PersonId, about: Asked["about"]): Promise<boolean>;
  /** whether the person was sent a question about this in private that still stands */
  isAsked(person: PersonId, about: Asked["about"]): boolean;
  /** the answers whose deletion is planned */
  planned(): readonly Removal[];
  bringForward(answer: Removal, ends: readonly Instant[]): Promise<void>;
  /** how often something was shortened or coarsened */
  changes(): number;
  /** whether nothing has changed in these circles since `changes` gave this number */
  isUnchanged(since: number, circles: readonly CircleId[]): boolean;
  /** whether a meeting point has ended since `changes` gave this number */
  hasMeetingEnded(since: number): boolean;
}

/** Until when an answer may show this of one person. */
export function endOf(
  { share, at, precision }: Shown,
  open: readonly OpenShare[],
  chosen: Precision,
  now: Instant,
): Instant {
  const going = open.find(({ id }) => id === share);
  return going && !isTooFine(precision, chosen) ? later(at, going.expiry) : now;
}

const isTooFine = (shown: Precision, chosen: Precision) => precisions[shown] < precisions[chosen];

/** How the id of the removal of a question begins. */
export const askedPrefix = (about: Asked["about"]) => `asked/${about}/`;

/** The first lines of words that say where people meet. */
const meetingWords: ReadonlySet<string> = new Set(["meeting-set", "meeting-is"]);

/** Not a question, not what somebody else said, and not the message of a share. */
const isAnswer = ({ id, of, others }: Removal) => !of && !others && !id.startsWith("asked/");

/** So many circles have their last change remembered. */
const maxCircles = 10_000;

/** An answer is a copy, and so is a board. It must not outlive what it shows, nor show more than its sharer allows now. */
export function createAnswerExpiry(queue: Queue, clock: Clock): AnswerExpiry {
  const lastChange = createBoundedMap<number>(maxCircles);
  let count = 0;
  let lastMeeting = 0;
  const note = (circle: CircleId) => lastChange.set(circle, (count += 1));

  const planned = () => queue.items().filter((item) => item.kind === "removal");
  const copies = () => queue.items().filter((item) => item.kind === "removal" || item.kind === "board");
  const showing = (answer: Removal | BoardNote, circle: CircleId, person: PersonId) =>
    answer.shows.filter((shown) => shown.circle === circle && shown.person === person);

  const ofShare = (copy: Removal | BoardNote) => (copy.kind === "removal" ? copy.of : undefined);

  /** Several callers may bring the same one forward at once. */
  const bringForward = ({ id, due }: Removal | BoardNote, ends: readonly Instant[]) =>
    queue.bringForward(id, instant(Math.min(due, ...ends)));

  return {
    planned,
    bringForward,
    changes: () => count,
    // There were fewer changes than are remembered, so a circle without a remembered change has not changed.
    isUnchanged: (since, circles) =>
      count - since < maxCircles && circles.every((circle) => (lastChange.get(circle) ?? 0) <= since),

    hasMeetingEnded: (since) => lastMeeting > since,

    async shorten(circle, person, open) {
      note(circle);
      for (const answer of copies()) {
        const ends = showing(answer, circle, person).map((shown) => endOf(shown, open, "exact", clock()));
        const of = ofShare(answer);
        // The message of a share is no answer: it goes with the share, however long the positions in it are kept.
        if (of?.circle === circle && of.person === person) {
          const going = open.find(({ id }) => id === of.share);
          if (!going) ends.push(clock());
          else if (of.at !== undefined) ends.push(later(of.at, going.expiry));
        }
        if (ends.length > 0) await bringForward(answer, ends);
      }
    },

    async coarsen(circle, person, precision) {
      note(circle);
      for (const answer of copies())
        if (showing(answer, circle, person).some((shown) => isTooFine(shown.precision, precision)))
          await bringForward(answer, [clock()]);
    },

    async endMeeting({ circle, rooms }, reach) {
      note(circle);
      lastMeeting = count;
      for (const item of queue.items()) {
        const isUnsent = item.kind === "message" && meetingWords.has(item.message.passing?.kind ?? "");
        if (isUnsent && rooms.some((room) => room === chatOf(item.to))) await queue.remove(item.id);
      }
      for (const answer of copies()) {
        const isThere = rooms.some((room) => room === chatOf(answer.to));
        if (answer.kind === "board") {
          // It knows by itself what has to go.
          if (isThere) await bringForward(answer, [clock()]);
          continue;
        }
        const isItself = isThere && answer.passing !== undefined && meetingWords.has(answer.passing);
        const isSaid = answer.passing === undefined && isAnswer(answer);
        // Who shows nobody is not told apart from who shows the meeting point alone.
        const isOfTheirs =
          answer.shows.length === 0 ||
          answer.shows.some((shown) => shown.circle === circle || reach.includes(shown.circle));
        const isInPrivate = !isRoom(answer.to) && answer.to.within === undefined;
        if (isItself || (isSaid && (isThere || (isInPrivate && isOfTheirs)))) await bringForward(answer, [clock()]);
      }
    },

    async part(one, other) {
      for (const { circle } of [one, other]) note(circle);
      for (const answer of copies()) {
        const isIn = ({ rooms }: CircleAndRooms) => rooms.some((room) => room === chatOf(answer.to));
        const isShown = ({ circle }: CircleAndRooms) => answer.shows.some((shown) => shown.circle === circle);
        // In private, nobody remembers here which of the two let it be read.
        const isInPrivate = !isRoom(answer.to) && answer.to.within === undefined;
        const isAcross = (isIn(one) && isShown(other)) || (isIn(other) && isShown(one));
        if (isAcross || (isInPrivate && (isShown(one) || isShown(other)))) await bringForward(answer, [clock()]);
      }
    },

    async endIn(room) {
      for (const answer of copies())
        if (chatOf(answer.to) === room && !ofShare(answer)) await bringForward(answer, [clock()]);
    },

    async endQuestions(person, about) {
      let wasSent = false;
      for (const item of queue.items()) {
        if (item.kind !== "message" && item.kind !== "removal") continue;
        if (isRoom(item.to) || item.to.person !== person) continue;
        if (item.kind === "message" && item.message.asked?.about === about) await queue.remove(item.id);
        if (item.kind !== "removal" || !item.id.startsWith(askedPrefix(about))) continue;
        wasSent ||= item.to.within === undefined && item.due > clock();
        await bringForward(item, [clock()]);
      }
      return wasSent;
    },

    isAsked: (person, about) =>
      planned().some(({ id, to, due }) => id.startsWith(askedPrefix(about)) && chatOf(to) === person && due > clock()),

    async endAll() {
      for (const answer of copies()) await bringForward(answer, [clock()]);
    },
  };
}

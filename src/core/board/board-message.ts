import { createMutex } from "../../lib/async/mutex.ts";
import { type Clock, type Duration, day, type Instant, instant, later } from "../../lib/time.ts";
import { withPlaces } from "../commands/asking/places.ts";
import { onBoard, tellAll } from "../commands/asking/tell.ts";
import type { Room } from "../model/audience.ts";
import { forEverybody } from "../model/effects.ts";
import { type CircleId, networkOf, type RoomId } from "../model/ids.ts";
import { maxBoardLag, maxPeopleInList } from "../model/limits.ts";
import type { Message, Shown } from "../model/message.ts";
import type { Places } from "../model/places.ts";
import type { ChatNetwork } from "../model/ports.ts";
import { adviceOn } from "../rooms/admin-advice.ts";
import type { MeetingPoints } from "../rooms/meeting-points.ts";
import { isLocated, readSharers, viewOf } from "../sharing/find-sharers.ts";
import { confirm } from "../sharing/seen/confirm.ts";
import type { Sharer, Sighting } from "../sharing/visible-positions.ts";
import { text } from "../text/texts.ts";
import { staleAfter } from "../text/where-is.ts";
import type { OnBoard } from "./board-plan.ts";

/** What stands on a board once it was edited. */
export type BoardMessage = {
  message: Message<"everybody">;
  shows: readonly Shown[];
  /** the same people: when each has to be told anew, and when gone */
  lasts: readonly OnBoard[];
  /** when the meeting point was set that stands there */
  meets: Instant | undefined;
};

type Asked = {
  to: Room;
  circle: CircleId;
  rooms: readonly RoomId[];
  /** who stands there now */
  before: readonly Shown[];
  /** whether something has to go: then it waits for no other board */
  isUrgent: boolean;
};

/** A board that was sent, and shows nobody yet: so no position stands in a message that is not known. */
export const bareBoard = (now: Instant): Message<"everybody"> =>
  forEverybody({ lines: [text("board-begins")], silent: true, answer: { shows: [], until: later(now, day) } });

/** @param editedAt when it was put on the board, as where somebody is or where they were last seen */
export function lastsOnBoard(at: Instant, expiry: Duration, end: Instant, editedAt: Instant): OnBoard {
  const staleAt = later(at, staleAfter(expiry));
  if (editedAt > staleAt) return { goneAt: end };
  return { renewAt: staleAt, goneAt: instant(Math.min(end, later(staleAt, maxBoardLag))) };
}

/** @returns undefined when the network does not say now who is a member */
export type WorkOutBoard = (asked: Asked, network: ChatNetwork) => Promise<BoardMessage | undefined>;

type Parts = Parameters<typeof viewOf>[0] & {
  meetings: Pick<MeetingPoints, "of">;
  places: Places | undefined;
  clock: Clock;
};

/** Works out what a board says: an answer to everybody in its room, about nobody in particular. */
export function createBoardMessage(parts: Parts): WorkOutBoard {
  // A network tells so much in a second, and whoever asks waits for it: of the boards, one asks at a time.
  const oneAtATime = createMutex();

  function messageOf(visible: readonly Sighting[], told: Told, now: Instant): BoardMessage {
    const { lines, more } = tellAll([{ ...told, visible }], now, onBoard);
    const { meeting } = told.view;
    const advice = told.unconfirmed ? [text("some-left-out", { advice: adviceOn(told.unconfirmed) })] : [];
    const shown = visible.filter((sighting) => isLocated(sighting));
    return {
      message: forEverybody({ lines: [...lines, ...advice, text("board-kept")], ...more, silent: true }),
      shows: more.answer?.shows ?? [],
      lasts: [
        ...shown.map(({ position, expiry }) => lastsOnBoard(position.at, expiry, position.expiresAt, now)),
        ...(meeting ? [{ goneAt: meeting.expiresAt }] : []),
      ],
      meets: meeting?.setAt,
    };
  }

  return async ({ to, circle, rooms, before, isUrgent }, network) => {
    const base = {
      circle,
      rooms,
      room: undefined,
      known: new Map(),
      askerTold: undefined,
      readOn: networkOf(to.room),
      meeting: await parts.meetings.of(circle),
    };
    const view = await viewOf(parts, base, undefined, new Map());
    const sharers = await readSharers(view, view.people);
    const chosen = chosenOf(sharers, before, parts.clock()).slice(0, maxPeopleInList);
    const ask = () => confirm(chosen, view, parts);
    const { visible, unconfirmed, isAcross } = await (isUrgent ? ask() : oneAtATime(ask));
    if (unconfirmed === "not now" && !isAcross) return undefined;
    const placed = await withPlaces(parts, visible);
    const ordered = placed.toSorted((a, b) => byName.compare(a.name, b.name) || (a.person < b.person ? -1 : 1));
    for (let count = ordered.length; ; count -= 1) {
      const isCutOff = sharers.length > chosen.length || count < ordered.length;
      const told = { view, isCutOff, ...(unconfirmed && { unconfirmed }) };
      const worked = messageOf(ordered.slice(0, count), told, parts.clock());
      if (count === 0 || network.boards?.fits(to.room, worked.message)) return worked;
    }
  };
}

type Told = Omit<Parameters<typeof tellAll>[0][number], "visible">;

/** By name, so that everybody is found where they stood at the last look. */
const byName = new Intl.Collator("und");

/** Who stands there stays, unless nothing new is heard of them; then the freshest. */
function chosenOf(sharers: readonly Sharer[], before: readonly Shown[], now: Instant): readonly Sharer[] {
  const standing = new Set(before.map(({ person }) => person));
  const isStale = ({ position, expiry }: Sharer) => !position || now - position.at > staleAfter(expiry);
  const stays = (sharer: Sharer) => standing.has(sharer.person) && !isStale(sharer);
  const age = ({ position }: Sharer) => (position ? now - position.at : Number.MAX_VALUE);
  return sharers.toSorted((a, b) => Number(stays(b)) - Number(stays(a)) || age(a) - age(b));
}

import { type BoundedMap, createBoundedMap } from "../../lib/bounded/bounded-map.ts";
import { type Instant, later } from "../../lib/time.ts";
import type { Room } from "../model/audience.ts";
import { type CircleId, networkOf, type RoomId } from "../model/ids.ts";
import { boardStands } from "../model/limits.ts";
import type { ChatNetwork } from "../model/ports.ts";
import { type BoardNote, endOf } from "../queue/answer-expiry.ts";
import type { Circles } from "../rooms/circles.ts";
import type { MeetingPoints } from "../rooms/meeting-points.ts";
import type { Members, Networks } from "../rooms/membership.ts";
import type { RoomSettings } from "../rooms/room-settings.ts";
import type { ChangedCircles } from "../sharing/changed-circles.ts";
import { isAnythingShared, sharesSeen } from "../sharing/seen/reach.ts";
import type { Shares } from "../sharing/shares.ts";
import type { AskedOfBoard } from "./board-looks.ts";
import { lastsOnBoard } from "./board-message.ts";
import type { BoardState, OnBoard } from "./board-plan.ts";

/** What is remembered of boards, by room. Lost with the program: then every board is worked out anew. */
export type BoardMemory = {
  /** the latest change that it shows */
  readonly renewed: BoundedMap<number>;
  /** what it answers, until it does */
  readonly questions: BoundedMap<AskedOfBoard>;
  /** before then its network takes nothing of it */
  readonly held: BoundedMap<Instant>;
};

/** Rooms of which that is remembered. */
const maxRemembered = 10_000;

export const createBoardMemory = (): BoardMemory => ({
  renewed: createBoundedMap(maxRemembered),
  questions: createBoundedMap(maxRemembered),
  held: createBoundedMap(maxRemembered),
});

/** A board and its room, now. */
export type BoardNow = {
  state: BoardState;
  circle: CircleId | undefined;
  /** of the circle */
  rooms: readonly RoomId[];
  /** where it is to stand */
  to: Room;
  question: AskedOfBoard | undefined;
  /** the latest change of its circle */
  latest: number;
};

export interface ReadBoard {
  /** where the room's board is to stand, if it is to have one and its network has boards */
  placeIn(room: RoomId): Promise<Room | undefined>;
  isShared(room: RoomId): Promise<boolean>;
  /** when what it shows must be told anew or be gone, by what its sharers share and have chosen now */
  lasts(note: BoardNote, now: Instant): Promise<readonly OnBoard[]>;
  now(note: BoardNote, network: ChatNetwork, now: Instant): Promise<BoardNow>;
}

type Parts = {
  circles: Circles;
  shares: Shares;
  members: Members;
  settings: Pick<RoomSettings, "board">;
  networks: Networks;
  changed: ChangedCircles;
  meetings: Pick<MeetingPoints, "of">;
};

/** Reads all that decides what is to be done with a board. */
export function createReadBoard(parts: Parts, { renewed, questions, held }: BoardMemory): ReadBoard {
  const { circles, settings, networks, changed, meetings } = parts;

  const placeIn: ReadBoard["placeIn"] = async (room) =>
    networks.get(networkOf(room))?.boards === undefined ? undefined : settings.board(room);

  async function isShared(room: RoomId): Promise<boolean> {
    const circle = await circles.find(room);
    return circle !== undefined && isAnythingShared(parts, circle);
  }

  /** Another one has to go as one that is over does. */
  async function meetingLasts({ to, meets }: BoardNote, now: Instant): Promise<OnBoard[]> {
    if (meets === undefined) return [];
    const circle = await circles.find(to.room);
    const point = circle === undefined ? undefined : await meetings.of(circle);
    return [{ goneAt: point?.setAt === meets ? point.expiresAt : now }];
  }

  const lasts: ReadBoard["lasts"] = async (note, now) => {
    const { shows, edits, sentAt, to } = note;
    const here = await circles.find(to.room);
    const people = await Promise.all(
      shows.map(async (shown) => {
        const open = here === undefined ? [] : await sharesSeen(parts, shown, [here]);
        const end = endOf(shown, open, await circles.precision(shown.circle, shown.person), now);
        const going = open.find(({ id }) => id === shown.share);
        if (going === undefined) return { goneAt: now };
        return lastsOnBoard(shown.at, going.expiry, end, edits.at(-1) ?? sentAt ?? now);
      }),
    );
    return [...people, ...(await meetingLasts(note, now))];
  };

  return {
    placeIn,
    isShared,
    lasts,
    async now(note, network, now) {
      const { room } = note.to;
      const [place, circle, shown] = await Promise.all([placeIn(room), circles.find(room), lasts(note, now)]);
      const rooms = circle === undefined ? [] : await circles.rooms(circle);
      const [question, heldUntil, [ref]] = [questions.get(room), held.get(room), note.refs];
      const reach = circle === undefined ? [] : [circle, ...(await circles.linksOf(circle)).map((one) => one.circle)];
      const latest = Math.max(0, ...reach.map((one) => changed.latest(one) ?? 0));
      const isElsewhere = place?.thread !== note.to.thread;
      const isFar = isElsewhere || (ref && question && network.boards?.isNear(ref, question.message) === false);
      const sentAt = note.sentAt ?? now;
      const isBare = (note.edits.at(-1) ?? 0) < sentAt;
      const state: BoardState = {
        isWanted: place !== undefined && rooms.includes(room) && (await isShared(room)),
        edits: note.edits,
        hasNews: renewed.get(room) !== latest,
        ...((question !== undefined || isElsewhere) && { asked: isFar ? "far" : "near" }),
        ...(heldUntil !== undefined && { heldUntil }),
        ...(ref !== undefined && { standing: { until: later(sentAt, boardStands), isBare, shows: shown } }),
      };
      return { state, circle, rooms, to: place ?? note.to, question, latest };
    },
  };
}

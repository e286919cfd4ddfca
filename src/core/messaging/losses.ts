import { createMutex } from "../../lib/async/mutex.ts";
import { createBoundedMap } from "../../lib/bounded/bounded-map.ts";
import type { Log } from "../../lib/log.ts";
import { type Clock, day, type Instant, later } from "../../lib/time.ts";
import { mostCareful, precisions } from "../geo/precision.ts";
import type { Audience } from "../model/audience.ts";
import { forEverybody, forOnePerson } from "../model/effects.ts";
import type { RoomId } from "../model/ids.ts";
import type { Incoming, PositionIncoming } from "../model/incoming.ts";
import { maxShareLength, minExpiry } from "../model/limits.ts";
import type { Message } from "../model/message.ts";
import type { Continuity, Loss } from "../model/ports.ts";
import type { AnswerExpiry } from "../queue/answer-expiry.ts";
import type { Queue } from "../queue/queue.ts";
import type { Circles } from "../rooms/circles.ts";
import type { MeetingPoints } from "../rooms/meeting-points.ts";
import type { Shares } from "../sharing/shares.ts";
import { recordKeys } from "../storage/records/record-keys.ts";
import type { SealedRecords } from "../storage/records/sealed-records.ts";
import { text } from "../text/texts.ts";

export interface Losses {
  /** Looks whether what is stored is what was stored last, and does what follows where it is not. @returns whether it was not */
  check(): Promise<boolean>;
  /**
   * Tells of the latest loss, once: the room that this came from, when something that was chosen there may be lost; and in private whoever
   * shares on with a share that has ended by it.
   */
  tell(incoming: Incoming): Promise<void>;
}

type Parts = {
  continuity: Continuity;
  circles: Circles;
  shares: Pick<Shares, "resume" | "isFromBeforeLoss">;
  meetings: Pick<MeetingPoints, "end">;
  queue: Queue;
  answerExpiry: AnswerExpiry;
  records: SealedRecords;
  clock: Clock;
  log: Log;
};

const whatIsLost: Record<Loss, string> = {
  emptied: "the store is empty, and was not when this key ring last worked with it",
  "older store": "the store is an older copy, or not the one that this key ring last worked with",
  changed: "rows of the store, or its note of the key ring, were changed by something else than whereat",
  "older ring": "the key ring is an older copy of the one that this store was last used with",
  network:
    "a network knows of more than was handled here: store and key ring are older copies, or another program used the bot's account",
  unfinished: "what was lost before is not dealt with yet",
};
const whatFollows =
  "every share has ended, and what people and rooms chose is taken to be the most careful until they choose again; new shares work at once, and nothing is to be done";

/** Rooms of which it is known that they were told. */
const maxRooms = 10_000;

/** What follows when data was lost or put back: nothing that was taken back comes again, and nothing that was chosen is undone unsaid. */
export function createLosses(parts: Parts): Losses {
  const { continuity, circles, shares, meetings, queue, answerExpiry, records, clock, log } = parts;
  const exclusive = createMutex();
  const told = createBoundedMap<Instant>(maxRooms);
  let logged: Instant | undefined;

  async function sayOnce(to: Audience, message: Message, id: string, noted: () => Promise<void>): Promise<void> {
    const now = clock();
    await queue.put({ kind: "message", id, to, message, due: now, droppedAt: later(now, day) }, noted);
  }

  async function tellRoom(room: RoomId): Promise<void> {
    const lostAt = continuity.lostAt();
    if (lostAt === undefined || told.get(room) === lostAt) return;
    const [note, loss] = [recordKeys.told(room, "data lost"), `${lostAt}`];
    if ((await circles.isDistrusted(await circles.of(room))) && (await records.get(note)) !== loss) {
      const lines = [text("data-lost", { expiry: minExpiry, square: precisions[mostCareful] })];
      await sayOnce({ room }, forEverybody({ lines }), `lost/${loss}/${room}`, () => records.set(note, loss));
    }
    told.set(room, lostAt);
  }

  /** The share goes on at the phone, and nobody sees it any more. */
  async function tellSharer({ from: { person }, share }: PositionIncoming): Promise<void> {
    const id = `lost/${share}`;
    const note = recordKeys.handled(id);
    if ((await records.get(note)) === true) return;
    const message = forOnePerson({ lines: [text("share-lost")] });
    await sayOnce({ person }, message, id, () => records.set(note, true, later(clock(), maxShareLength)));
  }

  /** Done again from its beginning when it is cut off: until it is done, the most careful holds everywhere. */
  async function dealWith(loss: Loss): Promise<void> {
    if (logged !== continuity.lostAt()) log.warn(`${whatIsLost[loss]}: ${whatFollows}`);
    logged = continuity.lostAt();
    await shares.resume();
    const all = await circles.all();
    for (const circle of all) {
      await circles.distrust(circle);
      await meetings.end(circle);
    }
    await queue.keepAgain();
    await answerExpiry.endAll();
    for (const circle of all) for (const room of await circles.rooms(circle)) await tellRoom(room);
    await continuity.close();
  }

  return {
    async tell(incoming) {
      if (continuity.lostAt() === undefined || (incoming.kind !== "command" && incoming.kind !== "position")) return;
      if (incoming.from.place) await tellRoom(incoming.from.place.room);
      else if (incoming.kind === "position" && shares.isFromBeforeLoss(incoming.startedAt)) await tellSharer(incoming);
    },
    async check() {
      await continuity.check();
      if (continuity.open() === undefined) return false;
      return exclusive(async () => {
        const loss = continuity.open();
        if (loss !== undefined) await dealWith(loss);
        return true;
      });
    },
  };
}

import { createBoundedMap } from "../../lib/bounded/bounded-map.ts";
import { type Clock, day, type Instant, instant, later } from "../../lib/time.ts";
import type { Command } from "../commands/define-command.ts";
import type { Room } from "../model/audience.ts";
import type { MessageRef, PersonId, ShareId } from "../model/ids.ts";
import { type CommandIncoming, type Incoming, type PositionIncoming, shareOfCommand } from "../model/incoming.ts";
import { maxShareLength, wordStands } from "../model/limits.ts";
import type { Removal } from "../queue/answer-expiry.ts";
import type { Queue } from "../queue/queue.ts";
import type { Circles } from "../rooms/circles.ts";
import type { RoomSettings } from "../rooms/room-settings.ts";

/** A room that wants it is tidied: what members said to the bot, and their locations, are deleted when they are over, where the bot may. */
export interface Tidy {
  /** plans when what came in is to be deleted; durable when it resolves */
  plan(incoming: Incoming): Promise<void>;
  /**
   * All messages that go with this one: also the latest point of a live share, where its network keeps each point by itself. Which that is the
   * network has to look up where the program began after it.
   */
  ofRemoval: (removal: Removal) => { refs: readonly MessageRef[]; others?: true | "live share" };
}

type Parts = {
  queue: Pick<Queue, "put">;
  settings: Pick<RoomSettings, "of">;
  circles: Pick<Circles, "find" | "expiry">;
  commands: ReadonlyMap<string, Command>;
  clock: Clock;
};

/** Live shares of which it is known until when their message stands, and which point was the latest. */
const maxShares = 10_000;

export function createTidy({ queue, settings, circles, commands, clock }: Parts): Tidy {
  const live = createBoundedMap<{ until: Instant; point: MessageRef | undefined }>(maxShares);

  /** `at`: one position alone, of then */
  type Shared = { person: PersonId; share: ShareId; at?: Instant };

  /** @param shared it goes as soon as this share is over, and not sooner than at `due` while it goes on */
  async function putRemoval(to: Room, message: MessageRef, due: Instant, shared?: Shared): Promise<void> {
    const circle = shared && (await circles.find(to.room));
    const of = shared && circle !== undefined ? { of: { circle, ...shared } } : {};
    const removal = { kind: "removal", id: `tidy/${message}`, to, refs: [message], shows: [], others: true } as const;
    await queue.put({ ...removal, ...of, textOnly: true, due, droppedAt: later(due, day) });
  }

  async function keptUntil(room: Room, at: Instant): Promise<Instant> {
    const circle = await circles.find(room.room);
    return circle === undefined ? at : later(at, await circles.expiry(circle));
  }

  async function planCommand(incoming: CommandIncoming, place: Room): Promise<void> {
    const { from, name, message, sentAt, addressed } = incoming;
    // What is none of ours may be for another bot.
    if (!commands.has(name) && !addressed) return;
    const due = later(clock(), wordStands);
    const { person } = from;
    if (!commands.get(name)?.shares || person === undefined) return putRemoval(place, message, due);
    const until = await keptUntil(place, sentAt);
    await putRemoval(place, message, until, { person, share: shareOfCommand(incoming), at: sentAt });
  }

  async function planPosition(incoming: PositionIncoming, place: Room): Promise<void> {
    const { from, share, message, point, startedAt, position } = incoming;
    const { person } = from;
    if (!incoming.live)
      return putRemoval(place, message, await keptUntil(place, position.at), { person, share, at: position.at });
    const longest = later(startedAt, maxShareLength);
    const until = instant(Math.min(incoming.until ?? longest, longest));
    const known = live.get(share);
    live.set(share, { until, point });
    // A share can be made longer while it goes on.
    if (known?.until !== until) await putRemoval(place, message, until, { person, share });
  }

  return {
    ofRemoval: ({ refs, of, others }) => {
      if (!of || of.at !== undefined) return { refs, ...(others && { others }) };
      const known = live.get(of.share);
      if (known === undefined) return { refs, others: "live share" };
      return { refs: known.point === undefined ? refs : [...refs, known.point], others: true };
    },

    async plan(incoming) {
      if (incoming.kind !== "command" && incoming.kind !== "position") return;
      const { place } = incoming.from;
      if (!place || (await settings.of(place.room, "tidy")) !== "on") return;
      await (incoming.kind === "command" ? planCommand(incoming, place) : planPosition(incoming, place));
    },
  };
}

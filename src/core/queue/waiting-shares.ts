import type { Instant } from "../../lib/time.ts";
import type { Withdrawn } from "../model/effects.ts";
import type { ShareId } from "../model/ids.ts";
import { type Incoming, shareOfCommand } from "../model/incoming.ts";
import type { Queue } from "./queue.ts";

/** What waits to be worked on and would begin a share, though its sender has said since that nothing is to be shared: items and their shares. */
export function waitingShares(queue: Pick<Queue, "items">, taken: Withdrawn): { id: string; share: ShareId }[] {
  return queue.items().flatMap((item) => {
    const begun = item.kind === "incoming" ? shareOf(item.incoming, taken) : undefined;
    return begun === undefined || begun.at > taken.saidAt ? [] : [{ id: item.id, share: begun.share }];
  });
}

/** The share that it would begin, and from when, by the network's time. Undefined when it begins no share of this person. */
function shareOf(incoming: Incoming, { person, rooms }: Withdrawn): { share: ShareId; at: Instant } | undefined {
  const isShare = incoming.kind === "position" || (incoming.kind === "command" && incoming.shares === true);
  if (!isShare || incoming.from.person !== person) return undefined;
  const { place } = incoming.from;
  if (rooms !== undefined && !(place && rooms.includes(place.room))) return undefined;
  return incoming.kind === "position"
    ? { share: incoming.share, at: incoming.startedAt }
    : { share: shareOfCommand(incoming), at: incoming.sentAt };
}

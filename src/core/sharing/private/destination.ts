import { type Instant, later } from "../../../lib/time.ts";
import type { CircleId } from "../../model/ids.ts";
import type { PositionIncoming } from "../../model/incoming.ts";
import { sharingChoices } from "../../model/request.ts";
import type { Request } from "../../storage/records/record-keys.ts";
import type { Report } from "../share-plan.ts";

/** Where a share goes, and how much of it; or that its sharer is asked. */
export type Destination = { circle: CircleId; once?: true; cap?: Instant } | { circle: null; question: string };

/** Only the share that comes after the choice goes where it says: what was sent before was sent for something else. */
export function answered(
  { circle, choice }: Request,
  { startedAt }: PositionIncoming,
): Exclude<Destination, { circle: null }> | undefined {
  if (!choice || startedAt < choice.at) return undefined;
  const longest = sharingChoices[choice.how];
  return longest === undefined ? { circle, once: true } : { circle, cap: later(startedAt, longest) };
}

/** As much of a share as its sharer chose. */
export function limited(
  incoming: PositionIncoming,
  { once, cap }: { once?: true; cap?: Instant },
): Report & PositionIncoming {
  const report = cap === undefined ? incoming : { ...incoming, cap };
  return once ? { ...report, live: false } : report;
}

import { type Clock, type Instant, later } from "../../lib/time.ts";
import { forOnePerson } from "../model/effects.ts";
import type { CircleId, PersonId, ShareId } from "../model/ids.ts";
import { maxShareLength, quietAfter, quietWordKept } from "../model/limits.ts";
import type { Queue } from "../queue/queue.ts";
import { recordKeys } from "../storage/records/record-keys.ts";
import type { SealedRecords } from "../storage/records/sealed-records.ts";
import { text } from "../text/texts.ts";
import type { Kept, Shown } from "./share-plan.ts";

/** Live shares of which nothing new is heard. Their sharers are told, once a share, and nobody else is: a phone that lies still may send nothing. */
export interface QuietShares {
  /** takes up what a member shares with a circle now */
  note(circle: CircleId, person: PersonId, kept: Kept<Shown>): void;
  /** tells the sharers who are to be told by now, in private and only where that chat is open */
  tell(now: Instant): Promise<void>;
  clear(): void;
}

type Heard = { share: ShareId; at: Instant; position?: Instant; isTold: boolean };

/**
 * In memory alone: while the program is off it hears nothing, so the time begins anew with each start. That somebody was told is kept.
 */
export function createQuietShares(
  records: Pick<SealedRecords, "get" | "set">,
  queue: Pick<Queue, "put">,
  clock: Clock,
): QuietShares {
  const members = new Map<string, { person: PersonId; heard: readonly Heard[] }>();

  async function tellOnce(person: PersonId, share: ShareId, now: Instant): Promise<void> {
    const id = `quiet/${share}`;
    const note = recordKeys.handled(id);
    if ((await records.get(note)) === true) return;
    const message = forOnePerson({ lines: [text("no-new-position", { age: quietAfter })], onlyIfOpen: true });
    const item = {
      kind: "message",
      id,
      to: { person },
      message,
      due: now,
      droppedAt: later(now, quietWordKept),
    } as const;
    await queue.put(item, () => records.set(note, true, later(now, maxShareLength)));
  }

  return {
    clear: () => members.clear(),

    note(circle, person, { shares, position }) {
      const before = members.get(`${circle}/${person}`)?.heard ?? [];
      const heard = shares.flatMap(({ id, live }): Heard[] => {
        if (!live) return [];
        const known = before.find(({ share }) => share === id);
        const at = position?.share === id ? position.at : known?.position;
        if (known && known.position === at) return [known];
        const isTold = known?.isTold ?? false;
        return [{ share: id, at: clock(), isTold, ...(at !== undefined && { position: at }) }];
      });
      if (heard.length === 0) members.delete(`${circle}/${person}`);
      else members.set(`${circle}/${person}`, { person, heard });
    },

    async tell(now) {
      for (const { person, heard } of members.values())
        for (const one of heard) {
          if (one.isTold || later(one.at, quietAfter) > now) continue;
          await tellOnce(person, one.share, now);
          one.isTold = true;
        }
    },
  };
}

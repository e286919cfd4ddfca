import { type Clock, later } from "../../../lib/time.ts";
import type { CircleId, PersonId } from "../../model/ids.ts";
import { handledKept } from "../../model/limits.ts";
import type { Circles } from "../../rooms/circles.ts";
import type { Ending } from "../../storage/records/link-keys.ts";
import { recordKeys } from "../../storage/records/record-keys.ts";
import type { SealedRecords } from "../../storage/records/sealed-records.ts";
import type { Shares } from "../shares.ts";

/** Who has to hear of something that ends by another's hand. Once it is done nobody knows them any more, and what does it may be cut off, and told again. */
export interface Endings {
  /**
   * Before anything of it is done.
   * @param cause what ends it: told again, it is the same
   * @param circle whose links end, or whose shares; absent where it is gone already
   * @param ends all of it, its links, or the share of one person
   * @returns the same each time until it is told; undefined when nobody has to hear of it
   */
  begin(cause: string, circle: CircleId | undefined, ends: Ends): Promise<Ending | undefined>;
  /** everybody was told: it is forgotten */
  told(cause: string): Promise<void>;
}

type Ends = "all" | "links" | { shareOf: PersonId };

type Parts = {
  records: SealedRecords;
  circles: Pick<Circles, "linksOf">;
  shares: Pick<Shares, "sharers">;
  clock: Clock;
};

export function createEndings({ records, circles, shares, clock }: Parts): Endings {
  return {
    async begin(cause, circle, ends) {
      const begun = await records.get(recordKeys.ending(cause));
      if (begun !== undefined || circle === undefined) return begun;
      const all = ends === "links" ? [] : await shares.sharers(circle);
      const sharers = all.filter((person) => typeof ends === "string" || person === ends.shareOf);
      const links = typeof ends === "string" ? await circles.linksOf(circle) : [];
      const others = links.map((link) => link.circle);
      if (sharers.length + others.length === 0) return undefined;
      const ending: Ending = { circle, sharers, others };
      await records.set(recordKeys.ending(cause), ending, later(clock(), handledKept));
      return ending;
    },
    told: (cause) => records.delete(recordKeys.ending(cause)),
  };
}

import type { Clock, Instant } from "../../lib/time.ts";
import { type Precision, precisions } from "../geo/precision.ts";
import type { CircleId, PersonId } from "../model/ids.ts";
import { maxLooksKept } from "../model/limits.ts";
import type { Circles } from "../rooms/circles.ts";
import type { ShownBy, StoredLook } from "../storage/records/look-keys.ts";
import { recordKeys } from "../storage/records/record-keys.ts";
import type { SealedRecords } from "../storage/records/sealed-records.ts";
import type { AnswerNotes } from "./answer-notes.ts";
import { type KeptLooks, lastOf } from "./kept-looks.ts";
import { endedBy, type Shortenings } from "./shortenings.ts";
import { isStanding, timesOf } from "./shown-by.ts";

/** An answer that showed somebody, as it is told to them. */
export type Look = StoredLook & { precision: Precision };

type Parts = {
  records: Pick<SealedRecords, "getMany">;
  kept: Pick<KeptLooks, "of">;
  notes: Pick<AnswerNotes, "read">;
  circles: Pick<Circles, "rooms">;
  shortenings: Pick<Shortenings, "of">;
  clock: Clock;
};

/** Reads which answers showed a person, the latest first. */
export function createReadLooks({ records, kept, notes, circles, shortenings, clock }: Parts) {
  const isKept = ({ until }: { until: Instant }) => until > clock();

  /** Without what is kept no longer: the circle is gone, or its expiry was shortened since. What a board shows now is seen now. */
  async function keptNow(
    entries: readonly ShownBy[],
    looks: ReadonlyMap<string, StoredLook | undefined>,
  ): Promise<ShownBy[]> {
    const inCircles = [...new Set(entries.map(({ circle }) => circle))];
    const known = await Promise.all(
      inCircles.map(async (circle) => {
        const [rooms, shortened] = await Promise.all([circles.rooms(circle), shortenings.of(circle)]);
        return [circle, rooms.length > 0 ? shortened : undefined] as const;
      }),
    );
    const shortened = new Map(known);
    return entries
      .flatMap((entry) => {
        const since = shortened.get(entry.circle);
        if (!since) return [];
        return [isStanding(entry, looks.get(entry.answer)) ? entry : endedBy(entry, since)];
      })
      .filter(isKept);
  }

  return async (person: PersonId, circle?: CircleId): Promise<readonly Look[]> => {
    const { shown, keys } = await kept.of(person);
    const isAskedFor = (one: { circle: CircleId }) => circle === undefined || one.circle === circle;
    const inAnswers = await notes.read(keys.filter(isAskedFor));
    const entries = [...shown.filter(isAskedFor), ...inAnswers];
    const answers = [...new Set(entries.map(({ answer }) => answer))];
    const found = await records.getMany(answers.map((answer) => recordKeys.look(answer)));
    const looks = new Map(answers.map((answer, index) => [answer, found[index]]));
    // In private an answer may show what is shared with several circles.
    const keptOf = [...Map.groupBy(await keptNow(entries, looks), ({ answer }) => answer)];
    const told = keptOf.flatMap(([answer, shown]): Look[] => {
      const look = looks.get(answer);
      const [finest] = shown.toSorted((one, other) => precisions[one.precision] - precisions[other.precision]);
      return look && finest
        ? [{ ...look, ...timesOf(look, shown), precision: finest.precision, until: lastOf(shown) }]
        : [];
    });
    return told.toSorted((one, other) => other.at - one.at).slice(0, maxLooksKept);
  };
}

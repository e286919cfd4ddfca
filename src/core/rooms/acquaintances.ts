import type { Clock, Instant } from "../../lib/time.ts";
import { mostCareful, type Precision, precisions } from "../geo/precision.ts";
import type { CircleId, PersonId, RandomId } from "../model/ids.ts";
import { maxCirclesPerPerson, maxPeoplePerCircle } from "../model/limits.ts";
import type { Continuity } from "../model/ports.ts";
import type { AnswerExpiry } from "../queue/answer-expiry.ts";
import { markOf } from "../storage/records/name-mark.ts";
import { type Acquaintance, recordKeys } from "../storage/records/record-keys.ts";
import type { SealedRecords } from "../storage/records/sealed-records.ts";
import type { JoinedAccounts } from "./circle-parts/joined-accounts.ts";
import type { Links } from "./circle-parts/links.ts";
import { createSeenPeople } from "./circle-parts/seen-people.ts";

/** What is known of somebody in a circle, as far as others are shown it. */
export type MemberAsKnown = Pick<Acquaintance, "precision"> & Partial<Pick<Acquaintance, "since" | "firstName">>;

export interface Acquaintances {
  /** the circles that the person was seen in, in the order in which that happened */
  acquaintances(person: PersonId): Promise<readonly Acquaintance[]>;
  /** how exactly the person wants to be shown there */
  precision(circle: CircleId, person: PersonId): Promise<Precision>;
  /** whether others there may have the person asked where they are; nobody is who is not known there */
  isAskable(circle: CircleId, person: PersonId): Promise<boolean>;
  /**
   * The person was seen in the circle; what is not given stays as it was, and so does the first name.
   * @returns what is known now; when the person is known in as many circles as can be, the new one is not noted, and nothing may be shared with it
   */
  meet(
    person: PersonId,
    circle: CircleId,
    seen?: { named?: true; precision?: Precision; askable?: boolean; name?: string },
  ): Promise<Acquaintance & { isNoted: boolean }>;
  /** the first name of theirs that is heard there is kept, as a mark; nothing of somebody who is not known there */
  heard(person: PersonId, circle: CircleId, name: string): Promise<void>;
  /** how exactly each of them wants to be shown there, and since when they are known by what name, in the order of `people` */
  membersAsKnown(circle: CircleId, people: readonly PersonId[]): Promise<MemberAsKnown[]>;
  /** what the person chose for one circle holds for the other from now on; of two precisions, the coarser */
  follow(person: PersonId, from: CircleId, to: CircleId): Promise<void>;
  part(person: PersonId, circle: CircleId): Promise<void>;
  /** who was seen in the circle, whether they share or not */
  people(circle: CircleId): Promise<readonly PersonId[]>;
  /** everybody who was seen in the circle parts with it */
  partAll(circle: CircleId): Promise<void>;
  forget(person: PersonId): Promise<void>;
}

export type AcquaintanceParts = {
  records: SealedRecords;
  clock: Clock;
  answerExpiry: Pick<AnswerExpiry, "coarsen">;
  continuity: Pick<Continuity, "lostAt" | "open">;
  newId: RandomId;
};

/** What of a circle was lost, as createCircles knows it. */
type Distrust = {
  isDistrusted: (circle: CircleId) => Promise<boolean>;
  distrust: (circle: CircleId) => Promise<void>;
};

type Linked = Pick<Links, "linksOf"> & Pick<JoinedAccounts, "twins">;

/** Who was seen in which circle, by what name first, and what each chose there. */
export function createAcquaintances(
  { records, clock, answerExpiry, continuity, newId }: AcquaintanceParts,
  { isDistrusted, distrust, linksOf, twins }: Distrust & Linked,
): Acquaintances {
  const { of: chosenBy, change: changeAcquaintances, people } = createSeenPeople(records);

  /** What was chosen since the loss is certain. */
  async function certain(known: Acquaintance): Promise<Acquaintance> {
    if (!(await isDistrusted(known.circle))) return known;
    const isCertain = (at: Instant | undefined) => at !== undefined && at > (continuity.lostAt() ?? 0);
    const precision = isCertain(known.chosenAt) ? known.precision : mostCareful;
    const named = known.named && isCertain(known.namedAt);
    return { ...known, precision, named, askable: isCertain(known.askableAt) && known.askable === true };
  }

  /** What was chosen with the other account of each of these people, where there is one. */
  async function chosenByTwins(people: readonly PersonId[]): Promise<(person: PersonId) => readonly Acquaintance[]> {
    const joined = await twins();
    const others = people.flatMap((person) => joined.get(person) ?? []);
    if (others.length === 0) return () => [];
    const chosen = await records.getMany(others.map((other) => recordKeys.acquaintances(other)));
    const byTwin = new Map(others.map((other, index) => [other, chosen[index] ?? []]));
    return (person) => byTwin.get(joined.get(person) ?? person) ?? [];
  }

  /**
   * Of what somebody chose for circles that see each other, the coarsest holds.
   * @param known what the person chose, for any circles; `byTwin`: with their other account
   */
  async function precisionIn(
    known: readonly Acquaintance[],
    circle: CircleId,
    byTwin: readonly Acquaintance[],
  ): Promise<Precision> {
    const links = known.length + byTwin.length > 0 ? await linksOf(circle) : [];
    const isIn = (one: Acquaintance) => one.circle === circle || links.some((link) => link.circle === one.circle);
    const chosen = [...known, ...byTwin].filter(isIn);
    const isUnknown = !known.some((one) => one.circle === circle);
    const own = isUnknown && (await isDistrusted(circle)) ? mostCareful : "exact";
    const all = await Promise.all(chosen.map(async (one) => (await certain(one)).precision));
    return all.reduce((one, other) => (precisions[other] > precisions[one] ? other : one), own);
  }

  const asItHolds = async (
    known: readonly Acquaintance[],
    one: Acquaintance,
    byTwin: readonly Acquaintance[],
  ): Promise<Acquaintance> => ({
    ...(await certain(one)),
    precision: await precisionIn(known, one.circle, byTwin),
  });

  const byTwinOf = async (person: PersonId) => (await chosenByTwins([person]))(person);

  async function acquaintances(person: PersonId): Promise<readonly Acquaintance[]> {
    const [known, byTwin] = await Promise.all([chosenBy(person), byTwinOf(person)]);
    return Promise.all(known.map((one) => asItHolds(known, one, byTwin)));
  }

  const precision = async (circle: CircleId, person: PersonId) =>
    precisionIn(await chosenBy(person), circle, await byTwinOf(person));

  async function isAskable(circle: CircleId, person: PersonId): Promise<boolean> {
    const known = (await acquaintances(person)).find((acquaintance) => acquaintance.circle === circle);
    return known !== undefined && known.askable !== false;
  }

  const part = (person: PersonId, circle: CircleId) =>
    changeAcquaintances(person, (old) =>
      old.some((other) => other.circle === circle) ? old.filter((other) => other.circle !== circle) : old,
    );

  return {
    acquaintances,
    precision,
    isAskable,

    heard: (person, circle, name) =>
      changeAcquaintances(person, (old) =>
        old.some((one) => one.circle === circle && one.firstName === undefined)
          ? old.map((one) => (one.circle === circle ? { ...one, firstName: markOf(newId(), person, name) } : one))
          : old,
      ),

    async membersAsKnown(circle, people) {
      const [known, byTwin] = await Promise.all([
        records.getMany(people.map((person) => recordKeys.acquaintances(person))),
        chosenByTwins(people),
      ]);
      return Promise.all(
        people.map(async (person, index) => {
          const list = known[index] ?? [];
          const one = list.find((other) => other.circle === circle);
          return { ...one, precision: await precisionIn(list, circle, byTwin(person)) };
        }),
      );
    },

    async meet(person, circle, { name, ...chosen } = {}) {
      const at = clock();
      const first = { since: at, ...(name !== undefined && { firstName: markOf(newId(), person, name) }) };
      const said = {
        ...chosen,
        ...(chosen.named && { namedAt: at }),
        ...(chosen.precision !== undefined && { chosenAt: at }),
        ...(chosen.askable !== undefined && { askableAt: at }),
      };
      let now: Acquaintance = { circle, named: false, precision: mostCareful, ...first, ...said };
      let isNoted = true;
      let others: readonly Acquaintance[] = [];
      let byTwin: readonly Acquaintance[] = [];
      await changeAcquaintances(person, async (old) => {
        byTwin = await byTwinOf(person);
        others = old.filter((other) => other.circle !== circle);
        const known = old.find((other) => other.circle === circle);
        now = {
          circle,
          named: false,
          precision: await precisionIn(others, circle, byTwin),
          ...first,
          ...known,
          ...said,
        };
        const isSame = known?.named === now.named && known.precision === now.precision && known.askable === now.askable;
        const isNamed = known?.firstName === now.firstName;
        // What was chosen before a loss is not certain, and is now.
        const isNothingNew = Object.keys(chosen).length === 0 || (isSame && continuity.lostAt() === undefined);
        if (known && isNamed && isNothingNew) return old;
        if (known) return old.map((other) => (other === known ? now : other));
        isNoted = old.length < maxCirclesPerPerson && (await people(circle)).length < maxPeoplePerCircle;
        return isNoted ? [...old, now] : old;
      });
      if (chosen.precision !== undefined) await answerExpiry.coarsen(circle, person, chosen.precision);
      return { ...(await asItHolds([...others, now], now, byTwin)), isNoted };
    },

    async follow(person, from, to) {
      if (await isDistrusted(from)) await distrust(to);
      await changeAcquaintances(person, (old) => {
        const chosen = old.filter(({ circle }) => circle === from || circle === to);
        const coarsest = chosen.toSorted((a, b) => precisions[b.precision] - precisions[a.precision])[0];
        if (!coarsest || chosen.every(({ circle }) => circle === to)) return old;
        const named = chosen.some((acquaintance) => acquaintance.named);
        const { since, firstName } = chosen.toSorted((a, b) => a.since - b.since)[0] ?? coarsest;
        const unaskable = chosen.find(({ askable }) => askable === false);
        const { askable, askableAt } = unaskable ?? coarsest;
        const first = {
          since,
          ...(firstName !== undefined && { firstName }),
          ...(askable !== undefined && { askable }),
          ...(askableAt !== undefined && { askableAt }),
        };
        return [...old.filter((other) => !chosen.includes(other)), { ...coarsest, ...first, circle: to, named }];
      });
      await answerExpiry.coarsen(to, person, await precision(to, person));
    },

    part,
    people,
    async partAll(circle) {
      for (const person of await people(circle)) await part(person, circle);
    },

    forget: (person) => changeAcquaintances(person, () => []),
  };
}

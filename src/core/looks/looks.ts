import { createKeyedLock } from "../../lib/async/keyed-lock.ts";
import { type Clock, type Duration, type Instant, instant, later } from "../../lib/time.ts";
import { type Audience, isRoom } from "../model/audience.ts";
import { theRoomItself } from "../model/effects.ts";
import type { CircleId, PersonId } from "../model/ids.ts";
import { maxLooksKept } from "../model/limits.ts";
import type { Shown } from "../model/message.ts";
import type { Seal } from "../model/ports.ts";
import type { Circles } from "../rooms/circles.ts";
import type { Members, Networks } from "../rooms/membership.ts";
import type { Named } from "../rooms/names.ts";
import { lookedAt, looksBeingMoved, type ShownBy, type StoredLook } from "../storage/records/look-keys.ts";
import { recordKeys } from "../storage/records/record-keys.ts";
import type { SealedRecords } from "../storage/records/sealed-records.ts";
import { createCountPeople } from "./count-people.ts";
import { createReadLooks, type Look, lastOf } from "./read-looks.ts";
import { createShortenings, endedBy } from "./shortenings.ts";
import { boardKept, isNoted, withAnswer, withEnd, withoutAnswer, withoutName } from "./shown-by.ts";

/** An answer that shows people. */
export type Answered = {
  id: string;
  /** absent for admins who speak as the room */
  asker?: PersonId | undefined;
  /** what the asker was called, where that may be long ago */
  name?: Named;
  to: Audience;
  shows: readonly Shown[];
  /** a board that shows them: by itself, or because it answers who asked. It may be noted again, with others */
  board?: "by itself" | "asked";
};

/**
 * Who looked at whom. What is kept of an answer is kept once, under its own id; who was shown has a list of such ids. So the end of an answer is
 * one writing, and what others saw of a person dies with a key of that person's.
 */
export interface Looks {
  /**
   * An answer is about to be delivered. Durable before it is: whatever fails after this, no answer stands that is not told of.
   * @returns `isFirst`: whether this is the first try; before an earlier one whose outcome is not known, it may have been delivered already.
   *   `added`: those of whom it was not noted before that it shows them
   */
  note(answer: Answered): Promise<{ isFirst: boolean; added: readonly Shown[] }>;
  /** it was certainly not delivered */
  undo(answer: Answered): Promise<void>;
  /**
   * A board shows these people no more, and goes on, or is about to be deleted: what it showed is known for one expiry from now. What was destroyed
   * meanwhile does not come back.
   */
  ends(board: string, how: "goes on" | "is deleted", shows: readonly Shown[]): Promise<void>;
  /** nobody can read it any more */
  end(answer: string): Promise<void>;
  /** the answers that showed the person, the latest first; @param circle those that showed what they share with it; without it, all */
  of(person: PersonId, circle?: CircleId): Promise<readonly Look[]>;
  /** destroys what others saw of the person, and takes their name from what they saw */
  forget(person: PersonId): Promise<void>;
  /** what was seen in the circle up to now is kept no longer than this, also when its expiry is lengthened again */
  shorten(circle: CircleId, expiry: Duration): Promise<void>;
  /** destroys what was seen in a circle, of these people */
  wipe(circle: CircleId, people: readonly PersonId[]): Promise<void>;
  /** finishes a wipe that the end of the program cut off; to be called before anything else */
  resume(): Promise<void>;
  /** what was seen in one circle was seen in the other, of these people */
  follow(from: CircleId, to: CircleId, people: readonly PersonId[]): Promise<void>;
}

type Parts = {
  records: SealedRecords;
  seal: Pick<Seal, "destroyMember">;
  circles: Pick<Circles, "expiry" | "rooms">;
  members: Pick<Members, "lastNamed">;
  networks: Networks;
  clock: Clock;
};

/** Those who are shown to somebody else than themselves. Nobody looks at themselves, unless others can read it too. */
export const shownToOthers = ({ asker, to, shows }: Answered): readonly Shown[] =>
  isRoom(to) ? shows : shows.filter(({ person }) => person !== asker);

export function createLooks({ records, seal, circles, members, networks, clock }: Parts): Looks {
  const countPeople = createCountPeople(networks, clock);
  const lock = createKeyedLock();
  const isKept = ({ until }: { until: Instant }) => until > clock();

  async function save(person: PersonId, looks: readonly ShownBy[]): Promise<void> {
    const key = recordKeys.looksAt(person);
    if (looks.length === 0) await records.delete(key);
    else await records.set(key, looks, lastOf(looks));
  }

  const change = (person: PersonId, work: (old: readonly ShownBy[]) => readonly ShownBy[]): Promise<void> =>
    lock(`at ${person}`, async () => {
      const old = (await records.get(recordKeys.looksAt(person))) ?? [];
      const now = work(old).filter(isKept).slice(-maxLooksKept);
      if (old.length > 0 || now.length > 0) await save(person, now);
    });

  /** Leaves what `stays`, under a new key: no copy of the list before opens. One person at a time, for what is moved stands in one place. */
  const changeAnew = (person: PersonId, stays: (one: ShownBy) => boolean): Promise<void> =>
    lock(`at ${person}`, async () => {
      const old = (await records.get(recordKeys.looksAt(person))) ?? [];
      if (old.length === 0) return;
      const looks = old.filter((one) => isKept(one) && stays(one));
      if (looks.length > 0) await records.set(recordKeys.looksMoved(), { person, looks }, lastOf(looks));
      await seal.destroyMember(undefined, lookedAt(person));
      await save(person, looks);
      if (looks.length > 0) await records.delete(recordKeys.looksMoved());
    });

  async function noteAsker(asker: PersonId, answer: string, until: Instant): Promise<void> {
    await lock(`by ${asker}`, async () => {
      const key = recordKeys.looksBy(asker);
      const old = ((await records.get(key)) ?? []).filter((one) => isKept(one) && one.answer !== answer);
      const now = [...old, { answer, until }];
      await records.set(key, now, lastOf(now));
    });
  }

  const noteAnswer = (answer: string, look: StoredLook): Promise<boolean> =>
    lock(answer, async () => {
      const key = recordKeys.look(answer);
      const before = await records.get(key);
      // Who asked may have said /forget since.
      const kept = before && look.board ? { ...withoutName(look), ...before, until: look.until } : look;
      await records.set(key, kept, look.until);
      return before === undefined;
    });

  const changeLook = (answer: string, work: (old: StoredLook) => StoredLook): Promise<void> =>
    lock(answer, async () => {
      const old = await records.get(recordKeys.look(answer));
      const changed = old && work(old);
      if (changed) await records.set(recordKeys.look(answer), changed, changed.until);
    });

  const shortenings = createShortenings(records, clock);

  return {
    async note(answer) {
      const shown = shownToOthers(answer);
      if (shown.length === 0) return { isFirst: true, added: [] };
      const { id, asker, name, to, board } = answer;
      const people = isRoom(to) ? await countPeople(to.room) : undefined;
      const at = clock();
      const inCircles = [...new Set(shown.map(({ circle }) => circle))];
      const shortened = new Map(
        await Promise.all(inCircles.map(async (circle) => [circle, (await shortenings.of(circle)).at(-1)] as const)),
      );
      const entries = await Promise.all(
        shown.map(async (one) => {
          const { circle, person, precision, known } = one;
          const until = later(at, (known ?? (await circles.expiry(circle))) * (board === "by itself" ? boardKept : 1));
          const after = shortened.get(circle)?.at;
          const entry = { answer: id, circle, precision, at, until, ...(after !== undefined && { after }) };
          return { person, entry, shown: one };
        }),
      );
      const until = lastOf(entries.map(({ entry }) => entry));
      const named = name ?? (asker && members.lastNamed(asker));
      const told = { ...(named && { name: named }), ...(people !== undefined && { people }) };
      const by: Pick<StoredLook, "asker"> = board === "by itself" ? {} : { asker: asker ?? theRoomItself };
      const look: StoredLook = { ...by, at, to, until, ...told, ...(board && { board }) };
      const added: Shown[] = [];
      const [isFirst] = await Promise.all([
        noteAnswer(id, look),
        asker && noteAsker(asker, id, until),
        ...[...Map.groupBy(entries, ({ person }) => person)].map(([person, theirs]) =>
          change(person, (old) => {
            added.push(...theirs.filter(({ entry }) => !isNoted(old, entry)).map((one) => one.shown));
            return withAnswer(
              old,
              theirs.map(({ entry }) => entry),
              board !== undefined,
            );
          }),
        ),
      ]);
      return { isFirst, added };
    },

    async undo(answer) {
      const shown = shownToOthers(answer);
      if (shown.length === 0) return;
      await Promise.all(
        [...Map.groupBy(shown, ({ person }) => person)].map(([person, theirs]) =>
          change(person, (old) => withoutAnswer(old, answer.id, answer.board && theirs)),
        ),
      );
      if (answer.board === undefined) await lock(answer.id, () => records.delete(recordKeys.look(answer.id)));
    },

    async ends(board, how, shows) {
      if ((await records.get(recordKeys.look(board)))?.endedAt !== undefined) return;
      const now = clock();
      for (const [circle, theirs] of Map.groupBy(shows, (shown) => shown.circle)) {
        const until = later(now, await circles.expiry(circle));
        await changeLook(board, (old) => ({ ...old, until: instant(Math.max(old.until, until)) }));
        // Until now it was seen, so what shortened the expiry before now shortens nothing of it.
        const after = (await shortenings.of(circle)).at(-1)?.at;
        const told = { ...(after !== undefined && { after }), ...(how === "goes on" && { endedAt: now }) };
        const end = { circle, at: now, until, ...told };
        for (const person of new Set(theirs.map((shown) => shown.person)))
          await change(person, (old) => withEnd(old, board, end));
      }
    },

    end: (answer) => changeLook(answer, (old) => (old.endedAt === undefined ? { ...old, endedAt: clock() } : old)),

    of: createReadLooks({ records, circles, shortenings, clock }),

    async forget(person) {
      await lock(`at ${person}`, async () => {
        await seal.destroyMember(undefined, lookedAt(person));
        await records.delete(recordKeys.looksAt(person));
      });
      const by = (await records.get(recordKeys.looksBy(person))) ?? [];
      for (const { answer } of by) await changeLook(answer, withoutName);
      await lock(`by ${person}`, () => records.delete(recordKeys.looksBy(person)));
    },

    shorten: (circle, expiry) => shortenings.note(circle, expiry),

    wipe: (circle, people) =>
      lock("wipe", async () => {
        for (const person of people) await changeAnew(person, (one) => one.circle !== circle);
        if (people.length > 0) await seal.destroyMember(undefined, looksBeingMoved);
      }),

    async resume() {
      const moved = await records.get(recordKeys.looksMoved());
      if (moved === undefined) return;
      await save(moved.person, moved.looks.filter(isKept));
      await records.delete(recordKeys.looksMoved());
      await seal.destroyMember(undefined, looksBeingMoved);
    },

    async follow(from, to, people) {
      const shortened = await shortenings.of(from);
      const after = (await shortenings.of(to)).at(-1)?.at;
      const moved = (one: ShownBy): ShownBy => {
        if (one.circle !== from) return one;
        const { after: _, ...rest } = endedBy(one, shortened);
        return { ...rest, circle: to, ...(after !== undefined && { after }) };
      };
      for (const person of people) await change(person, (old) => old.map(moved));
    },
  };
}

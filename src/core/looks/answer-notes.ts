import { createKeyedLock } from "../../lib/async/keyed-lock.ts";
import { type Clock, type Instant, instant, minute } from "../../lib/time.ts";
import type { CircleId, PersonId } from "../model/ids.ts";
import { maxLooksKept } from "../model/limits.ts";
import {
  type NoteKey,
  newNoteKey,
  openAnswerNote,
  type ShownBy,
  sealAnswerNote,
} from "../storage/records/look-keys.ts";
import { recordKeys } from "../storage/records/record-keys.ts";
import type { SealedRecords } from "../storage/records/sealed-records.ts";
import { type KeptLooks, lastOf } from "./kept-looks.ts";

/** What answers note of those whom they show. */
export interface AnswerNotes {
  /** Makes the keys that are missing, and keeps them. @returns the notes that an answer is to be kept with */
  seal(entries: readonly { person: PersonId; entry: ShownBy }[]): Promise<string[]>;
  /** notes that an answer showed what is shared with a circle: there it is found */
  list(circle: CircleId, answer: string, at: Instant, until: Instant): Promise<void>;
  /** the answers that have a note of these keys, the latest of very many */
  read(keys: readonly NoteKey[]): Promise<ShownBy[]>;
}

type Parts = {
  records: Pick<SealedRecords, "get" | "getMany" | "set">;
  kept: Pick<KeptLooks, "of" | "change">;
  clock: Clock;
};

/** The answers of so much time are listed together: the list is written anew for each. */
const listedTogether = 5 * minute;
/** How many lists are read at once, the latest first. */
const readAtOnce = 100;
/** A key lasts longer than what is sealed with it by this part of that, so that not each answer has to make it last longer. */
const lastsLongerBy = 0.25;

const partOf = (at: Instant) => Math.floor(at / listedTogether);

export function createAnswerNotes({ records, kept, clock }: Parts): AnswerNotes {
  const lock = createKeyedLock();

  async function keyFor(person: PersonId, { circle, at, until }: ShownBy): Promise<string> {
    const isOf = (key: NoteKey) => key.circle === circle;
    const suits = (key: NoteKey) => isOf(key) && key.until >= until && key.kept >= until - at;
    const known = (await kept.of(person)).keys.find(suits);
    if (known !== undefined) return known.key;
    let key = newNoteKey();
    await kept.change(person, (old) => {
      const before = old.keys.find(isOf);
      key = before?.key ?? key;
      const longest = Math.max(before?.kept ?? 0, until - at);
      const last = Math.max(before?.until ?? 0, until + lastsLongerBy * longest);
      const now = { circle, key, since: before?.since ?? at, kept: longest, until: instant(Math.ceil(last)) };
      return { ...old, keys: [...old.keys.filter((one) => !isOf(one)), now] };
    });
    return key;
  }

  async function readOf(key: NoteKey): Promise<ShownBy[]> {
    const { circle } = key;
    const found = new Map<string, ShownBy>();
    const first = partOf(instant(Math.max(key.since, clock() - key.kept)));
    // The clock may have been corrected meanwhile.
    for (let last = partOf(clock()) + 1; last >= first && found.size < maxLooksKept; last -= readAtOnce) {
      const parts = Array.from({ length: Math.min(readAtOnce, last - first + 1) }, (_, index) => last - index);
      const lists = await records.getMany(parts.map((part) => recordKeys.looksIn(circle, String(part))));
      const answers = [...new Set(lists.flatMap((list = []) => list.map(({ answer }) => answer).toReversed()))];
      const looks = await records.getMany(answers.map((answer) => recordKeys.look(answer)));
      for (const [index, answer] of answers.entries()) {
        const look = looks[index];
        const note = look && openAnswerNote(key.key, answer, look);
        if (note) found.set(answer, { answer, circle, at: look.at, ...note });
      }
    }
    return [...found.values()].slice(0, maxLooksKept);
  }

  return {
    seal: (entries) =>
      Promise.all(entries.map(async ({ person, entry }) => sealAnswerNote(await keyFor(person, entry), entry))),

    list: (circle, answer, at, until) =>
      lock(circle, async () => {
        const key = recordKeys.looksIn(circle, String(partOf(at)));
        const others = ((await records.get(key)) ?? []).filter((one) => one.answer !== answer);
        const all = [...others, { answer, until }];
        await records.set(key, all, lastOf(all));
      }),

    async read(keys) {
      const found: ShownBy[] = [];
      for (const key of keys) found.push(...(await readOf(key)));
      return found;
    },
  };
}

import { createBoundedMap } from "../../lib/bounded/bounded-map.ts";
import { type Clock, type Duration, day, type Instant, instant, minute } from "../../lib/time.ts";
import { type Audience, isRoom } from "../model/audience.ts";
import type { PersonId, RoomId } from "../model/ids.ts";
import { recordKeys } from "../storage/records/record-keys.ts";
import type { SealedRecords } from "../storage/records/sealed-records.ts";
import { type Language, languageOf } from "../text/languages.ts";
import type { RoomSettings } from "./room-settings.ts";

export interface Languages {
  /** in which language something is said there: to one person in theirs, as far as it is known, to a room in that of the room */
  of(to: Audience): Promise<Language>;
  /** the one that the person chose, or else that of their app; undefined: neither is known */
  ofPerson(person: PersonId): Promise<Language | undefined>;
  ofRoom(room: RoomId): Promise<Language>;
  /** @param language undefined: that of their app, from now on */
  choose(person: PersonId, language: Language | undefined): Promise<void>;
  /** the network says which language the person's app speaks */
  heard(person: PersonId, language: Language): Promise<void>;
  forget(person: PersonId): Promise<void>;
}

type Parts = { records: SealedRecords; settings: Pick<RoomSettings, "of">; clock: Clock };
type Known = { chosen: Language | undefined; heard: Language | undefined; at: Instant };

/** For so long what was read is believed. */
const believedFor: Duration = minute;
const maxBelieved = 10_000;
/** What somebody's app speaks is kept for so long, and a day more at most, for all of a day share one end. */
const heardKept: Duration = 7 * day;

/** Which language who reads something speaks. */
export function createLanguages({ records, settings, clock }: Parts): Languages {
  const believed = createBoundedMap<Known>(maxBelieved);

  async function knownOf(person: PersonId): Promise<Known> {
    const before = believed.get(person);
    if (before && clock() - before.at < believedFor) return before;
    const [chosen, heard] = await records.getMany([
      recordKeys.languageChosen(person),
      recordKeys.languageHeard(person),
    ]);
    const known = { chosen: languageOf(chosen), heard: languageOf(heard), at: clock() };
    believed.set(person, known);
    return known;
  }

  async function ofPerson(person: PersonId) {
    const { chosen, heard } = await knownOf(person);
    return chosen ?? heard;
  }

  /** Whoever reads meanwhile may have read what was there before. */
  async function change(person: PersonId, work: () => Promise<void>) {
    await work();
    believed.delete(person);
  }

  const ofRoom: Languages["ofRoom"] = async (room) => languageOf(await settings.of(room, "language")) ?? "en";

  return {
    ofPerson,
    ofRoom,
    async of(to) {
      if (isRoom(to)) return ofRoom(to.room);
      return (await ofPerson(to.person)) ?? (to.within ? ofRoom(to.within.room) : "en");
    },
    choose: (person, language) =>
      change(person, () => {
        const key = recordKeys.languageChosen(person);
        return language === undefined ? records.delete(key) : records.set(key, language);
      }),
    async heard(person, language) {
      const key = recordKeys.languageHeard(person);
      const isStored = (await records.get(key)) === language;
      if (isStored) return;
      await change(person, () => records.set(key, language, instant(Math.ceil((clock() + heardKept) / day) * day)));
    },
    async forget(person) {
      const known = await knownOf(person);
      await records.delete(recordKeys.languageChosen(person), recordKeys.languageHeard(person));
      // In memory, for a minute: the word that all is forgotten is said in it.
      believed.set(person, { ...known, at: clock() });
    },
  };
}

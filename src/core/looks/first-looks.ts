import { type Clock, day, later } from "../../lib/time.ts";
import { isRoom } from "../model/audience.ts";
import { forOnePerson, theRoomItself } from "../model/effects.ts";
import { type Network, networkOf, type PersonId } from "../model/ids.ts";
import { maxShareLength } from "../model/limits.ts";
import type { Shown } from "../model/message.ts";
import type { Queue } from "../queue/queue.ts";
import type { Circles } from "../rooms/circles.ts";
import type { Members, Networks } from "../rooms/membership.ts";
import { cleanName, type Named } from "../rooms/names.ts";
import { alwaysKnownBy, networkBeside } from "../rooms/told-apart.ts";
import { recordKeys } from "../storage/records/record-keys.ts";
import type { SealedRecords } from "../storage/records/sealed-records.ts";
import { text } from "../text/texts.ts";
import type { Answered } from "./looks.ts";

/** A word to who wants to hear of it, when one person looks at a share for the first time. Off for everybody who has not asked for it. */
export interface FirstLooks {
  /** whether the person hears of each first look from now on */
  choose(person: PersonId, each: boolean): Promise<void>;
  isTold(person: PersonId): Promise<boolean>;
  /** An answer was delivered. @returns when who is to be told of it will be */
  tell(answer: Answered): Promise<void>;
}

type Parts = {
  records: Pick<SealedRecords, "get" | "getMany" | "set" | "delete">;
  queue: Pick<Queue, "put">;
  circles: Pick<Circles, "twinOf">;
  members: Pick<Members, "lastNamed">;
  networks: Networks;
  clock: Clock;
};

const unnamed: Named = { name: "", id: "" };

export function createFirstLooks({ records, queue, circles, members, networks, clock }: Parts): FirstLooks {
  async function roomName({ to }: Answered): Promise<string | undefined> {
    if (!isRoom(to)) return undefined;
    const name = await networks
      .get(networkOf(to.room))
      ?.roomName(to.room)
      .catch(() => undefined);
    return name === undefined ? undefined : cleanName(name);
  }

  function nameOf({ asker, name }: Answered, readOn: Network) {
    if (asker === undefined) return text("who-admin");
    const named = name ?? members.lastNamed(asker) ?? unnamed;
    // Somebody else may have the same name.
    const isKnownByMore = named.handle !== undefined || named.id !== "";
    if (!isKnownByMore)
      return text("person-told", { name: named.name, network: networkBeside({ person: asker }, [], readOn) });
    return alwaysKnownBy({ ...named, person: asker, isRenamed: false }, clock(), readOn);
  }

  async function tellOnce(answer: Answered, { person, share }: Shown): Promise<void> {
    const id = `first look/${share}/${answer.asker ?? theRoomItself}`;
    const note = recordKeys.handled(id);
    if ((await records.get(note)) === true) return;
    const now = clock();
    const lines = [text("who-word", { name: nameOf(answer, networkOf(person)), room: await roomName(answer) })];
    const message = forOnePerson({ lines, onlyIfOpen: true });
    const item = { kind: "message", id, to: { person }, message, due: now, droppedAt: later(now, day) } as const;
    await queue.put(item, () => records.set(note, true, later(now, maxShareLength)));
  }

  return {
    async choose(person, each) {
      if (each) await records.set(recordKeys.toldOfLooks(person), true);
      else await records.delete(recordKeys.toldOfLooks(person));
    },

    isTold: async (person) => (await records.get(recordKeys.toldOfLooks(person))) === true,

    async tell(answer) {
      const { asker } = answer;
      const twin = asker && (await circles.twinOf(asker));
      const shown = answer.shows.filter(({ person }) => person !== asker && person !== twin);
      const wants = await records.getMany(shown.map(({ person }) => recordKeys.toldOfLooks(person)));
      for (const [index, one] of shown.entries()) if (wants[index]) await tellOnce(answer, one);
    },
  };
}

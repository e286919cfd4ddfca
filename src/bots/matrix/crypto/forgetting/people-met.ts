import { at, countOf, fromJson, listOf, textOf, textsOf } from "../../../../lib/json-value.ts";
import { type Homeserver, v3 } from "../../http/homeserver.ts";
import { isGone } from "../../http/refusal.ts";
import { lookForPeopleEvery } from "../../limits.ts";
import type { SealedFile } from "../indexeddb/sealed-file.ts";
import type { Machine } from "../olm-machine.ts";
import type { EncryptedRooms } from "../rooms/encrypted-rooms.ts";
import { forgetPeople, type KeyStoreParts } from "./forget-people.ts";

export type PeopleMet = {
  /** Notes that somebody shares no room with the bot any more, or may not. */
  someoneLeft(): void;
  /**
   * Forgets those with whom no encrypted room is shared; once a day, and sooner after somebody left.
   * @returns how many rows of people and sessions were forgotten
   * @throws MatrixRequestError when it cannot be known who is in a room: then nobody is forgotten
   */
  forget(): Promise<number>;
};

const table = "people looked for";

/** Whom the key store knows. The library forgets nobody by itself, so its store would be a list of everybody whom the bot ever met. */
export function createPeopleMet(
  parts: KeyStoreParts & { ask: Homeserver; rooms: EncryptedRooms; now: () => number },
): PeopleMet {
  const { machine, file, ask, rooms, now } = parts;
  let lookedAt = readTime(file);
  let leavings = 0;
  const note = (time: number) => {
    file.write([{ kind: "put", table, key: '""', value: JSON.stringify(time) }]);
    lookedAt = time;
  };
  const isDue = () => Math.abs(now() - lookedAt) >= lookForPeopleEvery;

  async function look(): Promise<number> {
    const before = leavings;
    const forgotten = await withTracked(machine, async (tracked) => {
      const members = await peopleInEncryptedRooms(ask, rooms);
      return forgetPeople(parts, () => new Set([...members, ...tracked]), now());
    });
    // Whoever left meanwhile is looked for the next time.
    if (leavings === before) note(now());
    return forgotten;
  }

  return {
    someoneLeft() {
      leavings++;
      if (!isDue()) note(0);
    },
    forget: async () => (isDue() ? look() : 0),
  };
}

function readTime(file: SealedFile): number {
  for (const { value } of file.rows(table)) return countOf(fromJson(value)) ?? 0;
  return 0;
}

/** @param work gets who is tracked meanwhile */
async function withTracked<T>(machine: Machine, work: (tracked: ReadonlySet<string>) => Promise<T>): Promise<T> {
  const { seen, end } = machine.watchTracked();
  try {
    return await work(seen);
  } finally {
    end();
  }
}

/** Invited ones too: their devices are asked for before they come. */
async function peopleInEncryptedRooms(ask: Homeserver, rooms: EncryptedRooms): Promise<Set<string>> {
  const joined = textsOf(at(await ask("GET", v3`joined_rooms`), "joined_rooms"));
  const people = new Set<string>();
  for (const room of joined.filter((id) => rooms.has(id))) {
    const answer = await ask("GET", v3`rooms/${room}/members`, { query: { not_membership: "leave" } }).catch(
      (error: unknown) => {
        if (isGone(error)) return undefined;
        throw error;
      },
    );
    for (const event of listOf(at(answer, "chunk"))) {
      const user = textOf(at(event, "state_key"));
      if (user !== undefined && ["join", "invite"].includes(textOf(at(event, "content", "membership")) ?? ""))
        people.add(user);
    }
  }
  return people;
}

import type { PersonId, RoomId } from "../../../src/core/model/ids.ts";
import type { Message } from "../../../src/core/model/message.ts";
import { words } from "../world/words.ts";
import type { NetworkHarness } from "./harness.ts";

export type March = NetworkHarness & { march: RoomId; camp: RoomId; ana: PersonId; ben: PersonId; eve: PersonId };

/** Ana, an admin, and Ben are in the march; Ana is in the camp, with somebody else; Eve is in neither. */
export async function gather(harness: NetworkHarness): Promise<March> {
  const ana = await harness.person("ana");
  const ben = await harness.person("ben");
  const eve = await harness.person("eve");
  const dora = await harness.person("dora");
  const march = await harness.room("march", ana, ben);
  const camp = await harness.room("camp", ana, dora);
  return { ...harness, ana, ben, eve, march, camp };
}

/** Who can read the words of the bot, and where, over all places there are. */
export function readers({ shown, march, camp, ana, ben, eve }: March, said: string): string[] {
  const people = { everybody: undefined, ana, ben };
  return Object.entries({ march, camp, ana, ben, eve }).flatMap(([place, chat]) =>
    Object.entries(people)
      .filter(([, person]) => shown(chat, person).some((text) => text.includes(said)))
      .map(([who]) => `${who} in ${place}`),
  );
}
export const allIn = (room: string) => ["everybody", "ana", "ben"].map((who) => `${who} in ${room}`);

let keys = 0;
/** A key that nothing was sent under. */
export const newKey = () => `key-${++keys}`;
export const toRoom = (said: string): Message => ({ kind: "message", reader: "everybody", lines: [words(said)] });
export const toOne = (said: string): Message => ({ kind: "message", reader: "one person", lines: [words(said)] });

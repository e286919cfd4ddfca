import type { Random } from "../telegram/random.ts";
import { judge, leftStanding, misplaced } from "./judge.ts";
import { startSoak } from "./soak.ts";

type Sizes = { messages: number; kills: number; random: Random };

export type Outcome = {
  messages: number;
  kills: number;
  commands: number;
  /** what must not be, in words */
  violations: string[];
  /** answers that were sent again, and recognised as sent already */
  repeats: number;
  /** shares without the quiet sign that they were taken in: a kill can come before it */
  notAcknowledged: number;
  /** after each hundred messages */
  residentMb: number[];
  seconds: number;
  logged: ReadonlyMap<string, number>;
};

/**
 * Encrypted messages from matrix-nio to the real program, which is killed again and again while they come.
 * @param folder what the program keeps
 */
export async function runSoak(homeserver: string, folder: string, sizes: Sizes): Promise<Outcome> {
  const { messages, kills, random } = sizes;
  const soak = await startSoak(homeserver, folder, random);
  const { walks, record } = soak;
  const began = performance.now();
  const residentMb: number[] = [];
  try {
    const share = kills === 0 ? 100 : Math.ceil(messages / kills);
    for (let sent = 0; sent < messages; sent += share) {
      const sending = soak.burst(Math.min(share, messages - sent));
      if (kills > 0) {
        await soak.killSometime();
        await sending;
        soak.launch();
      } else {
        await sending;
        await soak.drain();
        residentMb.push(soak.residentMb());
      }
    }
    await soak.drain();
    const found = [...(await misplaced(walks, soak.drain, record)), ...(await leftStanding(walks, soak.drain, record))];
    residentMb.push(soak.residentMb());
    const { violations: broken, logged } = await soak.ended();
    const violations = judge(record, walks);
    return {
      messages,
      kills,
      commands: walks.asked.length,
      violations: [...broken, ...violations, ...found],
      repeats: record.repeats(),
      notAcknowledged: [...walks.shared].filter((event) => !record.acknowledged.has(event)).length,
      residentMb,
      seconds: Math.round((performance.now() - began) / 1000),
      logged,
    };
  } finally {
    await soak.close();
  }
}

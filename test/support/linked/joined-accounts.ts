import { expect } from "vitest";
import { second } from "../../../src/lib/time.ts";
import type { Options, Said } from "../world/world-options.ts";
import { twoRooms } from "./linked-rooms.ts";

/** An account: a person of the world, and a room that tells on which network they are. */
export type Account = readonly [who: string, room: string];

export const ben: Account = ["ben", "march"];
export const noor: Account = ["noor", "water"];
export const cleo: Account = ["cleo", "march"];

/** The march, on Telegram, and the water, on Matrix; ben there and noor here can be one person. */
export async function joinable(options: Options = {}) {
  const linked = await twoRooms(options);
  const { world } = linked;

  /** says it in private, and gives what the bot says to that, to who said it */
  const says = ([who, room]: Account, text: string, said: Said = {}) =>
    linked.in(room, async () => {
      const before = world.said(who).length;
      await world.says(who, undefined, text, said);
      return world.said(who).slice(before).join("\n");
    });

  const code = async (account: Account = ben) => {
    const [found = ""] = (await says(account, "/link")).match(/(?<=\/link )[\w-]{22}/g)?.slice(-1) ?? [];
    return found;
  };

  /** up to the last yes, which is not said */
  async function almost(one: Account = ben, other: Account = noor) {
    expect(await says(other, `/link ${await code(one)}`)).toContain("The code is right");
    expect(await says(one, "/link")).toContain("The other account is");
    expect(await says(one, "/link yes")).toContain("You have confirmed");
    expect(await says(other, "/link")).toContain("The other account is");
  }

  async function join(one: Account = ben, other: Account = noor) {
    await almost(one, other);
    const said = await says(other, "/link yes");
    world.skip(second);
    return said;
  }

  return { ...linked, inPrivate: says, accountCode: code, almost, join };
}

/** Ben in the march, Noor in the water, one person; the rooms are linked, and both share, Noor last. */
export async function onePerson(options: Options = {}) {
  const joined = await joinable(options);
  await joined.link();
  await joined.join();
  const phones = { ben: await joined.shares("ben", "march", [52.1, 13]) };
  joined.world.skip(second);
  return { ...joined, phones: { ...phones, noor: await joined.shares("noor", "water", [52.2, 13]) } };
}

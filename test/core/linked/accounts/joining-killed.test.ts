import { expect, test } from "vitest";
import { second } from "../../../../src/lib/time.ts";
import { ben, joinable, noor } from "../../../support/linked/joined-accounts.ts";
import { createDeadlyStore } from "../../../support/stores/deadly-store.ts";

type Joined = Awaited<ReturnType<typeof joinable>>;

/** Over what the program dies. The march and the water are linked; Ben and Noor are one person's, or are about to be. */
const scenes: Record<string, { before: (joined: Joined) => Promise<unknown>; scene: readonly [typeof ben, string] }> = {
  "two accounts are joined": { before: ({ almost }) => almost(), scene: [noor, "/link yes"] },
  "two accounts part": { before: ({ join }) => join(), scene: [ben, "/link off"] },
  "a person stops with one of two accounts": { before: ({ join }) => join(), scene: [ben, "/stop"] },
  "a person of two accounts is forgotten": { before: ({ join }) => join(), scene: [ben, "/forget"] },
};

/** Each call takes a world of its own: all of them only where there is time. */
const isThorough = process.env["THOROUGH"] !== undefined;

test.each(Object.entries(scenes))(
  "wherever the program dies while %s, it is done whole once it is heard again, and nobody is shown who is not to be",
  async (name, { before, scene: [account, text] }) => {
    for (let call = 1; ; call += isThorough ? 1 : 3) {
      const { wrap, diesWithin } = createDeadlyStore();
      const joined = await joinable({ store: wrap });
      const { world, link, shares, whereis, inPrivate, shown } = joined;
      await link();
      await before(joined);
      await shares("ben", "march", [52.1, 13]);
      world.skip(second);
      await shares("noor", "water", [52.2, 13]);
      await whereis("ana", "march");
      await whereis("mia", "water");
      const said = await joined.in(account[1], async () => world.command(account[0], undefined, text));
      const wasKilled = await diesWithin(() => joined.in(account[1], () => world.tell(said)), call);
      world.on("telegram");
      if (wasKilled) {
        await world.resumeAnew();
        // What was not confirmed comes again.
        await joined.in(account[1], () => world.tell(said));
      }
      await world.pass(2 * second);
      const isOver = name.includes("stops") || name.includes("forgotten");
      for (const [who, room] of [
        ["ana", "march"],
        ["mia", "water"],
      ] as const) {
        const stands = await shown(room);
        const answer = await whereis(who, room);
        const people = name.includes("part") ? "2 people share" : "One person shares";
        expect({ call, room, answer }).toEqual({
          call,
          room,
          answer: expect.stringContaining(isOver ? "Nobody shares" : people),
        });
        if (isOver) expect({ call, stands }).toEqual({ call, stands: expect.not.stringMatching(/52\.[12]0000/) });
      }
      const isJoined = name.includes("joined") || name.includes("stops");
      for (const one of [ben, noor])
        expect((await inPrivate(one, "/privacy")).includes("joined with another")).toBe(isJoined);
      world.forgetWorld();
      if (!wasKilled) return expect(call).toBeGreaterThan(3);
    }
  },
  300_000,
);

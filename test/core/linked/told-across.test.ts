import { expect, test } from "vitest";
import type { RoomId } from "../../../src/core/model/ids.ts";
import { second } from "../../../src/lib/time.ts";
import { twoRooms } from "../../support/linked/linked-rooms.ts";
import { createDeadlyStore } from "../../support/stores/deadly-store.ts";

type Linked = Awaited<ReturnType<typeof twoRooms>>;

/** Each call takes a world of its own: all of them only where there is time. */
const isThorough = process.env["THOROUGH"] !== undefined;

const march = "telegram:march" as RoomId;

/** What ends a link, with what went before; each is told again as it was. */
const ends: Record<
  string,
  { before?: (linked: Linked) => Promise<unknown>; end: (linked: Linked) => Promise<unknown>; silent?: true }
> = {
  "/link off": { end: ({ says }) => says("ana", "march", "/link off", { id: "telegram:off" }) },
  "/wipe": {
    before: ({ says }) => says("ana", "march", "/wipe"),
    end: ({ says }) => says("ana", "march", "/wipe yes", { id: "telegram:wipe" }),
    silent: true,
  },
  "the bot's removal": {
    end: ({ world }) => world.tell({ kind: "bot-left", room: march, name: "The march", id: "telegram:left" }),
    silent: true,
  },
  "the end of a room": { end: ({ world }) => world.tell({ kind: "room-closed", room: march }), silent: true },
};

/** Does it, dies at that call, starts anew, and does it again: what was not confirmed comes again. @returns whether it died */
async function dyingWithin(
  linked: Linked,
  { diesWithin }: ReturnType<typeof createDeadlyStore>,
  call: number,
  work: () => Promise<unknown>,
) {
  const { world } = linked;
  const wasKilled = await diesWithin(work, call);
  world.on("telegram");
  if (wasKilled) {
    await world.resumeAnew();
    await work();
  }
  await world.pass(2 * second);
  return wasKilled;
}

test.each(Object.entries(ends))(
  "wherever the program dies within %s, the other room is told that it is not linked any more",
  async (_what, { before, end, silent }) => {
    for (let call = 1; ; call += isThorough ? 1 : 2) {
      const deadly = createDeadlyStore();
      const linked = await twoRooms({ store: deadly.wrap });
      const { world, shown } = linked;
      await linked.link();
      await before?.(linked);
      const wasKilled = await dyingWithin(linked, deadly, call, () => end(linked));
      // What was sent already may come once more.
      expect({ call, water: await shown("water") }).toEqual({
        call,
        water: expect.stringMatching(/is not linked with (The march|it) any more/),
      });
      const own = silent ? expect.anything() : expect.stringContaining("is not linked with The water any more");
      expect({ call, march: await shown("march") }).toEqual({ call, march: own });
      world.forgetWorld();
      if (!wasKilled) return expect(call).toBeGreaterThan(3);
    }
  },
  300_000,
);

/** What is said in march, and what is told in water of it. */
const changes: Record<string, { before: (linked: Linked) => Promise<unknown>; told: RegExp }> = {
  "/link yes": {
    async before({ says, code }) {
      await says("mia", "water", `/link ${await code()}`);
      await says("ana", "march", "/link");
    },
    told: /This room is linked with The march/,
  },
  "/expiry 30m": { before: ({ link }) => link(), told: /30 minutes/ },
  "/meet 52.5200 13.4050": { before: ({ link }) => link(), told: /52\.52/ },
  "/meet off": {
    async before({ link, says }) {
      await link();
      await says("ana", "march", "/meet 52.5200 13.4050");
    },
    told: /no meeting point any more/,
  },
};

test.each(Object.entries(changes))(
  "wherever the program dies within %s, the other room is told of it",
  async (words, { before, told }) => {
    for (let call = 1; ; call += isThorough ? 1 : 2) {
      const deadly = createDeadlyStore();
      const linked = await twoRooms({ store: deadly.wrap });
      const { world } = linked;
      await before(linked);
      const heard = async () => await linked.in("water", async () => world.said("water").join("\n"));
      const already = (await heard()).length;
      const said = world.command("ana", "march", words);
      const wasKilled = await dyingWithin(linked, deadly, call, () => world.tell(said));
      const since = (await heard()).slice(already);
      expect({ call, since }).toEqual({ call, since: expect.stringMatching(told) });
      world.forgetWorld();
      if (!wasKilled) return expect(call).toBeGreaterThan(3);
    }
  },
  300_000,
);

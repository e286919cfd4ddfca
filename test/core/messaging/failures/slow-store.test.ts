import { expect, test } from "vitest";
import { hour, minute } from "../../../../src/lib/time.ts";
import { createWorld } from "../../../support/world/world.ts";

/** A room that keeps positions for a minute, in which Ben asks for Ana. What is done between that an answer was worked out and that the network gets it is done while the store is away. */
async function storeAwayBeforeAnAnswer(meanwhile: "nothing" | "Ana stops" | "a minute") {
  let [isAsked, isAway] = [false, false];
  const world = await createWorld({
    store: (store) => ({
      ...store,
      async set(id, text) {
        if (isAsked && isAway) {
          isAway = false;
          await beginsToWait();
        }
        await store.set(id, text);
      },
    }),
  });
  world.room("march", "ana", "ben", "cleo");
  await world.says("ana", "march", "/expiry 1m");
  const phone = await world.shares("ana", "march", { at: [52, 13], live: 3 * hour });
  await world.says("cleo", "march", "/whereis ana");
  await world.pass(5000);
  async function beginsToWait() {
    if (meanwhile === "a minute") world.skip(minute);
    if (meanwhile === "Ana stops")
      await world.receive({ kind: "share-ended", person: phone.first.from.person, share: phone.first.share });
  }
  const membership = world.network.port.membership.bind(world.network.port);
  world.network.port.membership = (room, person, about) => {
    isAsked ||= person === phone.first.from.person;
    return membership(room, person, about);
  };
  const before = world.said("march").length;
  isAsked = false;
  isAway = true;
  await world.says("ben", "march", "/whereis ana");
  await world.pass(minute);
  return { said: world.said("march").slice(before).join("\n"), wasAway: !isAway };
}

test("an answer that was worked out before the store went away for a moment is given", async () => {
  const { said, wasAway } = await storeAwayBeforeAnAnswer("nothing");
  expect(wasAway).toBe(true);
  expect(said).toContain("52.00000, 13.00000");
});

test("what expired while the store was away is shown to nobody: the answer is worked out anew", async () => {
  const { said } = await storeAwayBeforeAnAnswer("a minute");
  expect(said).not.toContain("52.00000");
  expect(said).toContain("I have no position now");
});

test("who stopped while the store was away is shown to nobody", async () => {
  const { said } = await storeAwayBeforeAnAnswer("Ana stops");
  expect(said).not.toContain("52.00000");
  expect(said).toContain("nobody called");
});

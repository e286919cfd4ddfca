import { join } from "node:path";
import { expect, test } from "vitest";
import { renewKeys } from "../../../src/core/storage/renew-keys.ts";
import type { KeptTier } from "../../../src/core/storage/ring-file/kept-ring.ts";
import { hour, minute } from "../../../src/lib/time.ts";
import {
  elsewhere,
  exactly,
  lossesLogged,
  type March,
  march,
  saidOfLoss,
  storeFiles,
} from "../../support/stores/losses.ts";
import type { World } from "../../support/world/world.ts";

/** The program ends, the keys are renewed, and it starts again. */
const renewed = ({ world, folder }: March) =>
  world.restartAfter(async () => {
    const tier: KeptTier = { kind: "file", path: join(folder, "keyring") };
    const { moved } = await renewKeys(`sqlite:${join(folder, "whereat.db")}`, tier, tier, world.now);
    expect(moved).toBeGreaterThan(5);
  });

async function asksIn(world: World, room: string): Promise<string> {
  await world.says("ben", room, "/whereis");
  return world.last(room) ?? "";
}

const nothingIsLost = ({ world }: March) => {
  expect(lossesLogged(world)).toEqual([]);
  expect(saidOfLoss(world)).toEqual([]);
};

test("a live share goes on when the keys were renewed, and ends by /stop; nobody counts as renamed", async () => {
  const here = await march();
  const { world, asks } = here;
  const phone = await world.shares("ana", "march", { at: [Number(exactly), 13.4], live: hour });
  expect(await asks()).toContain(exactly);
  await renewed(here);
  expect(await asks()).toContain(exactly);
  await phone.moves(Number(elsewhere), 13.4);
  const said = await asks();
  expect(said).toContain(elsewhere);
  expect(said).not.toContain("name changed");
  world.network.know("ana", { name: "Zoe" });
  await world.pass(minute);
  expect(await asks()).toContain("name changed");
  await renewed(here);
  await world.says("ana", "march", "/stop");
  expect(await asks()).toContain("Nobody shares");
  nothingIsLost(here);
});

test("what was stopped, chosen or set stays so when the keys were renewed, and a late update begins nothing", async () => {
  const here = await march();
  const { world, asks } = here;
  const phone = await world.shares("ana", "march", { at: [Number(exactly), 13.4], live: hour });
  await world.says("ana", "march", "/precision 5km");
  await world.says("ben", "march", "/expiry 2m");
  await world.says("ana", "march", "/stop");
  const posts = world.network.posts.length;
  await renewed(here);
  await renewed(here);
  await phone.moves(Number(elsewhere), 13.4);
  expect(await asks()).toContain("Nobody shares");
  await world.shares("ana", "march", { at: [Number(exactly), 13.4], live: hour });
  expect(await asks()).toMatch(/at least 5\.\d kilometres/);
  await world.pass(3 * minute);
  expect(await asks()).toContain("was destroyed");
  // Nothing is said by itself.
  expect(world.network.posts.slice(posts).filter(({ chat }) => chat === "march").length).toBeLessThanOrEqual(4);
  nothingIsLost(here);
});

test("what waits for a choice, and answers that stand, are as before when the keys were renewed", async () => {
  const here = await march();
  const { world } = here;
  world.room("family", "ana", "ben");
  await world.says("ana", "family", "/help");
  await world.says("ana", "march", "/help");
  await world.shares("ana", undefined, { at: [Number(exactly), 13.4], live: 10 * minute });
  expect(await here.asks()).toContain("Nobody shares");
  await renewed(here);
  expect(world.last("ana")).toContain("Until you choose, nobody can see");
  const choices = world.network.posts.filter(({ chat }) => chat === "ana").at(-1)?.message.choices ?? [];
  for (const { command } of choices.slice(0, 2)) await world.says("ana", undefined, `/${command}`);
  const rooms = [await here.asks(), await asksIn(world, "family")];
  expect(rooms.filter((said) => said.includes(exactly))).toHaveLength(1);
  await renewed(here);
  await world.pass(11 * minute);
  for (const room of ["march", "family"]) expect(world.network.shown(room).join()).not.toContain(exactly);
  nothingIsLost(here);
});

test("the store of before, put back under the renewed ring, brings back nothing that was stopped", async () => {
  const here = await march();
  const { world, asks } = here;
  const phone = await world.shares("ana", "march", { at: [Number(exactly), 13.4], live: hour });
  let putBack = () => {};
  await world.restartAfter(() => void (putBack = here.copyOf(storeFiles)));
  await renewed(here);
  await world.says("ana", "march", "/stop");
  await world.restartAfter(putBack);
  await phone.moves(Number(elsewhere), 13.4);
  expect(await asks()).toContain("Nobody shares");
  expect(lossesLogged(world)).toEqual([expect.stringContaining("the store is an older copy")]);
  await world.shares("ana", "march", { at: [Number(exactly), 13.4], live: hour });
  expect(await asks()).toContain("Ana");
});

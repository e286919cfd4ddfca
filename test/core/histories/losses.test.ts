import { expect, test } from "vitest";
import { roomId } from "../../../src/core/model/ids.ts";
import { hour, minute } from "../../../src/lib/time.ts";
import {
  afterwards,
  elsewhere,
  exactly,
  holds,
  losesKeyRing,
  losesWhileRunning,
  losesWhileStopped,
  lossesLogged,
  march,
  saidOfLoss,
  storeFiles,
  takesBack,
  whileRunning,
  whileStopped,
} from "../../support/stores/losses.ts";

test.each(Object.entries(whileStopped))(
  "when %s while whereat is stopped, nothing that was stopped comes back",
  async (_, prepare) => {
    const { here, phone } = await losesWhileStopped(prepare);
    await holds(here, phone);
    expect(lossesLogged(here.world)).toHaveLength(1);
    expect(saidOfLoss(here.world)).toHaveLength(1);
  },
);

test("when an older key ring of the same run is put back, nothing that was stopped comes back", async () => {
  const { here, phone } = await losesKeyRing();
  await holds(here, phone);
  expect(lossesLogged(here.world)).toEqual([expect.stringContaining("the key ring is an older copy")]);
});

test("when store and ring of before are put back together, a network that knows of more has nothing come back", async () => {
  const here = await march();
  const phone = await takesBack(here);
  await here.world.restartAfter(() => undefined);
  let putBack = () => {};
  await here.world.restartAfter(() => void (putBack = here.copyOf([...storeFiles, "keyring"])));
  await afterwards(here);
  await here.world.restartAfter(putBack);
  await here.world.lose("network");
  await holds(here, phone);
  expect(lossesLogged(here.world)).toEqual([expect.stringContaining("a network knows of more")]);
});

test.each(Object.entries(whileRunning))(
  "when %s while whereat runs, nothing that was stopped comes back",
  async (_, change) => {
    const { here, phone } = await losesWhileRunning(change);
    await holds(here, phone);
    expect(lossesLogged(here.world)).toHaveLength(1);
  },
);

test("a start and a kill take nothing away: shares go on, and nothing is said to be lost", async () => {
  const here = await march();
  const phone = await takesBack(here);
  await here.world.says("ana", "march", "/precision 1km");
  await here.world.restartAfter(() => undefined);
  // As it was a moment before the program ended.
  let asKilled = () => {};
  await here.world.restartAfter(() => (asKilled = here.copyOf([...storeFiles, "keyring"])));
  await here.world.restartAfter(() => asKilled());
  await phone.moves(Number(elsewhere), 13.4);
  expect(await here.asks()).toContain("53.55, 13.40, uncertain by at least 1.5 kilometres");
  expect(lossesLogged(here.world)).toEqual([]);
  expect(saidOfLoss(here.world)).toEqual([]);
});

test("an update of a private share that began before is refused, and its sharer is told so once", async () => {
  const { world } = await march();
  await world.says("ana", "march", "/share");
  const phone = await world.shares("ana", undefined, { at: [Number(exactly), 13.4], live: hour });
  await world.pass(minute);
  await world.lose("network");
  await phone.moves(Number(elsewhere), 13.4);
  await phone.moves(Number(elsewhere), 13.5);
  const told = world.network.posts.filter(
    ({ chat, message }) => chat === "ana" && JSON.stringify(message).includes("share-lost"),
  );
  expect(told).toHaveLength(1);
});

test("an answer that stands when something is lost is deleted", async () => {
  const here = await march();
  await takesBack(here);
  expect(await here.asks()).toContain(exactly);
  await here.world.lose("network");
  await here.world.pass(minute);
  expect(here.world.shown("march").join()).not.toContain(exactly);
});

test("a room that the bot comes to after a loss begins as usual", async () => {
  const { world } = await march();
  await world.lose("network");
  await world.pass(minute);
  world.room("picnic", "cleo", "dana");
  await world.tell({ kind: "bot-joined", room: roomId("telegram", "picnic") });
  await world.shares("cleo", "picnic", { at: [Number(exactly), 13.4], live: hour });
  await world.says("dana", "picnic", "/whereis");
  expect(world.last("picnic")).toContain(exactly);
  expect(world.last("picnic")).toContain("1 hour");
});

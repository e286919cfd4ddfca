import { expect, test } from "vitest";
import { languages } from "../../../../src/core/text/languages.ts";
import { createWorld } from "../../../support/world/world.ts";

async function march() {
  const world = await createWorld({ canWhisper: true });
  world.room("march", "ana", "ben");
  const buttons = async (who: string, said: string) => {
    await world.says(who, "march", said);
    return (world.network.posts.at(-1)?.message.shortcuts ?? []).map(({ command }) => command);
  };
  return { world, buttons };
}

test("an admin taps the room's language: a button for each but the one that is spoken", async () => {
  const { world, buttons } = await march();
  const offered = await buttons("ana", "/setup language");
  expect(offered).toEqual(languages.filter((one) => one !== "en").map((one) => `setup language ${one}`));
  // As Telegram's buttons carry it.
  for (const command of offered) expect(Buffer.byteLength(command)).toBeLessThanOrEqual(64);
  await world.says("ana", "march", "/setup language de");
  expect(await buttons("ana", "/setup language")).toContain("setup language en");
  expect(await buttons("ana", "/setup language klingon")).not.toContain("setup language de");
});

test("who may not choose it is told which it is, and has nothing to tap", async () => {
  const { world, buttons } = await march();
  expect(await buttons("ben", "/setup language")).toEqual([]);
  expect(world.last("ben")).toContain("English");
});

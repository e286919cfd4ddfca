import { expect, test } from "vitest";
import type { MessageRef } from "../../../src/core/model/ids.ts";
import { maxShareLength, wordStands } from "../../../src/core/model/limits.ts";
import { hour, minute, second } from "../../../src/lib/time.ts";
import { createWorld, type Options } from "../../support/world/world.ts";

const at = [52.52, 13.405] as const;

/** Ana is the admin of the march, and has it tidied. */
async function march(options: Options = {}) {
  const world = await createWorld(options);
  world.room("march", "ana", "ben");
  await world.says("ana", "march", "/setup tidy on");
  const gone = (ref: MessageRef) => world.network.withdrawn.includes(ref);
  return { world, gone };
}

test("a command goes after ten minutes, and a word that is none of ours stays", async () => {
  const { world, gone } = await march();
  const asked = await world.says("ben", "march", "/whereis");
  const other = await world.says("ben", "march", "/weather");
  await world.pass(wordStands - second);
  expect(gone(asked.message)).toBe(false);
  await world.pass(second);
  expect(gone(asked.message)).toBe(true);
  await world.pass(hour);
  expect(gone(other.message)).toBe(false);
});

test("nothing that members say goes where no admin has chosen it, nor from then on when it is taken back", async () => {
  const { world, gone } = await march();
  await world.says("ana", "march", "/setup tidy off");
  expect(world.last("march")).toContain("from now on, I delete nothing here that members say");
  const asked = await world.says("ben", "march", "/whereis");
  const phone = await world.shares("ben", "march", { at });
  await world.pass(2 * hour);
  expect([asked.message, phone.first.message].map(gone)).toEqual([false, false]);
});

test("a location that was sent once goes with its position: when that expires, is stopped, or is replaced", async () => {
  for (const end of ["expiry", "a shorter expiry", "/stop", "another"]) {
    const { world, gone } = await march();
    const { message } = (await world.shares("ben", "march", { at })).first;
    await world.pass(hour - minute);
    expect(gone(message)).toBe(false);
    if (end === "expiry") await world.pass(minute);
    if (end === "a shorter expiry") await world.says("ana", "march", "/expiry 30m");
    if (end === "/stop") await world.says("ben", "march", end);
    if (end === "another") await world.shares("ben", "march", { at: [52, 13] });
    expect([end, gone(message)]).toEqual([end, true]);
  }
});

test("so does a command that has a position in it", async () => {
  const { world, gone } = await march();
  const { message } = await world.says("ben", "march", "/here 52.52 13.405");
  await world.pass(hour - minute);
  expect(gone(message)).toBe(false);
  await world.says("ben", "march", "/stop");
  expect(gone(message)).toBe(true);
});

test("the message of a live location goes when its share is over, and never sooner: not by its positions, nor by a change of settings", async () => {
  const { world, gone } = await march();
  const phone = await world.shares("ben", "march", { at, live: 8 * hour });
  const { message } = phone.first;
  await world.says("ana", "march", "/expiry 1m");
  await world.pass(2 * hour);
  await world.says("ana", "march", "/setup answers private");
  await world.restart();
  await phone.moves(52, 13);
  expect(gone(message)).toBe(false);
  await world.pass(6 * hour);
  expect(gone(message)).toBe(true);
});

test("it stays for as long as the share is made longer, and goes at once when it is stopped", async () => {
  const { world, gone } = await march();
  const phone = await world.shares("ben", "march", { at, live: hour });
  await world.pass(30 * minute);
  await world.tell({ ...phone.update(52, 13), until: (phone.first.startedAt + 3 * hour) as never });
  await world.pass(2 * hour);
  expect(gone(phone.first.message)).toBe(false);
  await phone.stops();
  expect(gone(phone.first.message)).toBe(true);
  const endless = await world.shares("ben", "march", { at, live: "forever" });
  await world.pass(maxShareLength - hour);
  expect(gone(endless.first.message)).toBe(false);
  await world.pass(hour);
  expect(gone(endless.first.message)).toBe(true);
});

test("where each point is a message of its own, the last one goes with the share", async () => {
  const { world, gone } = await march();
  const phone = await world.shares("ben", "march", { at, live: hour });
  const [one, two] = [world.network.newRef("march"), world.network.newRef("march")];
  await world.tell({ ...phone.update(52, 13), point: one });
  await world.pass(minute);
  await world.tell({ ...phone.update(52.1, 13), point: two });
  await world.says("ben", "march", "/stop");
  expect([phone.first.message, one, two].map(gone)).toEqual([true, false, true]);
});

test("where the program began again since, its network looks for the last point of a live share, and of nothing else", async () => {
  const asked: unknown[] = [];
  const { world, gone } = await march({
    connect: (port) => ({
      ...port,
      remove(ref, others, language) {
        asked.push([ref, others]);
        return port.remove(ref, others, language);
      },
    }),
  });
  const phone = await world.shares("ben", "march", { at, live: hour });
  const point = world.network.newRef("march");
  await world.tell({ ...phone.update(52, 13), point });
  const once = await world.shares("ana", "march", { at });
  await world.restart();
  await world.says("ben", "march", "/stop");
  await world.says("ana", "march", "/stop");
  expect(gone(phone.first.message)).toBe(true);
  expect(asked).toEqual([
    [phone.first.message, "live share"],
    [once.first.message, true],
  ]);
});

test("what was planned is done also when the program was off at its time, and what the bot may not delete stays without a word", async () => {
  const { world, gone } = await march();
  const asked = await world.says("ben", "march", "/whereis");
  world.skip(hour);
  await world.restart();
  expect(gone(asked.message)).toBe(true);
  const other = await world.says("ben", "march", "/whereis");
  const before = world.shown("march").length;
  await world.pass(wordStands - second);
  world.network.fail("remove", { kind: "refused" });
  world.network.fail("remove", { kind: "refused" });
  await world.pass(second);
  expect(gone(other.message)).toBe(false);
  expect(world.shown("march").length).toBeLessThanOrEqual(before);
});

test("only an admin chooses it; everybody is told, and can see it", async () => {
  const world = await createWorld();
  world.room("march", "ana", "ben");
  await world.says("ben", "march", "/setup tidy on");
  expect(world.last("march")).toContain("Only an admin of this room");
  await world.says("ana", "march", "/setup tidy maybe");
  expect(world.last("march")).toContain("“maybe” cannot be chosen");
  await world.says("ana", "march", "/setup tidy on");
  expect(world.last("march")).toContain("An admin changed this: from now on, I delete commands here");
  await world.says("ana", "march", "/setup tidy on");
  expect(world.last("march")).toContain("It is so already.");
  await world.says("ben", "march", "/setup tidy");
  expect(world.last("march")).toContain("I tidy up here");
  await world.says("ben", "march", "/setup");
  expect(world.last("march")).toContain("I tidy up here");
  await world.pass(hour);
  expect(world.shown("march")).toEqual([expect.stringContaining("An admin changed this")]);
});

test("twenty who share and ten who ask leave, an hour later, no text of the bot but announcements, and nothing of what they said", async () => {
  const { world, gone } = await march();
  const people = Array.from({ length: 20 }, (_, index) => `p${index}`);
  for (const who of people) world.network.enter("march", who);
  const said: MessageRef[] = [];
  for (const [index, who] of people.entries()) {
    said.push((await world.says(who, "march", "/share")).message);
    said.push((await world.shares(who, "march", { at: [52 + index / 100, 13], live: hour })).first.message);
    if (index % 2 === 0) said.push((await world.says(who, "march", "/whereis")).message);
    await world.pass(minute);
  }
  await world.pass(hour + 10 * minute);
  expect(world.shown("march")).toEqual([expect.stringContaining("An admin changed this")]);
  expect(said.filter((ref) => !gone(ref))).toEqual([]);
});

import { afterAll, beforeAll, expect, test } from "vitest";
import { freshFolder } from "../../start/program.ts";
import { type RealHomeserver, startHomeserver } from "../../support/homeserver/homeserver.ts";
import { runSoak } from "../../support/soaks/matrix/run.ts";
import { createRandom } from "../../support/soaks/telegram/random.ts";

let homeserver: RealHomeserver;

beforeAll(async () => {
  homeserver = await startHomeserver();
});
afterAll(async () => homeserver?.stop());

// `node bench/kills/matrix.ts` is the same for longer, with other people each time.
test("killed in the middle of its work, the program answers every command in encrypted rooms once, and loses no position", async () => {
  const sizes = { messages: 60, kills: 4, random: createRandom(4) };
  expect(await runSoak(homeserver.url, await freshFolder(), sizes)).toMatchObject({ violations: [] });
});

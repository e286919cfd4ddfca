import { afterAll, beforeAll, expect, test } from "vitest";
import { type RealHomeserver, startHomeserver } from "../../support/homeserver/homeserver.ts";
import { runKills } from "../../support/homeserver/kill-run.ts";
import { type Disk, makeDisk } from "../../support/homeserver/whereat-account.ts";

let homeserver: RealHomeserver;
let disk: Disk;

beforeAll(async () => {
  homeserver = await startHomeserver();
  disk = await makeDisk();
});
afterAll(async () => {
  await homeserver?.stop();
  await disk?.remove();
});

test("a bot that is killed in the middle of its work answers every encrypted message exactly once", async () => {
  expect(await runKills(homeserver.url, disk, 60, 4)).toMatchObject({
    unanswered: 0,
    answeredTwice: 0,
    unreadable: 0,
    unhandledRejections: 0,
  });
});

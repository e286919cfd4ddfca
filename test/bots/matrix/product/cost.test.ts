import { expect, test } from "vitest";
import { hour } from "../../../../src/lib/time.ts";
import { talkingRoom } from "../../../support/fake-homeserver/talking-room.ts";
import { countCommits } from "../../../support/stores/count-commits.ts";

/** What an answer may cost: see docs/performance.md. */
const most = { requests: 6, commits: 10 };

test("an answer in an encrypted room, with the removal of the one before it, takes six requests and waits for the disk ten times at most", async () => {
  const room = await talkingRoom(["ana", "ben", "cy"]);
  await room.says("ana", "!here 52.5 13.4");
  await room.says("ben", "!whereis");
  await room.says("ben", "!whereis");
  for (let answer = 0; answer < 3; answer++) {
    const commits = countCommits();
    const asked = await room.asked(() => room.says("ben", "!whereis"));
    expect(asked).toEqual([
      // Whether they are members: who asks, and who is shown.
      "GET rooms/!march:fake.test/state/m.room.member",
      "GET rooms/!march:fake.test/state/m.room.member",
      // To whom the answer is encrypted.
      "GET rooms/!march:fake.test",
      "PUT rooms/!march:fake.test/send/m.room.encrypted",
      // The answer before it, and its question.
      expect.stringContaining("PUT rooms/!march:fake.test/redact/"),
      expect.stringContaining("PUT rooms/!march:fake.test/redact/"),
    ]);
    expect(asked).toHaveLength(most.requests);
    expect(commits.count()).toBeLessThanOrEqual(most.commits);
  }
});

test("an answer for what only admins may say asks who is one, and so does /help; a question does not", async () => {
  const room = await talkingRoom(["ana", "ben", "cy"]);
  const levels = (asked: readonly string[]) => asked.filter((one) => one.includes("power_levels")).length;
  await room.says("ana", "!expiry");
  expect(levels(await room.asked(() => room.says("ana", "!whereis")))).toBe(0);
  expect(levels(await room.asked(() => room.says("ana", "!expiry")))).toBe(0);
  expect(levels(await room.asked(() => room.says("ana", "!expiry 2h")))).toBe(1);
  expect(levels(await room.asked(() => room.says("ana", "!help")))).toBe(1);
  await room.pass(hour);
});

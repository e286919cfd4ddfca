import { expect, test } from "vitest";
import { coreAtFake } from "../fake/core-at-fake.ts";
import { ana, ben, me } from "../fake/events.ts";
import type { FakeRoom } from "../fake/fake-account.ts";

const nothingAmiss = "I found nothing here that has to be mended.";
const levels = { users: { [ana]: 100, [me]: 100 }, invite: 50, events: { "org.matrix.msc3672.beacon_info": 0 } };

/** A room in which nothing is amiss. */
function wellSetUp({ state }: FakeRoom) {
  state.set("m.room.power_levels ", { content: levels });
  state.set("m.room.history_visibility ", { content: { history_visibility: "joined" } });
  state.set("m.room.join_rules ", { content: { join_rule: "invite" } });
}

const sets =
  (type: string, content: object) =>
  ({ state }: FakeRoom) =>
    void state.set(`${type} `, { content });

/** How a room is set up badly, and what !setup says of it, with the step that mends it. */
const setUps: Record<string, [breaks: (room: FakeRoom) => void, says: string]> = {
  "a room without encryption": [
    (room) => void (room.encrypted = false),
    "This room is not encrypted: its servers can read every position and every answer in it. To change that: room settings, Security, switch on encryption.",
  ],
  "a room that anybody reads": [
    sets("m.room.history_visibility", { history_visibility: "world_readable" }),
    "Anybody can look into this room without joining it. To change that: room settings, Security, who can read history",
  ],
  "a room that anybody joins": [
    sets("m.room.join_rules", { join_rule: "public" }),
    "Anybody can join this room, and ask where you are from then on. To change that: room settings, Security, access",
  ],
  "members who invite": [
    sets("m.room.power_levels", { ...levels, invite: 0 }),
    "Every member can invite people, who can ask where you are once they have joined. To change that: room settings, Roles",
  ],
  "members who may not share live": [
    sets("m.room.power_levels", { ...levels, events: {} }),
    "Members cannot share a live location here; they can share with me in private. To change that, an admin says !setup live.",
  ],
  "a bot that may not change that": [
    sets("m.room.power_levels", {
      users: { [ana]: 100, [me]: 50 },
      invite: 50,
      events: {},
      events_default: 0,
      state_default: 60,
    }),
    "To change that: make me an admin of this room, then say !setup live.",
  ],
  "a bot that removes nothing": [
    sets("m.room.power_levels", { ...levels, users: { [ana]: 100 } }),
    "I may not remove what others say, so !ask NAME stays for all to read when somebody says it here. To change that: make me a moderator of this room.",
  ],
};

test.each(Object.entries(setUps))("%s is found, and named with the step that mends it", async (_, [breaks, says]) => {
  const bot = await coreAtFake();
  const room = bot.room("!a", [ana, ben]);
  room.encrypted = true;
  wellSetUp(room);
  const setup = async () => (await bot.answer(() => bot.says(ana, "!a", "!setup"), "!a")).join();
  expect(await setup()).toContain(nothingAmiss);
  breaks(room);
  expect(await setup()).toContain(says);
  room.encrypted = true;
  wellSetUp(room);
  expect(await setup()).toContain(nothingAmiss);
});

test("without encryption, a history that who joins later can read is found", async () => {
  const bot = await coreAtFake();
  const room = bot.room("!a", [ana, ben]);
  wellSetUp(room);
  room.state.set("m.room.history_visibility ", { content: { history_visibility: "shared" } });
  const setup = async () => (await bot.answer(() => bot.says(ana, "!a", "!setup"), "!a")).join();
  expect(await setup()).toContain("Who joins later may read what was said here before, as long as it stands.");
  room.state.set("m.room.history_visibility ", { content: { history_visibility: "invited" } });
  expect(await setup()).not.toContain("Who joins later");
});

test("with private answers, nobody in the room reads one, and that the question stays there is said", async () => {
  const bot = await coreAtFake();
  const room = bot.room("!a", [ana, ben]);
  wellSetUp(room);
  const changed = await bot.answer(() => bot.says(ana, "!a", "!setup answers private"), "!a");
  expect(changed.join()).toContain("You alone read the answer, in a direct chat with me. The question stays here");
  await bot.says(ana, "!a", "!here 52.5 13.25");
  const said = await bot.answer(() => bot.says(ben, "!a", "!whereis"), "!a");
  expect(said.join()).not.toContain("52.5");
  expect(said.join()).toContain("accept my invitation to a direct chat");
});

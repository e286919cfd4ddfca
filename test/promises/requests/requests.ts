import { expect } from "vitest";
import { hour, minute, second } from "../../../src/lib/time.ts";
import { coreAtFake } from "../../bots/matrix/fake/core-at-fake.ts";
import { ana, ben } from "../../bots/matrix/fake/events.ts";
import { startMarch } from "../../bots/telegram/stories/march.ts";
import { march, questions, seesIn, sentence } from "../../core/sharing/requests/march.ts";
import { askedIn, diesAtLookup, outcomes } from "../../core/sharing/requests/outcomes.ts";
import { march as lossyMarch, storeFiles } from "../../support/stores/losses.ts";
import { createWorld, type World } from "../../support/world/world.ts";

const place = { at: [52.1, 13.1] } as const;
/** Ben has Ana asked, and she chooses. */
async function chosen(choice: string): Promise<World> {
  const world = await march();
  await world.says("ben", undefined, "/ask ana");
  await world.says("ana", undefined, `/answer ${choice}`);
  return world;
}

/** What a room with private answers reads, however its network fails to show one to who asked. */
async function readInRoom(how: "in place" | "refused" | "not there"): Promise<string> {
  const world = await createWorld(how === "not there" ? {} : { canWhisper: true });
  world.room("march", "ana", "ben");
  await world.says("ana", "march", "/setup answers private");
  world.network.refusesToWhisper(how === "refused");
  world.network.staysAway("ben", how === "not there");
  await world.shares("ana", "march", place);
  for (const words of ["/whereis", "/whereis ana", "/whereis zoe"]) await world.says("ben", "march", words);
  await world.pass(minute);
  return world.network.posts
    .flatMap(({ chat, message }) => (chat === "march" ? [JSON.stringify(message.lines)] : []))
    .join();
}

/** What follows when people ask, or have each other asked, where others are: who hears of it. */
export const requests: Record<string, () => Promise<void>> = {
  "Where a room has chosen answers for who asked alone, or may have, no answer there reaches anybody else, whatever fails but a Bot API server that was just replaced by an older one.":
    async () => {
      for (const how of ["in place", "refused", "not there"] as const)
        expect([how, /Ana|zoe|52\.1/.test(await readInRoom(how))]).toEqual([how, false]);

      const { world, copyOf } = await lossyMarch();
      const putBack = copyOf(storeFiles);
      await world.says("ben", "march", "/setup answers private");
      await world.restartAfter(putBack);
      await world.shares("ana", "march", place);
      await world.says("ben", "march", "/whereis");
      expect(world.shown("march").join()).not.toContain("Ana");
      expect(world.shown("ben").join()).toContain("Ana");

      const { api, ...telegram } = await startMarch();
      await telegram.ask(telegram.ana, telegram.march, "/setup@whereat_bot answers private");
      api.live.share(telegram.ana, telegram.march, { latitude: 52.1, longitude: 13.1 }, 900);
      // A server that does not know of messages for one person passes over the parameter that makes them so.
      api.world.server = "10.0";
      await telegram.ask(telegram.ben, telegram.march, "/whereis@whereat_bot");
      const said = api.screen.everything(telegram.march).filter(({ isFromBot }) => isFromBot);
      expect(said.map(({ text }) => text).join()).not.toMatch(/Ana|52\.1/);

      const matrix = await coreAtFake();
      matrix.room("!a", [ana, ben]);
      matrix.rooms.get("!a")?.state.set("m.room.power_levels ", { content: { users: { [ana]: 100 } } });
      await matrix.says(ana, "!a", "!setup answers private");
      await matrix.says(ana, "!a", "!here 52.1 13.25");
      await matrix.says(ben, "!a", "!whereis");
      expect(JSON.stringify(matrix.sent)).toContain("accept my invitation");
      expect(JSON.stringify(matrix.sent)).not.toContain("52.1");
    },

  "Whoever has one person asked with `/ask` reads the same sentence at the same time, whether that person was asked, refuses, ignores it, cannot be reached, is unknown, is not to be asked, or was asked too often.":
    async () => {
      for (const outcome of Object.keys(outcomes)) {
        const { told, texts } = await askedIn(outcome, 5 * second);
        expect([outcome, told.map(({ at }) => at), texts]).toEqual([outcome, [0], [sentence("ana")]]);
      }
      expect((await diesAtLookup()).ben).toEqual([sentence("ana")]);
    },

  "Who is asked where they are is shown to the room that asks only by a location that they send after they chose to share with it, within ten minutes, and for no longer than they chose.":
    async () => {
      const ignored = await march();
      await ignored.says("ben", undefined, "/ask ana");
      await ignored.shares("ana", "family", { at: [52.3, 13.1] });
      expect(await seesIn(ignored, "ben", "march", "52.3")).toBe(false);

      const unseen = await march();
      unseen.network.isPrivateOpen("ana", false);
      await unseen.says("ben", undefined, "/ask ana");
      unseen.network.isPrivateOpen("ana", true);
      await unseen.says("ana", undefined, "/answer hour");
      await unseen.shares("ana", undefined, place);
      expect(await seesIn(unseen, "ben", "march", "52.1")).toBe(false);

      const early = await march();
      await early.says("ben", undefined, "/ask ana");
      const before = early.position("ana", undefined, { ...place, live: hour });
      await early.pass(minute);
      await early.says("ana", undefined, "/answer hour");
      await early.tell(before);
      expect(await seesIn(early, "ben", "march", "52.1")).toBe(false);

      const late = await chosen("hour");
      await late.pass(10 * minute + second);
      await late.shares("ana", undefined, place);
      expect(await seesIn(late, "ben", "march", "52.1")).toBe(false);

      const stopped = await chosen("hour");
      await stopped.says("ana", undefined, "/stop");
      await stopped.shares("ana", undefined, place);
      expect(await seesIn(stopped, "ben", "march", "52.1")).toBe(false);

      const lost = await chosen("hour");
      await lost.pass(second);
      await lost.lose("older store");
      await lost.pass(second);
      await lost.shares("ana", undefined, place);
      expect(await seesIn(lost, "ben", "march", "52.1")).toBe(false);

      const quarter = await chosen("quarter");
      const phone = await quarter.shares("ana", undefined, { ...place, live: "forever" });
      expect(await seesIn(quarter, "ben", "march", "52.1")).toBe(true);
      expect(await seesIn(quarter, "dora", "family", "52.1")).toBe(false);
      await quarter.pass(15 * minute);
      await phone.moves(52.2, 13.1);
      expect(await seesIn(quarter, "ben", "march", "52.")).toBe(false);

      const once = await chosen("once");
      const going = await once.shares("ana", undefined, { ...place, live: hour });
      await going.moves(52.2, 13.1);
      expect(await seesIn(once, "ben", "march", "52.2")).toBe(false);
    },

  "While others wait for somebody's answer, a location that they send in private goes to no room before they have chosen one, even if they had named one.":
    async () => {
      const world = await march();
      await world.says("ana", "march", "/share");
      const payload = world.network.posts.at(-1)?.message.privateChat?.payload;
      await world.says("ana", undefined, `/start ${payload}`);
      await world.says("ben", undefined, "/ask ana");
      await world.shares("ana", undefined, place);
      expect(world.last("ana")).toContain("Who may see where you are?");
      expect(await seesIn(world, "ben", "march", "52.1")).toBe(false);
    },

  "Who says never, or `/ask off`, is asked for that room no more until they say `/ask on`; where that may have been lost, nobody is asked.":
    async () => {
      const never = await chosen("never");
      await never.pass(2 * hour);
      await never.restart();
      await never.says("cem", undefined, "/ask ana");
      expect(questions(never, "ana")).toEqual([]);
      await never.says("ana", "march", "/ask on");
      await never.says("cem", undefined, "/ask ana");
      expect(questions(never, "ana")).toHaveLength(1);

      const off = await march();
      await off.says("ana", "march", "/ask off");
      await off.says("ben", undefined, "/ask ana");
      expect(questions(off, "ana")).toEqual([]);

      const lost = await march();
      await lost.lose("older store");
      await lost.pass(second);
      await lost.says("ben", undefined, "/ask ana");
      expect(questions(lost, "ana")).toEqual([]);
    },

  "No room reads whom somebody asks for: a question is put in private or to that one person alone, and what names somebody in a room is deleted where the bot may.":
    async () => {
      const world = await march({ canWhisper: true });
      const said = await world.says("ben", "march", "/ask ana");
      expect(world.network.withdrawn).toEqual([said.message]);
      expect(questions(world, "ana")).toEqual([]);
      expect(world.shown("march").join().toLowerCase()).not.toContain("ana");
      world.network.isPrivateOpen("ana", false);
      await world.says("ben", undefined, "/ask ana");
      const asked = world.network.posts.filter(({ message }) => message.asked?.about === "request");
      expect(asked.map(({ chat, message }) => [chat, message.reader])).toEqual([["ana", "one person"]]);
    },
};

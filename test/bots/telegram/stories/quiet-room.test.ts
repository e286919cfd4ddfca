import { expect, test } from "vitest";
import { minute } from "../../../../src/lib/time.ts";
import { startProduct } from "../product/product.ts";

const at = (index: number) => ({ latitude: 52.5 + index / 1000, longitude: 13.4 });
/** What people ask in an hour. */
const script = [
  "/whereis",
  "/help",
  "/whereis person03",
  "/share",
  "/whereis nobody",
  "/precision",
  "/expiry soon",
  "/privacy",
  "/whereis",
  "/setup",
];

test.each(["on", "off"])(
  "a group of 20 who share and 10 questions keeps, an hour later, no text of the bot but the greeting and announcements: tidy %s",
  async (tidy) => {
    const { api, settle, pass } = await startProduct();
    const people = Array.from({ length: 20 }, (_, index) => api.places.person(`Person${`${index}`.padStart(2, "0")}`));
    const group = api.places.supergroup({ title: "March", members: people });
    api.members.promoteBot(group, people[0]!);
    await settle();
    if (tidy === "on") api.people.say(people[0]!, group, "/setup tidy on");
    api.people.say(people[0]!, group, "/expiry 50m");
    await settle();
    const kept = api.screen.fromBot(group).map(({ messageId }) => messageId);
    expect(kept).toHaveLength(tidy === "on" ? 3 : 2);

    const lives = people.map((user, index) => api.live.share(user, group, at(index), 3600));
    await settle();
    let said = 0;
    for (let turn = 0; turn < 59; turn += 1) {
      if (turn % 6 === 3) {
        api.people.say(people[(turn * 7) % 20]!, group, script[(turn - 3) / 6]!);
        await settle();
        said = Math.max(said, api.screen.fromBot(group).length);
      }
      for (const [index, live] of lives.entries()) api.live.move(live, at(index + turn / 100));
      await settle();
      await pass(minute);
    }
    expect(said).toBeGreaterThan(kept.length);
    await pass(61 * minute);
    expect(api.screen.fromBot(group).map(({ messageId }) => messageId)).toEqual(kept);
  },
  120_000,
);

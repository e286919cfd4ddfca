import { expect, test } from "vitest";
import { minute } from "../../../../src/lib/time.ts";
import type { Chat, User } from "../../../support/fake-bot-api/world/world.ts";
import { startProduct } from "../product/product.ts";

const names = ["Ana", "Ben", "Cem", "Dora", "Eva", "Finn"];
const at = (index: number) => ({ latitude: 52.5 + index / 100, longitude: 13.4 });
/** What each says when it is their turn; every one of these is for the bot. */
const script = [
  "/whereis",
  "/whereis ana",
  "/help",
  "/whereis zoe",
  "/pin ben",
  "/share",
  "/precision",
  "/privacy",
  "/stpo@whereat_bot",
  "/expiry",
];

/** An hour of six people in a group, who speak in turns, at once, and while their phones move. */
async function startHour() {
  const product = await startProduct();
  const { api, settle, pass } = product;
  const people = names.map((name) => api.places.person(name));
  const [ana] = people as [User];
  const group = api.places.supergroup({ title: "March", members: people, bot: "administrator" });
  for (const user of people) api.places.privateChat(user);
  const lives = people.slice(0, 3).map((user, index) => api.live.share(user, group, at(index), 3600));
  await settle();

  /** Every message of the bot that is there, with whom it answers. */
  const standing = () =>
    api.screen.fromBot(group).map(({ messageId, text, replyTo, isEdited }) => {
      const question = replyTo === undefined ? undefined : group.messages.get(replyTo);
      return { messageId, text, isEdited, asker: question?.from?.id };
    });
  const saidTo = (chat: Chat) => api.screen.everything(chat).filter(({ isFromBot }) => isFromBot).length;
  const signs = (user: User) =>
    saidTo(group) +
    saidTo(api.places.privateChat(user)) +
    api.screen.everything(group).filter(({ isFromBot, isEdited }) => isFromBot && isEdited).length;
  return { ...product, people, ana, group, lives, standing, signs, settle, pass };
}

test("in an hour of six people in a group, nobody's answer goes because another asks, no phone rings, and nothing said to the bot stays without a sign", async () => {
  const { api, people, group, lives, standing, signs, settle, pass } = await startHour();
  for (let turn = 0; turn < 60; turn += 1) {
    const asker = people[turn % people.length]!;
    const words = script[turn % script.length]!;
    const before = standing();
    const heard = signs(asker);
    const edits = api.calls.accepted("editMessageText").length;
    api.people.say(asker, group, words);
    await settle();
    const after = new Map(standing().map((answer) => [answer.messageId, answer]));
    for (const answer of before) {
      if (answer.asker === asker.id) continue;
      expect({ words, answer: after.get(answer.messageId) }).toEqual({ words, answer });
    }
    const isHeard = signs(asker) > heard || api.calls.accepted("editMessageText").length > edits;
    expect({ turn, words, isHeard }).toEqual({ turn, words, isHeard: true });

    // All at once, now and then.
    if (turn % 15 === 14) {
      for (const user of people) api.people.say(user, group, "/whereis ana");
      await settle();
      const answered = new Set(standing().map(({ asker: of }) => of));
      expect(people.every(({ id }) => answered.has(id))).toBe(true);
    }
    for (const [index, live] of lives.entries())
      if (turn < 58) api.live.move(live, { latitude: 52.5 + index / 100 + turn / 100_000, longitude: 13.4 });
    await settle();
    await pass(minute);
  }
  const sent = api.calls.accepted().filter(({ method }) => method.startsWith("send"));
  const toGroup = sent.filter(({ params }) => Number(params.chat_id) < 0);
  expect(toGroup.length).toBeGreaterThan(40);
  expect(toGroup.filter(({ params }) => params.disable_notification !== true)).toEqual([]);
  expect(sent.filter(({ method, params }) => method !== "sendMessage" && Number(params.chat_id) < 0)).toEqual([]);
});

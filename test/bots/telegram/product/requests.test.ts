import { expect, test } from "vitest";
import { hour, minute, second } from "../../../../src/lib/time.ts";
import type { Chat, User } from "../../../support/fake-bot-api/world/world.ts";
import { startProduct } from "./product.ts";

/** Ana and Ben are in a group, and have both opened the private chat with the bot, unless `isOpen` says no of Ana. */
async function march({ isOpen = true, bot = "administrator" as "administrator" | "member" } = {}) {
  const product = await startProduct();
  const { api, settle } = product;
  const [ana, ben] = [api.places.person("Ana"), api.places.person("Ben")];
  const group = api.places.supergroup({ title: "March", members: [ana, ben], bot });
  const inPrivate = { ana: api.places.privateChat(ana, isOpen), ben: api.places.privateChat(ben) };
  const say = async (who: User, chat: Chat, text: string) => {
    const message = api.people.say(who, chat, text);
    await settle();
    return message;
  };
  for (const who of [ana, ben]) await say(who, group, `/privacy@${api.bot.username}`);
  for (const who of isOpen ? [ana, ben] : [ben]) await say(who, who === ana ? inPrivate.ana : inPrivate.ben, "/help");
  await product.pass(second);
  const keys = () => api.keyboards.now(inPrivate.ana).map((row) => row.map(({ text }) => text));
  const tap = async (key: string, at?: { latitude: number; longitude: number }) => {
    api.keyboards.tap(ana, inPrivate.ana, key, at);
    await settle();
  };
  const last = (chat: Chat) => product.read(chat).at(-1) ?? "";
  return { ...product, ana, ben, group, inPrivate, say, keys, tap, last };
}

test("who is asked on Telegram taps one keyboard of five words, which goes when it is over", async () => {
  const { ana, ben, api, inPrivate, say, keys, tap, last, settle } = await march();
  await say(ben, inPrivate.ben, "/ask ana");
  expect(last(inPrivate.ana)).toMatch(
    /^Ben \(.*\) asks where you are, in March\.\nIf you share, all members there see it\./,
  );
  expect(keys()).toEqual([["Send once"], ["15 minutes"], ["1 hour"], ["Not now"], ["Never from this room"]]);
  await tap("15 minutes");
  expect(last(inPrivate.ana)).toBe(
    "Your next location goes to the members of March. It ends after 15 minutes at the latest.\n" +
      "On your phone, in this chat, tap Attach, the paper clip. Choose Location, then Share My Live Location.",
  );
  expect(keys().flat()).toContain("Not now");
  api.live.share(ana, inPrivate.ana, { latitude: 52.1, longitude: 13.1 }, (8 * hour) / 1000);
  await settle();
  expect(keys()).toEqual([]);
  expect(last(inPrivate.ana)).toContain("The members of March can see where you are, live, for 15 minutes.");
  expect(last(inPrivate.ben)).toContain("Ana shares with March.\nAna is at 52.10000, 13.10000");
});

test("send once turns the keyboard into one key that sends where she is, a single point", async () => {
  const { ben, inPrivate, say, keys, tap, last } = await march();
  await say(ben, inPrivate.ben, "/ask ana");
  await tap("Send once");
  expect(keys()).toEqual([["Send where I am, once"]]);
  await tap("Send where I am, once", { latitude: 52.2, longitude: 13.2 });
  expect(keys()).toEqual([]);
  expect(last(inPrivate.ana)).toContain("The members of March can see this position for 1 hour.");
  expect(last(inPrivate.ben)).toContain("52.20000, 13.20000");
});

test("on a computer, which has no place to send, coordinates are typed", async () => {
  const { ana, ben, inPrivate, say, keys, tap, last } = await march();
  await say(ben, inPrivate.ben, "/ask ana");
  await tap("Send once");
  await tap("Send where I am, once");
  expect(last(inPrivate.ana)).toContain("Or type coordinates: /here 52.5200 13.4050.");
  await say(ana, inPrivate.ana, "/here 52.2000 13.2000");
  expect(keys()).toEqual([]);
  expect(last(inPrivate.ben)).toContain("52.2000, 13.2000");
});

test.each([
  ["Not now", "Nothing is shared with March. Who asked is told nothing."],
  ["Never from this room", "Nobody there can have me ask you again."],
])("%s shares nothing, and ends the keyboard", async (key, said) => {
  const { ben, inPrivate, say, keys, tap, last, pass } = await march();
  await say(ben, inPrivate.ben, "/ask ana");
  const toBen = last(inPrivate.ben);
  await tap(key);
  expect(keys()).toEqual([]);
  expect(last(inPrivate.ana)).toContain(said);
  await pass(11 * minute, minute);
  expect(last(inPrivate.ben)).toBe(toBen);
  // A key that an app still shows says no more than that.
  await say(ben, inPrivate.ben, "1 hour");
  expect(last(inPrivate.ben)).toContain("Nobody asks where you are at the moment.");
});

test("ignored, it is over after ten minutes: the question goes, and so does the keyboard", async () => {
  const { ben, inPrivate, say, keys, read, pass } = await march();
  await say(ben, inPrivate.ben, "/ask ana");
  await pass(9 * minute, minute);
  expect(keys()).not.toEqual([]);
  await pass(2 * minute, minute);
  expect(keys()).toEqual([]);
  expect(read(inPrivate.ana).at(-1)).toBe("The question about where you are is over. Nothing was shared by it.");
  expect(read(inPrivate.ana).join()).not.toContain("asks where you are");
});

test("/ask NAME in the group is deleted at once, where the bot may, and nothing there names her", async () => {
  for (const bot of ["administrator", "member"] as const) {
    const { api, ben, group, inPrivate, say, read } = await march({ bot });
    const said = await say(ben, group, `/ask@${api.bot.username} ana`);
    expect([bot, said.deleted]).toEqual([bot, bot === "administrator"]);
    expect(read(group, ben).at(-1)).toBe(
      "To ask one person, say /ask NAME to me in private, where nobody else reads it.",
    );
    const link = api.screen.now(group, ben).at(-1)?.buttons.flat()[0];
    expect(link).toMatchObject({ text: "Ask in private", url: `https://t.me/${api.bot.username}?start=ask` });
    expect(read(inPrivate.ana).join()).not.toContain("asks where you are");
    const edits = api.calls.all.filter(({ method }) => method === "editMessageText");
    expect(edits).toEqual([]);
  }
});

test("who never opened the private chat, or has blocked the bot, is not reached, and the asker reads the same", async () => {
  const { ben, group, inPrivate, say, read, pass } = await march({ isOpen: false, bot: "member" });
  await say(ben, inPrivate.ben, "/ask ana");
  await pass(12 * minute, minute);
  expect(read(inPrivate.ana)).toEqual([]);
  expect(read(group).join()).not.toContain("Ben (");
  expect(read(inPrivate.ben).at(-1)).toBe(
    "If I can reach “ana” and they allow questions, I have asked them. You will hear if they share.",
  );
});

test("a second asker does not ring: the question comes anew in silence, with both names", async () => {
  const { api, ana, ben, group, inPrivate, say, read, keys } = await march();
  const cem = api.places.person("Cem");
  api.members.join(group, cem);
  await say(cem, group, `/privacy@${api.bot.username}`);
  await say(ben, inPrivate.ben, "/ask ana");
  await say(cem, api.places.privateChat(cem), "/ask ana");
  const asked = read(inPrivate.ana).filter((text) => text.includes("where you are, in March"));
  expect(asked).toHaveLength(1);
  expect(asked[0]).toMatch(/^2 people ask where you are, in March:\nBen .*\nCem /);
  const sends = api.calls.accepted("sendMessage").filter(({ params }) => params.chat_id === ana.id);
  expect(sends.slice(-2).map(({ params }) => params.disable_notification)).toEqual([false, true]);
  expect(keys().flat()).toHaveLength(5);
});

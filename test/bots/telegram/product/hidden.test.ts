import { expect, test } from "vitest";
import { tooManyRequests } from "../../../support/fake-bot-api/http/faults.ts";
import { atSquare, square, startMarch } from "../stories/march.ts";

const asked = (words: string) => words.replace(/^(\/\w+)/, "$1@whereat_bot");

test("in a group that hides its members, a bot that is no admin still obeys the admins, and tells the others what is the matter", async () => {
  const { api, ana, ben, march, ask } = await startMarch({}, "member");
  api.world.membersAreHidden = true;
  expect(await ask(ana, march, asked("/expiry 2h"))).toContain("The expiry of this room is now 2 hours");
  api.people.say(ana, march, asked("/here 52.52000 13.40500"));
  expect(await ask(ana, march, asked("/whereis"))).toContain(atSquare);
  expect(await ask(ben, march, asked("/whereis"))).toBe(
    "I answer only members of this room, but it hides them from me. Make me an admin of this room, and I can see them.",
  );
  api.members.promoteBot(march, ana);
  expect(await ask(ben, march, asked("/whereis"))).toContain(atSquare);
});

test("there, and while Telegram asks to wait, the button of /share is not called over, and works as soon as it can", async () => {
  const { api, ana, ben, march, ask, withButtons, read, settle } = await startMarch({}, "member");
  await ask(ben, march, asked("/share"));
  const payload = /start=([\w-]+)/.exec(JSON.stringify(withButtons(march).markup))?.[1] ?? "";
  const chat = api.places.privateChat(ben);
  const opens = async () => {
    api.people.openDeepLink(ben, chat, payload);
    await settle();
    return read(chat).at(-1);
  };
  api.faults.next("getChatMember", tooManyRequests(60));
  expect(await opens()).toContain("This link is good, but the network does not tell me now if you are in that room.");
  api.world.membersAreHidden = true;
  expect(await opens()).toContain("This link is good, but that room hides its members from me.");
  api.members.promoteBot(march, ana);
  expect(await opens()).toContain("From here you share with the members of March.");
  api.live.share(ben, chat, square, 900);
  expect(await ask(ana, march, "/whereis ben")).toContain(atSquare);
});

test("the button of /share that a group gave works after it became a supergroup", async () => {
  const { api, ana, ben, ask, withButtons, read, settle } = await startMarch();
  const group = api.places.group({ title: "Small", members: [ana, ben], bot: "administrator" });
  await ask(ana, group, "/share");
  const payload = /start=([\w-]+)/.exec(JSON.stringify(withButtons(group).markup))?.[1] ?? "";
  api.upgrade(group, ana, ["old", "new"]);
  await settle();
  const chat = api.places.privateChat(ben);
  api.people.openDeepLink(ben, chat, payload);
  await settle();
  expect(read(chat).at(-1)).toContain("From here you share with the members of Small.");
});

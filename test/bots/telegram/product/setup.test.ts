import { expect, test } from "vitest";
import { type March, startMarch } from "../stories/march.ts";

const nothingAmiss = "I found nothing here that has to be mended.";
const may = { can_send_messages: true };
const tells = (info: Record<string, object | boolean | string>) => (at: March) => void (at.march.info = info as never);

/** How a group is set up badly, what /setup says of it, and the step that it names, done. */
const setUps: Record<string, { breaks: (at: March) => void; says: string; mends?: (at: March) => void }> = {
  "a public group": {
    breaks: tells({ username: "march" }),
    says: "This group is public: anybody can read it, positions in it too, without joining. To change that: edit the group, Group Type, Private.",
  },
  "a history that who joins can read": {
    breaks: tells({ has_visible_history: true }),
    says: "Who joins later can read what was said here before, as long as it stands. To change that: edit the group, Chat History",
  },
  "members who add people": {
    breaks: tells({ permissions: { ...may, can_invite_users: true } }),
    says: "Every member can add people, who can ask where you are from then on. To change that: edit the group, Permissions",
  },
  "members who may not write": {
    breaks: tells({ permissions: {} }),
    says: "Members may not write here, so they cannot share a location here either.",
  },
  "a bot that is no admin": {
    breaks: (at) => at.api.members.demoteBot(at.march, at.ana),
    says: "I am no admin here, so Telegram need not tell me who is a member. Whoever I cannot confirm is left out. To change that: make me an admin",
    mends: (at) => at.api.members.promoteBot(at.march, at.ana),
  },
  "a bot that hears commands only": {
    breaks: (at) => at.api.members.demoteBot(at.march, at.ana),
    says: "In this room I hear commands only, no live locations.",
    mends: (at) => at.api.members.promoteBot(at.march, at.ana),
  },
  "members who are hidden": {
    breaks(at) {
      at.api.members.demoteBot(at.march, at.ana);
      at.api.world.membersAreHidden = true;
    },
    says: "Members are hidden here and I am no admin, so I can show hardly anybody.",
    mends: (at) => at.api.members.promoteBot(at.march, at.ana),
  },
  "a bot that deletes nothing": {
    breaks: (at) => at.api.members.promoteBot(at.march, at.ana, { can_delete_messages: false }),
    says: "I may not delete what others say, so /ask NAME stays for all to read",
    mends: (at) => at.api.members.promoteBot(at.march, at.ana, { can_delete_messages: true }),
  },
};

test.each(Object.entries(setUps))(
  "%s is found, and the step that is named mends it",
  async (_, { breaks, says, mends }) => {
    const at = await startMarch();
    expect(await at.ask(at.ana, at.march, "/setup@whereat_bot")).toContain(nothingAmiss);
    breaks(at);
    await at.settle();
    const found = await at.ask(at.ana, at.march, "/setup@whereat_bot");
    expect(found).toContain(says);
    expect(found).not.toContain(nothingAmiss);
    if (mends) mends(at);
    else at.march.info = {};
    await at.settle();
    expect(await at.ask(at.ana, at.march, "/setup@whereat_bot")).toContain(nothingAmiss);
  },
);

test("a group says first that Telegram can read it, and with private answers what becomes of them", async () => {
  const at = await startMarch();
  expect(await at.ask(at.ana, at.march, "/setup@whereat_bot")).toContain("Telegram can read this group");
  const changed = await at.ask(at.ana, at.march, "/setup@whereat_bot answers private");
  expect(changed).toContain("what I answer here reaches only who asked");
  expect(changed).toContain("Such an answer is deleted when it is over, as far as your app hears of that.");
});

test("a button under /setup changes it for an admin, who is not named, and for nobody else", async () => {
  const at = await startMarch();
  await at.ask(at.ben, at.march, "/setup@whereat_bot");
  const shown = at.withButtons(at.march);
  at.api.callbacks.press(at.ben, shown, "Answers for who asked alone");
  await at.settle();
  expect(at.read(at.march, at.ben).at(-1)).toContain("Only an admin of this room");
  at.api.callbacks.press(at.ana, shown, "Answers for who asked alone");
  await at.settle();
  expect(at.read(at.march).at(-1)).toContain(
    "An admin changed this: from now on, what I answer here reaches only who asked.",
  );
  expect(at.read(at.march).join()).not.toContain("Ana");
});

test("with private answers the group's menu makes what is said unseen too, but for what shares; without them it has no menu of its own", async () => {
  const at = await startMarch();
  const menu = () => at.api.menu({ type: "chat", chat_id: at.march.id });
  const unseen = (entries: readonly { command: string; is_ephemeral?: true }[]) =>
    entries.filter(({ is_ephemeral }) => is_ephemeral).map(({ command }) => command);
  expect(unseen(at.api.menu({ type: "all_group_chats" }))).toEqual([
    "ask",
    "precision",
    "language",
    "who",
    "privacy",
    "help",
  ]);
  expect(unseen(at.api.menu({ type: "all_private_chats" }))).toEqual([]);
  await at.ask(at.ana, at.march, "/setup@whereat_bot answers private");
  expect(unseen(menu())).toContain("whereis");
  expect(unseen(menu())).not.toContain("here");
  await at.ask(at.ana, at.march, "/setup@whereat_bot answers room");
  expect(menu()).toEqual([]);
});

test("what a basic group cannot do with private answers is found", async () => {
  const at = await startMarch();
  const basic = at.api.places.group({ title: "Basic", members: [at.ana, at.ben], bot: "administrator" });
  await at.ask(at.ana, basic, "/setup@whereat_bot answers private");
  const said = at.read(basic, at.ana).join();
  expect(said).toContain("what I answer here reaches only who asked");
  at.api.people.say(at.ana, basic, "/setup@whereat_bot");
  await at.settle();
  const link = at.api.screen.fromBot(basic).at(-1)?.buttons.flat()[0];
  expect(link).toMatchObject({ text: "Read it in private" });
  at.api.people.openDeepLink(at.ana, at.api.places.privateChat(at.ana), String(Object(link).url).split("start=")[1]);
  await at.settle();
  expect(at.read(at.api.places.privateChat(at.ana)).at(-1)).toContain("Telegram shows nothing to one member alone");
});

import { describe, expect, test } from "vitest";
import { plainWords } from "../../../../src/bots/render.ts";
import { commands } from "../../../../src/core/commands/index.ts";
import { text } from "../../../../src/core/text/texts.ts";
import { minute } from "../../../../src/lib/time.ts";
import { atSquare, nobody, serialisations, square, startMarch } from "../stories/march.ts";

describe.each(serialisations)("rooms on Telegram, updates written at %s", (serialise) => {
  test.each<[string, ("old" | "new")[]]>([
    ["the old room and then the new one", ["old", "new"]],
    ["the new room and then the old one", ["new", "old"]],
    ["the old room alone", ["old"]],
    ["the new room alone", ["new"]],
  ])("a group that becomes a supergroup keeps its people and its expiry, as told by %s", async (_whom, told) => {
    const { api, ana, ben, settle, ask } = await startMarch({ serialise });
    const group = api.places.group({ title: "Small", members: [ana, ben], bot: "administrator" });
    await ask(ana, group, "/expiry 2h");
    api.people.sendLocation(ana, group, square);
    await settle();
    const next = api.upgrade(group, ana, told);
    await settle();
    expect(await ask(ben, next, "/whereis ana")).toContain(
      `Ana is at ${atSquare}, within 12 metres, just now. Kept for 2 hours.`,
    );
    expect(await ask(ben, next, "/expiry")).toContain("kept for 2 hours after it was reported");
  });

  test("somebody who speaks in the new supergroup before Telegram says that it is the old group loses nothing", async () => {
    const { api, ana, ben, settle, ask } = await startMarch({ serialise });
    const group = api.places.group({ title: "Small", members: [ana, ben], bot: "administrator" });
    api.people.sendLocation(ana, group, square);
    await settle();
    const next = api.upgrade(group, ana, []);
    api.people.sendLocation(ben, next, square);
    expect(await ask(ben, next, "/whereis")).toContain("One person shares");
    api.inject({
      message: {
        message_id: 999,
        date: Math.floor(api.world.now() / 1000),
        chat: { id: group.id, type: "group", title: "Small" },
        from: { id: ana.id, is_bot: false, first_name: "Ana" },
        migrate_to_chat_id: next.id,
      },
    });
    await settle();
    expect(await ask(ben, next, "/whereis")).toContain("2 people share with this room now.");
  });

  test("an admin who posts as the group sets the expiry, and is not named; a member who is no admin does not", async () => {
    const { api, ana, ben, march, settle, read, ask } = await startMarch({ serialise });
    api.people.say(ana, march, "/expiry 2h", { as: "anonymous admin" });
    await settle();
    expect(read(march).at(-1)).toContain("The expiry of this room is now 2 hours");
    expect(read(march).join()).not.toContain("Ana");
    expect(await ask(ben, march, "/expiry 3h")).toContain("Only an admin of this room can change the expiry.");
    expect(await ask(ben, march, "/expiry")).toContain("kept for 2 hours");
  });

  test("what is said in a topic is answered in that topic, and a share in one is seen from all", async () => {
    const { api, ana, ben, settle } = await startMarch({ serialise });
    const forum = api.places.forum({ title: "Forum", members: [ana, ben], bot: "administrator" });
    const north = api.places.topic(forum, ana, "North");
    const south = api.places.topic(forum, ana, "South");
    api.live.share(ana, forum, square, 900, { thread: north.id });
    await settle();
    api.people.say(ben, forum, "/whereis ana", { thread: south.id });
    await settle();
    const [answer] = api.screen.fromBot(forum);
    expect(answer).toMatchObject({ thread: south.id });
    expect(answer?.text).toContain(atSquare);
    api.people.say(ben, forum, "/privacy");
    await settle();
    expect(api.screen.now(forum, ben).at(-1)).toMatchObject({ thread: undefined, onlyFor: { id: ben.id } });
  });

  test("a room in which the bot hears no locations is told so once, when it comes", async () => {
    const { api, ana, ben, settle, read, ask, pass } = await startMarch({ serialise });
    const quiet = api.places.supergroup({ title: "Quiet", members: [ana, ben] });
    api.members.addBot(quiet, ana);
    const added = api.updates.lastId() - 1;
    await settle();
    await pass(minute);
    api.updates.redeliver(added);
    await settle();
    expect(read(quiet)).toHaveLength(1);
    expect(read(quiet)[0]).toContain("In this room I hear commands only, no live locations.");
    api.live.share(ana, quiet, square, 900);
    expect(await ask(ben, quiet, "/whereis@whereat_bot")).toBe(nobody);
    expect(await ask(ben, quiet, "/share@whereat_bot")).toContain("I cannot hear live locations in this room.");
    api.members.promoteBot(quiet, ana);
    await settle();
    expect(await ask(ben, quiet, "/share")).toContain("On your phone, in this group, tap Attach, the paper clip.");
    api.live.share(ana, quiet, square, 900);
    expect(await ask(ben, quiet, "/whereis")).toContain(atSquare);
  });

  test("a room in which the bot is no admin any more is told that live locations are no longer heard, and nothing when it becomes one", async () => {
    const { api, ana, march, settle, read } = await startMarch();
    api.members.demoteBot(march, ana);
    await settle();
    expect(read(march)).toEqual([expect.stringContaining("I no longer follow live locations that are shared here.")]);
    api.members.promoteBot(march, ana);
    await settle();
    expect(read(march)).toHaveLength(1);
  });

  test("what belonged to a room is destroyed when the bot is removed, and does not come back with it", async () => {
    const { api, ana, ben, march, settle, ask } = await startMarch({ serialise });
    await ask(ana, march, "/expiry 2h");
    const share = api.live.share(ana, march, square, 900);
    expect(await ask(ben, march, "/whereis")).toContain(atSquare);
    api.members.removeBot(march, ana);
    await settle();
    api.members.promoteBot(march, ana);
    await settle();
    expect(await ask(ben, march, "/whereis")).toBe(nobody);
    expect(await ask(ben, march, "/expiry")).toContain("kept for 1 hour");
    api.live.stop(share);
    await settle();
  });

  test("whoever shares with a room that the bot is removed from is told, by the room's name", async () => {
    const { api, ana, ben, march, settle, read } = await startMarch({ serialise });
    const chat = api.places.privateChat(ben);
    api.live.share(ben, march, square, 900);
    await settle();
    api.members.removeBot(march, ana);
    await settle();
    expect(read(chat)).toEqual([
      "I was removed from March, so your share there is over. If your phone still sends a live location, stop it there.",
    ]);
  });

  test("somebody who leaves, or is removed, is shown to nobody from then on, and is told nothing in private", async () => {
    const { api, ana, ben, march, settle, ask, read } = await startMarch({ serialise });
    api.live.share(ben, march, square, 900);
    expect(await ask(ana, march, "/whereis")).toContain(atSquare);
    api.members.kick(march, ben, ana);
    await settle();
    expect(read(march)).toEqual([]);
    expect(await ask(ana, march, "/whereis")).toBe(nobody);
    expect(await ask(ben, api.places.privateChat(ben), "/whereis")).toContain("I know of no room that we are both in");
  });

  test("somebody whose leaving Telegram did not tell is found out when asked for", async () => {
    const { api, ana, ben, march, settle, ask } = await startMarch({ serialise });
    api.live.share(ben, march, square, 900);
    await settle();
    api.members.setQuietly(march, ben, "left");
    expect(await ask(ana, march, "/whereis")).toBe(nobody);
    api.members.setQuietly(march, ben, "member");
    expect(await ask(ana, march, "/whereis")).toBe(nobody);
  });

  test("blocking the bot ends what one shares, in every room", async () => {
    const { api, ana, ben, march, legal, settle, ask } = await startMarch({ serialise });
    for (const room of [march, legal]) api.live.share(ana, room, square, 900);
    expect(await ask(ben, march, "/whereis")).toContain(atSquare);
    api.members.block(api.places.privateChat(ana));
    await settle();
    expect(await ask(ben, march, "/whereis")).toBe(nobody);
    expect(await ask(ana, legal, "/whereis")).toBe(nobody);
  });
});

test("the menu of each kind of chat lists what can be said there, in the order of the command table", async () => {
  const { api } = await startMarch();
  const shown = (isShown: (where: string, adminOnly: boolean) => boolean) =>
    [...commands].filter(
      ([, { listed, needs, where, adminOnly }]) => listed && needs === undefined && isShown(where, adminOnly === true),
    );
  const named = (type: string) => api.menu({ type }).map(({ command, description }) => [command, description]);
  const listed = (isShown: Parameters<typeof shown>[0]) =>
    shown(isShown).map(([name, { listed }]) => [name, listed && plainWords([text(listed.menu)])]);
  expect(named("all_private_chats")).toEqual(listed((where) => where !== "room"));
  expect(named("all_group_chats")).toEqual(listed((where, adminOnly) => where !== "private" && !adminOnly));
  expect(named("all_chat_administrators")).toEqual(listed((where) => where !== "private"));
  expect(named("all_chat_administrators").map(([name]) => name)).toContain("wipe");
  expect(named("all_chat_administrators").map(([name]) => name)).not.toContain("allowlive");
});

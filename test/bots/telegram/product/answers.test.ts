import { describe, expect, test } from "vitest";
import { hour, minute } from "../../../../src/lib/time.ts";
import { atBridge, atSquare, bridge, nobody, serialisations, square, startMarch } from "../stories/march.ts";

describe.each(serialisations)("an answer on Telegram, updates written at %s", (serialise) => {
  test("is deleted when the first position in it expires", async () => {
    const { api, ana, ben, march, settle, read, ask, pass } = await startMarch({ serialise });
    api.people.sendLocation(ana, march, square);
    await settle();
    await pass(30 * minute);
    api.people.sendLocation(ben, march, bridge);
    expect(await ask(ben, march, "/whereis")).toContain(atSquare);
    await pass(30 * minute - 1000);
    expect(read(march)).toHaveLength(1);
    await pass(1000);
    expect(read(march)).toEqual([]);
    expect(await ask(ana, march, "/whereis ben")).toContain(atBridge);
    expect(read(march)).toEqual([expect.stringContaining(atBridge)]);
    await pass(30 * minute);
    expect(read(march)).toEqual([]);
  });

  test("is edited while it is the newest message, and else deleted and given anew", async () => {
    const { api, ana, ben, march, read, ask, pass } = await startMarch({ serialise });
    api.people.sendLocation(ana, march, square);
    api.people.sendLocation(ben, march, bridge);
    await ask(ben, march, "/whereis");
    const [before] = api.screen.fromBot(march);
    await pass(minute);
    expect(await ask(ben, march, "/whereis")).toContain("1 minute ago");
    expect(api.screen.fromBot(march)).toMatchObject([{ isEdited: true, messageId: before?.messageId }]);
    api.people.say(ana, march, "Where are you all?");
    await ask(ben, march, "/whereis");
    expect(read(march)).toHaveLength(1);
    expect(api.screen.fromBot(march)[0]?.messageId).not.toBe(before?.messageId);
  });

  test("is edited away in a group that became a supergroup, where a bot can delete nothing any more", async () => {
    const { api, ana, ben, settle, ask, read } = await startMarch({ serialise });
    const group = api.places.group({ title: "Small", members: [ana, ben], bot: "administrator" });
    api.live.share(ana, group, square, 900);
    expect(await ask(ben, group, "/whereis ana")).toContain(atSquare);
    api.upgrade(group, ana);
    await settle();
    expect(read(group).join()).toContain(atSquare);
    api.people.say(ana, api.places.privateChat(ana), "/stop");
    await settle();
    expect(read(group)).toEqual(["This answer is no longer valid."]);
    expect(api.screen.fromBot(group)[0]?.message.markup).toBeUndefined();
  });

  test("of one person is neither deleted nor edited because another asks", async () => {
    const { api, ana, ben, march, settle, read, ask } = await startMarch({ serialise });
    api.live.share(ana, march, square, 900);
    const first = await ask(ben, march, "/whereis ana");
    for (const words of ["/whereis", "/whereis zz"]) await ask(ana, march, words);
    await settle();
    expect(read(march)).toEqual([first]);
    expect(read(march, ana)).toEqual([first, "There is nobody called “zz” whose position I can show you now."]);
    expect(api.screen.fromBot(march)[0]?.isEdited).toBe(false);
  });

  test("that is too old to be deleted, because the program was away, is edited away", async () => {
    const { api, ana, ben, march, settle, read, ask, pass } = await startMarch({ serialise });
    await ask(ana, march, "/expiry 7 days");
    for (const [who, where] of [
      [ana, square],
      [ben, bridge],
    ] as const) {
      api.people.sendLocation(who, march, where);
    }
    expect(await ask(ben, march, "/whereis")).toContain(atSquare);
    await pass(49 * hour, 49 * hour);
    await settle();
    expect(read(march).at(-1)).toBe("This answer is no longer valid.");
    expect(read(march).join()).not.toContain(atSquare);
    expect(await ask(ben, march, "/whereis ana")).toContain(`Ana was last seen`);
  });

  test("is deleted after 47 hours though the position is kept for longer, while Telegram still lets the bot", async () => {
    const { api, ana, ben, march, read, ask, pass } = await startMarch({ serialise });
    await ask(ana, march, "/expiry 7 days");
    api.people.sendLocation(ana, march, square);
    expect(await ask(ben, march, "/whereis ana")).toContain(atSquare);
    await pass(47 * hour - minute, 20 * minute);
    expect(read(march).join()).toContain(atSquare);
    await pass(minute);
    expect(read(march).join()).not.toContain(atSquare);
  });

  test("in private tells of all one's rooms and of no other, and ends with what it shows", async () => {
    const { api, ana, ben, cem, march, legal, settle, read, ask } = await startMarch({ serialise });
    api.people.sendLocation(ben, march, square);
    api.people.sendLocation(cem, legal, bridge);
    await settle();
    await ask(ana, march, "/precision");
    await ask(ana, legal, "/precision");
    const chat = api.places.privateChat(ana);
    const told = await ask(ana, chat, "/whereis");
    expect(told).toContain("One person shares with March now.\nBen is at 52.52000");
    expect(told).toContain("One person shares with Legal now.\nCem is at 52.50100");
    expect(await ask(ben, api.places.privateChat(ben), "/whereis")).not.toContain("Cem");
    api.people.say(ben, march, "/stop");
    await settle();
    expect(read(chat)).toEqual([]);
    expect(await ask(ana, march, "/whereis")).toBe(nobody);
  });
});

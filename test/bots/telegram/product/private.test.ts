import { describe, expect, test } from "vitest";
import { buttonsOf } from "../../../support/fake-bot-api/world/callbacks.ts";
import type { Message } from "../../../support/fake-bot-api/world/world.ts";
import { atSquare, bridge, nobody, serialisations, square, startMarch } from "../stories/march.ts";

const which = "Who may see where you are? Until you choose, nobody can see this position.";

const payloadIn = (message: Message) => buttonsOf(message).flat()[0]?.url?.split("?start=")[1] ?? "";

describe.each(serialisations)("a live location sent to the bot in private, updates written at %s", (serialise) => {
  test("is seen by nobody until its sharer has pressed a room's button, and then by that room alone", async () => {
    const { api, ana, ben, cem, march, legal, ask, settle, read, withButtons } = await startMarch({ serialise });
    const chat = api.places.privateChat(ana);
    for (const room of [march, legal]) await ask(ana, room, "/privacy");
    api.live.share(ana, chat, square, 900);
    // Seconds of it are over when it is confirmed.
    api.pass(7000);
    await settle();
    expect(read(chat)).toEqual([which]);
    expect(buttonsOf(withButtons(chat)).flat()).toMatchObject([{ text: "March" }, { text: "Legal" }]);
    expect(await ask(ben, march, "/whereis")).toBe(nobody);

    const press = api.callbacks.press(ana, withButtons(chat), "March");
    await settle();
    await api.calls.until(() => press.answer);
    expect(read(chat).at(-1)).toBe(
      "The members of March can see where you are, live, for 15 minutes.\n" +
        "Only your latest position is kept, 1 hour at the longest.\n" +
        "To end it, stop the live location or say /stop. Deleting your message does not end it.",
    );
    expect(await ask(ben, march, "/whereis ana")).toBe(
      `Ana shares with this room.\nAna is at ${atSquare}, within 12 metres, 8 seconds ago. Kept for 14 minutes.`,
    );
    expect(await ask(cem, legal, "/whereis")).toBe(nobody);
  });

  test("asks once, though its phone goes on moving, and shows where it is by the time of the choice", async () => {
    const { api, ana, ben, march, legal, ask, settle, read, pass, withButtons } = await startMarch({ serialise });
    const chat = api.places.privateChat(ana);
    for (const room of [march, legal]) await ask(ana, room, "/privacy");
    const share = api.live.share(ana, chat, bridge, 900);
    await settle();
    await pass(60_000);
    api.live.move(share, square);
    await settle();
    expect(read(chat)).toEqual([which]);
    api.callbacks.press(ana, withButtons(chat), "March");
    await settle();
    expect(await ask(ben, march, "/whereis ana")).toContain(atSquare);
  });

  test("cannot be given to a room by anybody else, nor twice, nor to a room that was not offered", async () => {
    const { api, ana, ben, march, legal, ask, settle, read, withButtons } = await startMarch({ serialise });
    const chat = api.places.privateChat(ana);
    for (const room of [march, legal]) await ask(ana, room, "/privacy");
    api.live.share(ana, chat, square, 920);
    await settle();
    const question = withButtons(chat);
    api.callbacks.forge(ben, question, buttonsOf(question).flat()[0]?.data ?? "");
    api.callbacks.forge(ana, question, "choose id-4711");
    await settle();
    expect(await ask(ben, march, "/whereis")).toBe(nobody);
    expect(read(chat).at(-1)).toContain("That is none of the rooms that you can choose now.");
    api.callbacks.press(ana, question, "March");
    api.callbacks.press(ana, question, "Legal");
    await settle();
    expect(read(chat).at(-1)).toContain("The members of March can see where you are, live, for 15 minutes.");
    expect(await ask(ana, legal, "/whereis")).toBe(nobody);
  });

  test("goes to the room whose link was opened, from then on without a question", async () => {
    const { api, ana, ben, march, ask, settle, read, pass, withButtons } = await startMarch({ serialise });
    const chat = api.places.privateChat(ana, false);
    await ask(ana, march, "/share");
    api.people.openDeepLink(ana, chat, payloadIn(withButtons(march)));
    await settle();
    expect(read(chat)[0]).toContain("From here you share with the members of March. Nobody sees anything yet.");
    for (const _ of ["first", "second"]) {
      api.live.share(ana, chat, square, 900);
      await settle();
      expect(read(chat).at(-1)).toContain("The members of March can see where you are, live, for 15 minutes.");
      expect(await ask(ben, march, "/whereis ana")).toContain(`Ana shares with this room.\nAna is at ${atSquare}`);
      await pass(900_000);
      expect(await ask(ben, march, "/whereis")).toBe(nobody);
    }
  });

  test("is linked to nothing by a link that is not for this person, is a day old, or never was", async () => {
    const { api, ana, cem, march, ask, settle, read, pass, withButtons } = await startMarch({ serialise });
    await ask(ana, march, "/share");
    const payload = payloadIn(withButtons(march));
    const outsider = api.places.privateChat(cem);
    api.people.openDeepLink(cem, outsider, payload);
    api.people.openDeepLink(cem, outsider, "made-up");
    await settle();
    expect(read(outsider).map((text) => text.split("\n")[0])).toEqual([
      "This link is over, or it is not for you.",
      "This link is over, or it is not for you.",
    ]);
    await pass(24 * 3_600_000, 3_600_000);
    const chat = api.places.privateChat(ana);
    api.people.openDeepLink(ana, chat, payload);
    await settle();
    expect(read(chat).at(-1)).toContain("This link is over");
  });

  test("can be replaced by typed coordinates, and /share in private says how to do both", async () => {
    const { api, ana, settle, read } = await startMarch({ serialise });
    const chat = api.places.privateChat(ana);
    api.people.say(ana, chat, "/share");
    await settle();
    expect(read(chat)).toEqual([
      "On your phone, in this chat, tap Attach, the paper clip.\n" +
        "Choose Location, then Share My Live Location, and for how long.\n" +
        "To stop: /stop, or Stop Sharing on the message. Deleting the message does not stop it.\n" +
        "Or type coordinates: /here 52.5200 13.4050.",
    ]);
  });

  test("that is a place, or somebody else's, is not taken, and its sender is told so", async () => {
    const { api, ana, ben, march, settle, read, ask } = await startMarch({ serialise });
    const chat = api.places.privateChat(ana);
    await ask(ana, march, "/privacy");
    api.people.sendVenue(ana, chat, square, "Café", "Street 1");
    api.people.forward(ana, api.live.share(ben, march, square, 900), chat);
    await settle();
    const said =
      "I understand commands, and a location of your own that you send yourself. I took nothing from this message.\n" +
      "/help lists what I do; /share says how to share.";
    expect(read(chat)).toEqual([said, said]);
  });

  test("of somebody whom the bot knows from no room is not kept, and told how to begin", async () => {
    const { api, ben, march, settle, read, ask } = await startMarch({ serialise });
    const dora = api.places.person("Dora");
    const chat = api.places.privateChat(dora);
    const share = api.live.share(dora, chat, square, 900);
    await settle();
    api.live.move(share, bridge);
    await settle();
    expect(read(chat)).toEqual([
      "Nobody can see this position, and it was not kept: I know of no room that we are both in.\n" +
        "Say /share in a room that I am in, and come back here as my answer there says.",
    ]);
    expect(await ask(ben, march, "/whereis")).toBe(nobody);
  });
});

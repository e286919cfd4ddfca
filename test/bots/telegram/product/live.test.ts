import { describe, expect, test } from "vitest";
import { hour, minute } from "../../../../src/lib/time.ts";
import { untilTurnedOff } from "../../../support/fake-bot-api/world/live-locations.ts";
import { atBridge, atSquare, bridge, nobody, serialisations, square, startMarch } from "../stories/march.ts";

describe.each(serialisations)("a live location in a group, updates written at %s", (serialise) => {
  test("is taken in with a sign and no words, and followed without either", async () => {
    const { api, ana, ben, march, settle, read, ask, pass } = await startMarch({ serialise });
    const share = api.live.share(ana, march, square, 900);
    await settle();
    await pass(minute);
    api.live.move(share, bridge);
    await settle();
    expect(api.screen.now(march).map(({ reactions }) => reactions)).toEqual([["👍"]]);
    expect(read(march)).toEqual([]);
    expect(api.calls.accepted("setMessageReaction")).toHaveLength(1);
    expect(await ask(ben, march, "/whereis ana")).toContain(
      `Ana is at ${atBridge}, accuracy unknown, just now. Kept for 14 minutes.`,
    );
  });

  test("that is stopped in the app is gone at once, and the answer that showed it with it", async () => {
    const { api, ana, ben, march, settle, read, ask } = await startMarch({ serialise });
    const share = api.live.share(ana, march, square, 900);
    expect(await ask(ben, march, "/whereis")).toContain(atSquare);
    api.live.stop(share);
    await settle();
    expect(read(march)).toEqual([]);
    expect(await ask(ben, march, "/whereis")).toBe(nobody);
  });

  test("that runs out is gone though Telegram says nothing, and the answer that showed it with it", async () => {
    const { api, ana, ben, march, settle, read, ask, pass } = await startMarch({ serialise });
    api.live.share(ana, march, square, 900);
    await settle();
    await pass(15 * minute - 1000);
    expect(await ask(ben, march, "/whereis")).toContain(
      `Ana was last seen at ${atSquare}, within 12 metres, 14 minutes ago.`,
    );
    const told = api.updates.lastId();
    await pass(1000);
    expect(read(march)).toEqual([]);
    expect(await ask(ben, march, "/whereis")).toBe(nobody);
    expect(api.updates.lastId()).toBe(told + 1);
  });

  test("that is extended goes on for as long as it is extended, and no longer", async () => {
    const { api, ana, ben, march, settle, ask, pass } = await startMarch({ serialise });
    const share = api.live.share(ana, march, square, 900);
    await settle();
    await pass(14 * minute);
    api.live.extend(share, 1800);
    await settle();
    await pass(15 * minute);
    expect(await ask(ben, march, "/whereis")).toContain(atSquare);
    await pass(minute);
    expect(await ask(ben, march, "/whereis")).toBe(nobody);
  });

  test("that has no end is ended after a day", async () => {
    const { api, ana, ben, march, settle, ask, pass } = await startMarch({ serialise });
    const share = api.live.share(ana, march, square, untilTurnedOff);
    for (let passed = 0; passed < 23; passed += 1) {
      await settle();
      await pass(hour, 10 * minute);
      api.live.move(share, { ...square, heading: 1 + passed });
    }
    await settle();
    expect(await ask(ben, march, "/whereis")).toContain(atSquare);
    await pass(hour, 10 * minute);
    expect(await ask(ben, march, "/whereis")).toBe(nobody);
    api.live.move(share, bridge);
    await settle();
    expect(await ask(ben, march, "/whereis")).toBe(nobody);
  });

  test("whose beginning the bot never heard of is known from its first update on", async () => {
    const { api, ana, ben, march, settle, ask, pass } = await startMarch({ serialise });
    const share = api.live.share(ana, march, square, 900, { unheard: true });
    await pass(5 * minute);
    api.live.move(share, bridge);
    await settle();
    expect(await ask(ben, march, "/whereis ana")).toContain(
      `Ana is at ${atBridge}, accuracy unknown, just now. Kept for 10 minutes.`,
    );
    await pass(10 * minute);
    expect(await ask(ben, march, "/whereis")).toBe(nobody);
  });

  test("is shown where it was last, in whatever order and however often its updates arrive", async () => {
    const { api, ana, ben, march, settle, ask, pass } = await startMarch({ serialise });
    const share = api.live.share(ana, march, square, 900);
    await settle();
    await pass(2 * minute);
    api.live.move(share, bridge);
    const moved = api.updates.lastId();
    api.live.late(share, { latitude: 1, longitude: 2 }, share.date + 60);
    await settle();
    expect(await ask(ben, march, "/whereis ana")).toContain(`${atBridge}, accuracy unknown, just now`);
    await pass(minute);
    api.updates.redeliver(moved - 1);
    api.updates.redeliver(moved);
    await settle();
    expect(await ask(ben, march, "/whereis ana")).toContain(`${atBridge}, accuracy unknown, 1 minute ago`);
  });

  test("or where its sharer typed that they are, whichever was later, also within one second and delivered again", async () => {
    const { api, ana, ben, march, settle, ask } = await startMarch({ serialise });
    const share = api.live.share(ana, march, square, 900);
    await settle();
    api.people.say(ana, march, "/here 3.50000 4.50000");
    api.live.move(share, bridge);
    const moved = api.updates.lastId();
    await settle();
    expect(await ask(ben, march, "/whereis ana")).toContain(atBridge);
    api.people.say(ana, march, "/here 3.25000 4.25000");
    await settle();
    api.updates.redeliver(moved);
    await settle();
    expect(await ask(ben, march, "/whereis ana")).toContain("3.25000, 4.25000");
  });

  test("stays ended, whatever of it is delivered again after /stop", async () => {
    const { api, ana, ben, march, settle, ask } = await startMarch({ serialise });
    const share = api.live.share(ana, march, square, 900);
    const first = api.updates.lastId();
    expect(await ask(ana, march, "/stop")).toContain("Stopped. Nobody in this room can see where you are");
    api.live.move(share, bridge);
    api.updates.redeliver(first);
    await settle();
    expect(await ask(ben, march, "/whereis")).toBe(nobody);
  });
});

describe("a location that is delivered late, when Telegram no longer says whether it was live", () => {
  test("is shared with nobody when it may be a live one that ran out, and the private chat says so", async () => {
    const { api, ana, ben, march, legal, settle, read, ask } = await startMarch({ serialise: "fetch" });
    const chat = api.places.privateChat(ana);
    for (const room of [march, legal]) await ask(ana, room, "/privacy");
    const date = Math.floor(api.world.now() / 1000) - 16 * 60;
    api.live.share(ana, march, square, 900, { date });
    api.live.share(ana, chat, square, 900, { date });
    await settle();
    expect(read(chat)).toEqual([
      "This share is already over, or it came too late. Nobody can see it. To share again, send your location again.",
    ]);
    expect(await ask(ben, march, "/whereis")).toBe(nobody);
  });

  test("is shared when it is a plain one of a few minutes ago", async () => {
    const { api, ana, ben, march, settle, ask } = await startMarch({ serialise: "fetch" });
    api.people.sendLocation(ana, march, bridge, { date: Math.floor(api.world.now() / 1000) - 4 * 60 });
    await settle();
    expect(await ask(ben, march, "/whereis ana")).toContain(`${atBridge}, accuracy unknown, 4 minutes ago`);
  });
});

describe.each(serialisations)("two live locations of one person, updates written at %s", (serialise) => {
  test("are one place, the newest, and the older one that ends takes nothing of it", async () => {
    const { api, ana, ben, march, settle, ask, pass } = await startMarch({ serialise });
    const phone = api.live.share(ana, march, square, 900);
    await settle();
    await pass(minute);
    api.live.share(ana, march, bridge, 900);
    expect(await ask(ben, march, "/whereis")).toContain(`One person shares with this room now.\nAna is at ${atBridge}`);
    api.live.stop(phone);
    await settle();
    expect(await ask(ben, march, "/whereis")).toContain(atBridge);
  });

  test("are none but the older one when the newer one ends: it is shown again once it moves", async () => {
    const { api, ana, ben, march, settle, ask, pass } = await startMarch({ serialise });
    const phone = api.live.share(ana, march, square, 900);
    await settle();
    await pass(minute);
    const tablet = api.live.share(ana, march, bridge, 900);
    await settle();
    api.live.stop(tablet);
    const said = await ask(ben, march, "/whereis");
    expect(said).not.toContain(atBridge);
    expect(said).not.toContain(atSquare);
    api.live.move(phone, { ...square, heading: 90 });
    expect(await ask(ben, march, "/whereis")).toContain(`Ana is at ${atSquare}, within 12 metres, heading east`);
  });
});

import { expect } from "vitest";
import { linesOf, noticeOf } from "../../../src/bots/matrix/send/message-content.ts";
import { plainWords } from "../../../src/bots/render.ts";
import { readUpdate } from "../../../src/bots/telegram/receive/read-update.ts";
import { hour, minute } from "../../../src/lib/time.ts";
import { ben as benThere, read, text } from "../../bots/matrix/fake/events.ts";
import { ben, command, date, me, message, now, place, supergroup } from "../../bots/telegram/receive/updates.ts";
import { square, startMarch } from "../../bots/telegram/stories/march.ts";
import { buttonsOf } from "../../support/fake-bot-api/world/callbacks.ts";
import { createWorld } from "../../support/world/world.ts";

/** What an answer says of people and places. */
export const telling: Record<string, () => Promise<void>> = {
  "What is shown of a position is never finer than what was told of it, and coordinates that can be read in two ways are shared as neither.":
    async () => {
      const said = async (typed: string) => {
        const world = await createWorld();
        world.room("march", "ana", "ben");
        await world.says("ana", "march", `/here ${typed}`);
        const toAna = world.last("march") ?? "";
        await world.says("ben", "march", "/whereis ana");
        return [toAna, world.last("march") ?? ""] as const;
      };
      for (const [typed, shown] of [
        ["52 13", "is at 52, 13, uncertain by at least 131 kilometres"],
        ["geo:52.516312,13.377712;u=150000", "is at 52.5, 13.4, within 150 kilometres"],
        ["52.516312,13.377712", "is at 52.51631, 13.37771, accuracy unknown"],
      ] as const)
        expect((await said(typed))[1]).toContain(shown);
      const near = await createWorld();
      near.room("march", "ana", "ben");
      for (const [who, typed] of [
        ["ana", "geo:52.50000,13.40000;u=200"],
        ["ben", "geo:52.50250,13.40000;u=200"],
      ] as const)
        await near.says(who, "march", `/here ${typed}`);
      await near.says("ben", "march", "/whereis ana");
      expect(near.last("march")).toContain("Ana is less than 680 metres from Ben");
      for (const typed of ["48,85", "52 30.985", "52.30 13.22", "52.30,13.22"])
        expect(await said(typed)).toEqual([
          expect.stringContaining("can be read in two ways"),
          "There is nobody called “ana” whose position I can show you now.",
        ]);
      const location = { ...place, horizontal_accuracy: 1500 };
      const [telegram] = readUpdate(message({ location }), me, now);
      expect(telegram).toHaveProperty("position.wider", true);
    },

  "The first line of an answer, which a lock screen may show, holds no coordinate.": async () => {
    const world = await createWorld();
    world.room("march", "ana", "ben", "cem");
    await world.shares("ana", "march", { at: [52.52, 13.405], live: hour });
    await world.shares("cem", "march", { at: [52.53, 13.405], live: hour });
    const said: string[] = [];
    for (const shares of [false, true]) {
      if (shares) await world.shares("ben", "march", { at: [52.5, 13.405], live: hour });
      for (const asked of ["/whereis", "/whereis ana", "/whereis ana, cem", "/whereis nearest", "/pin ana"]) {
        await world.says("ben", "march", asked);
        await world.says("ben", undefined, asked);
        said.push(world.last("march") ?? "", world.last("ben") ?? "");
      }
    }
    expect(said.filter((answer) => /52\.5\d000/.test(answer)).length).toBeGreaterThan(10);
    for (const answer of said) expect(answer.split("\n")[0]).not.toMatch(/\d\.\d/);
  },

  "Whoever a name fits is shown: people of one name are told apart, and rooms to choose from; a name that was changed is marked, and one that could be taken for words is quoted.":
    async () => {
      const world = await createWorld();
      world.room("march", "ben", "mallory", "ana", "third", "fourth");
      world.network.know("mallory", { name: "Mallory", handle: "mallory" });
      world.network.know("ana", { name: "Ana Kovac", handle: "ana_k" });
      world.network.know("third", { name: "Ben is at 10.0, 20.0" });
      world.network.know("fourth", { name: "ANA" });
      for (const [index, who] of ["mallory", "ana", "third", "fourth"].entries()) {
        await world.says(who, "march", "/help");
        await world.shares(who, "march", { at: [52 + index, 13], live: hour });
      }
      world.network.know("mallory", { name: "Ana", handle: "mallory" });
      await world.says("mallory", "march", "/help");
      await world.says("ben", "march", "/whereis ana");
      const byName = world.last("march");
      await world.says("ben", "march", "/whereis");
      const list = world.last("march");
      expect(byName).toContain("Ana (@mallory, name changed) is at 52.0");
      expect(byName).toContain("Ana Kovac (@ana_k) is at 53.0");
      expect(list).toContain("Ana (@mallory, name changed) is at 52.0");
      expect(list).toContain("Ana Kovac is at 53.0");
      expect(list).toMatch(/ANA \(known here for [^)]+\) is at 55\.0/);
      expect(list?.replaceAll("\u2060", "")).toContain("“Ben is at 10.0, 20.0” is at 54.0");

      for (const room of ["one", "other"]) {
        world.room(room, "ana");
        Object.assign(world.network.rooms.get(room) ?? {}, { name: "Legal" });
        await world.says("ana", room, "/help");
      }
      await world.shares("ana", undefined, { at: [52, 13], live: hour });
      const labels = world.network.posts.at(-1)?.message.choices?.map(({ label }) => plainWords([label])) ?? [];
      expect(new Set(labels).size).toBe(3);

      // Typed without the marks of a keyboard that is not there, and in any script.
      const family = await createWorld();
      const people = [
        ["José", "jose"],
        ["Müller", "muller"],
        ["Müller", "mueller"],
        ["Łukasz", "lukasz"],
        ["小明", "明"],
        ["علی\u200cرضا", "علیرضا"],
      ] as const;
      for (const [index, [name, typed]] of people.entries()) {
        family.room(`room${index}`, "ben", `p${index}`);
        family.network.know(`p${index}`, { name });
        await family.shares(`p${index}`, `room${index}`, { at: [52, 13], live: hour });
        await family.says("ben", `room${index}`, `/whereis ${typed}`);
        // A joiner stays where a name is written with it.
        expect(family.last(`room${index}`)).toContain(`${name} is at 52.0`);
      }
    },

  "A question in reply to somebody's message, or with somebody's handle in it, is about that person alone.":
    async () => {
      const world = await createWorld();
      world.room("march", "ben", "ana", "second");
      world.network.know("ana", { name: "Ana", handle: "ana_k" });
      world.network.know("second", { name: "Ana Please" });
      await world.shares("ana", "march", { at: [52, 13], live: hour });
      await world.shares("second", "march", { at: [53, 13], live: hour });
      const asks = async (words: string, more: { mentions?: string[] } = {}) => {
        await world.says("ben", "march", words, more);
        return world.last("march");
      };
      for (const [words, at, other] of [
        ["/whereis @ana_k please", "52.0", "53.0"],
        ["/whereis please @ana_k", "52.0", "53.0"],
      ] as const) {
        expect(await asks(words)).toContain(at);
        expect(world.last("march")).not.toContain(other);
      }
      expect(await asks("/whereis", { mentions: ["second"] })).toContain("53.0");
      expect(world.last("march")).not.toContain("52.0");

      const repliedTo = { message_id: 9, from: ben, chat: supergroup, date };
      const [onTelegram] = readUpdate(command("/whereis", { reply_to_message: repliedTo }), me, now);
      expect(onTelegram).toMatchObject({ mentions: [`telegram:${ben.id}`] });
      const reply = {
        "m.relates_to": { "m.in_reply_to": { event_id: "$old" } },
        "m.mentions": { user_ids: [benThere] },
      };
      expect(read(text("!whereis", reply))).toMatchObject({ mentions: [`matrix:${benThere}`] });
      // Whoever is replied to is not meant where somebody else is named.
      expect(read(text("!whereis cem", reply))).toMatchObject({ mentions: [] });
    },

  "A question that the bot asked is deleted once it is answered, or needs no answer any more.": async () => {
    const world = await createWorld();
    for (const room of ["march", "legal"]) {
      world.room(room, "ana", "ben");
      await world.says("ana", room, "/help");
    }
    const questions = () => world.shown("ana").filter((said) => said.startsWith("Who may see where you are?"));
    for (const end of ["/choose 1", "/stop"]) {
      await world.shares("ana", undefined, { at: [52, 13], live: hour });
      expect(questions()).toHaveLength(1);
      await world.says("ana", undefined, end);
      expect(questions()).toEqual([]);
      await world.says("ana", undefined, "/forget");
      await world.says("ana", "march", "/help");
      await world.says("ana", "legal", "/help");
    }
    // A point that is removed takes nothing of the question away: the share still waits.
    const phone = await world.shares("ana", undefined, { at: [52, 13], live: hour });
    const update = phone.update(52.1, 13);
    await world.tell({ ...update, position: { ...update.position, order: 1 } });
    await world.tell({ kind: "position-removed", person: update.from.person, order: 1 });
    expect(questions()).toHaveLength(1);
  },

  "Past five minutes, or a quarter of the expiry, an answer says where somebody was last seen, never where they are; after 15 minutes without a new position of a live share, its sharer alone is told.":
    async () => {
      const world = await createWorld();
      world.room("march", "ana", "ben");
      await world.shares("ana", "march", { at: [52, 13], live: 8 * hour });
      const said = async () => {
        await world.says("ben", "march", "/whereis");
        return world.last("march");
      };
      await world.pass(5 * minute);
      expect(await said()).toContain("Ana is at");
      await world.pass(1000);
      expect(await said()).toContain("Ana was last seen at");
      await world.says("ana", "march", "/expiry 8m");
      const before = world.shown("march").length;
      await world.pass(10 * minute);
      expect(world.shown("ana")).toEqual(["No new position for 15 minutes. Standing still looks the same."]);
      expect(world.shown("march").length).toBeLessThanOrEqual(before);
      await world.shares("ben", "march", { at: [52, 13], live: 8 * hour });
      await world.pass(2 * minute);
      expect(await said()).toContain("Ben is at");
      await world.pass(1000);
      expect(await said()).toContain("Ben was last seen at");
    },

  "An age is true when it is read: on Telegram the app says it, and elsewhere the time of the clock stands beside it. A share is confirmed for the time that was chosen.":
    async () => {
      const { api, ana, ben, march, ask, settle, read, pass, withButtons } = await startMarch({ serialise: "fetch" });
      const chat = api.places.privateChat(ana);
      await ask(ana, march, "/share");
      const payload = buttonsOf(withButtons(march)).flat()[0]?.url?.split("?start=")[1] ?? "";
      api.people.openDeepLink(ana, chat, payload);
      await settle();
      const reported = Math.floor(api.world.now() / 1000);
      api.live.share(ana, chat, square, 900);
      // Seconds of it are over when it is confirmed.
      api.pass(7000);
      await settle();
      expect(read(chat).at(-1)).toContain("can see where you are, live, for 15 minutes.");
      await pass(4 * minute);
      await ask(ben, march, "/whereis");
      const answer = api.screen.fromBot(march).at(-1);
      expect(answer?.entities?.find(({ type }) => type === "date_time")?.unix_time).toBe(reported);

      const world = await createWorld();
      world.room("march", "ana", "ben");
      await world.shares("ana", "march", { at: [52, 13], live: hour });
      await world.pass(4 * minute);
      await world.says("ben", "march", "/whereis");
      const message = world.network.posts.at(-1)?.message;
      const notice = noticeOf(message === undefined ? [] : linesOf(message));
      for (const part of ["body", "formatted_body"]) expect(notice[part]).toMatch(/4 minutes ago \(\d\d:\d\d \S+\)/);
    },
};

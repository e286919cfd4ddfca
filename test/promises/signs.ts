import { expect } from "vitest";
import { personId, roomId } from "../../src/core/model/ids.ts";
import { maxCommandAge } from "../../src/core/model/limits.ts";
import { hour, minute } from "../../src/lib/time.ts";
import { coreAtFake } from "../bots/matrix/fake/core-at-fake.ts";
import { ana as anaThere, ben as benThere, event, me as there } from "../bots/matrix/fake/events.ts";
import { refusal } from "../bots/matrix/fake/fake-account.ts";
import { connect } from "../bots/telegram/connect.ts";
import { startMarch } from "../bots/telegram/stories/march.ts";
import { createWorld } from "../support/world/world.ts";

/** That who says something to the bot is heard, and sees it. */
export const signs: Record<string, () => Promise<void>> = {
  "`/stop` is obeyed also when it is edited into a message, or stands beneath a photo; no other command is done by an edit.":
    async () => {
      const { api, ana, ben, march, settle, ask } = await startMarch();
      const entities = [{ type: "bot_command", offset: 0, length: 5 }];
      const chat = api.places.privateChat(ana);
      const from = { id: ana.id, is_bot: false, first_name: "Ana" };
      const edits = async (text: string) => {
        const message = api.people.say(ana, chat, "Hello.");
        await settle();
        api.people.editText(message, text);
        await settle();
      };
      const photo = { message_id: 4711, chat: { id: chat.id, type: "private" }, from, photo: [] };
      for (const stops of [
        () => edits("/stop"),
        async () => {
          const date = Math.floor(api.world.now() / 1000);
          api.inject({ message: { ...photo, date, caption: "/stop", caption_entities: entities } });
          await settle();
        },
      ]) {
        api.live.share(ana, march, { latitude: 52.52, longitude: 13.405 }, 900);
        expect(await ask(ben, march, "/whereis")).toContain("52.52000");
        await stops();
        expect(await ask(ben, march, "/whereis")).toContain("Nobody shares");
      }
      api.live.share(ana, march, { latitude: 52.52, longitude: 13.405 }, 900);
      const [, message] = [await settle(), api.people.say(ana, march, "Hello.")];
      await settle();
      api.people.editText(message, "/wipe");
      await settle();
      expect(await ask(ana, march, "/wipe yes")).toContain("Nothing was destroyed.");

      const matrix = await coreAtFake();
      const room = "!march";
      matrix.room(room, [anaThere, benThere], { encrypted: true });
      const asks = async (words: string) =>
        (await matrix.answer(() => matrix.says(benThere, room, words), room)).join();
      const typo = await matrix.says(anaThere, room, "!stpo");
      const image = { msgtype: "m.image", filename: "IMG_1.jpg", url: "mxc://example.org/x" };
      for (const stops of [
        () => matrix.edits(anaThere, room, typo, "!stop"),
        () => matrix.says(anaThere, room, "!stop", image),
      ]) {
        await matrix.shares(anaThere, room);
        expect(await asks("!whereis")).toContain("52.5163");
        // What somebody else claims to edit is not said by its sender.
        const claimed = await matrix.answer(() => matrix.edits(benThere, room, typo, "!stop"), room);
        expect(claimed).toEqual([]);
        await stops();
        expect(await asks("!whereis")).toContain("Nobody shares");
      }
      await matrix.edits(benThere, room, await matrix.says(benThere, room, "Hello."), "!here 52.5163 13.3777");
      expect(await asks("!whereis")).toContain("Nobody shares");
    },

  "What is said to the bot is answered, or gets a word on why not, though not each time.": async () => {
    const matrix = await coreAtFake();
    const [march, toAna] = ["!march", "!ana"];
    matrix.room(march, [anaThere, benThere], { encrypted: true });
    matrix.room(toAna, [anaThere], { encrypted: true });
    const says = (room: string, body: string, more: object = {}) =>
      matrix.answer(() => matrix.says(anaThere, room, body, more), room);
    const picture = { msgtype: "m.image", url: "mxc://example.org/x" };
    // What people say to each other is not.
    expect(await says(march, "where is ben?")).toEqual([]);
    for (const words of ["! whereis", "@whereat whereis ben", "Where At: whereis ben", "@whereat where is ben?"])
      expect([words, await says(march, words)]).toEqual([words, [expect.stringMatching(/./)]]);
    expect(await says(march, "@whereat where is ben?")).toEqual([]);
    expect(await says(toAna, "where is ben?")).toEqual([expect.stringContaining("I understand commands")]);
    expect(await says(toAna, "IMG_1.jpg", picture)).toEqual([expect.stringContaining("I read words and locations")]);
    expect(await says(toAna, "IMG_1.jpg", picture)).toEqual([]);
    const called = () => matrix.does(anaThere, toAna, "m.call.invite", { call_id: "1", offer: {} });
    await matrix.pass(hour);
    expect(await matrix.answer(called, toAna)).toEqual([expect.stringContaining("I read words and locations")]);
    const typo = await matrix.says(benThere, march, "Hello.");
    const edited = await matrix.answer(() => matrix.edits(benThere, march, typo, "!whereis"), march);
    expect(edited).toEqual([expect.stringContaining("In an edited message I read only")]);

    const invited = event("m.room.member", { membership: "invite" }, { state_key: there, sender: "@eve:example.net" });
    await matrix.handlers.onInvite("!eves", [invited]);
    await matrix.idle();
    expect(matrix.left).toEqual([
      { room: "!eves", reason: expect.stringContaining("lets only some people invite it") },
    ]);

    matrix.fail((method) => (method === "react" ? refusal(403) : undefined));
    const shared = await matrix.answer(() => matrix.shares(benThere, march), march);
    expect(shared).toEqual([expect.stringContaining("I have it.")]);

    const { api, ana, march: group, settle, ask, read } = await startMarch();
    expect(await ask(ana, group, "@whereat_bot whereis ben")).toContain("There is nobody called");
    expect(await ask(ana, group, "/ whereis")).toContain("Nobody shares");
    expect(await ask(ana, group, "@whereat_bot hello?")).toContain("I understand commands");
    const chat = api.places.privateChat(ana);
    const voice = { date: Math.floor(api.world.now() / 1000), chat: { id: chat.id, type: "private" }, voice: {} };
    api.inject({
      message: { message_id: 4711, from: { id: ana.id, is_bot: false, first_name: "Ana" }, ...voice } as never,
    });
    await settle();
    expect(read(chat)).toEqual([expect.stringContaining("I read words and locations")]);

    const channel = api.places.channel({ title: "News", owner: ana });
    const before = read(group).length;
    const asChannel = async (words: string) => {
      api.people.say(ana, group, words, { as: channel });
      await settle();
      return read(group).slice(before);
    };
    expect(await asChannel("/ban ben")).toEqual([]);
    for (const words of ["/stop", "/stop"])
      expect(await asChannel(words)).toEqual([expect.stringContaining("This was said as a channel")]);
  },

  "On Matrix, `!setup live` says that it is done only when every member may begin a live share and send its points.":
    async () => {
      const matrix = await coreAtFake();
      const room = "!march";
      const { state } = matrix.room(room, [anaThere, benThere]);
      const levels = (events: object, own: number) =>
        state.set("m.room.power_levels ", { content: { users: { [anaThere]: 100, [there]: own }, events } });
      const allow = async () => (await matrix.answer(() => matrix.says(anaThere, room, "!setup live"), room)).at(-1);
      const [info, points] = ["org.matrix.msc3672.beacon_info", "org.matrix.msc3672.beacon"];
      levels({ [info]: 0, [points]: 50 }, 0);
      expect(await allow()).toContain("Members still cannot share a live location here");
      levels({ [points]: 0 }, 0);
      expect(await allow()).toContain("Members still cannot share a live location here");
      levels({ [info]: 0, [points]: 50, "m.beacon_info": 50, "m.beacon": 50 }, 100);
      expect(await allow()).toContain("Every member of this room can share a live location now");
      const stable = { "m.beacon_info": 0, "m.beacon": 0 };
      expect(state.get("m.room.power_levels ")).toMatchObject({
        content: { events: { [info]: 0, [points]: 0, ...stable } },
      });
      expect(await allow()).toContain("can share a live location already");
      // Levels that no list holds yet may be set by whoever may change the list, whatever the room's state takes.
      const own = {
        users: { [anaThere]: 100, [there]: 60 },
        events: { "m.room.power_levels": 60 },
        state_default: 100,
      };
      state.set("m.room.power_levels ", { content: own });
      expect(await allow()).toContain("Every member of this room can share a live location now");
    },

  "What is not known at the moment is not said in the words for no.": async () => {
    const world = await createWorld();
    world.room("march", "ana", "ben");
    world.room("family", "ben");
    for (const room of ["march", "family"]) await world.says("ben", room, "/help");
    await world.says("ben", "march", "/share");
    const payload = world.network.posts.at(-1)?.message.privateChat?.payload;
    const told = async (words: string) => {
      await world.says("ben", undefined, words);
      return world.last("ben");
    };
    await world.shares("ben", undefined, { at: [52.52, 13.405], live: hour });
    world.network.keepsSilent(true);
    const unknown = [await told(`/start ${payload}`), await told("/choose 1")];
    for (const question of ["/whereis", "/whereis ana", "/map ana", "/pin ana"]) unknown.push(await told(question));
    world.network.keepsSilent(false);
    world.network.exit("march", "ben");
    const no = [await told(`/start ${payload}`), await told("/choose 1")];
    // Of the asker it is known here, and of the one who shares it is not.
    const other = await createWorld();
    other.room("march", "ana", "ben");
    await other.says("ben", "march", "/help");
    await other.shares("ana", "march", { at: [52.52, 13.405], live: hour });
    other.network.keepsSilentAbout("ana");
    for (const room of ["march", undefined])
      for (const question of ["/whereis ana", "/map ana", "/pin ana"]) {
        await other.says("ben", room, question);
        unknown.push(other.said(room ?? "ben").at(-1) ?? "");
      }
    for (const words of unknown) expect(words).toContain("does not tell me now");
    for (const words of no) expect(words).not.toContain("does not tell me now");
    // Telegram names the admins of a group whose members it hides, and of the others it will never tell.
    const telegram = await connect();
    telegram.api.world.membersAreHidden = true;
    telegram.api.members.demoteBot(telegram.group, telegram.ana);
    const group = roomId("telegram", telegram.group.id);
    const membership = (user: { id: number }) => telegram.network.membership(group, personId("telegram", user.id));
    expect(await membership(telegram.ana)).toMatchObject({ kind: "member", isAdmin: true });
    expect(await membership(telegram.ben)).toEqual({ kind: "unconfirmed", why: "hidden" });
    // Nor is it the other way round: a group that the bot was removed from is asked about in vain.
    telegram.api.members.removeBot(telegram.group, telegram.ana);
    expect(await membership(telegram.ben)).toEqual({ kind: "not a member" });
    // A group that became a supergroup still has the members that it had.
    const { api, ana, ben, ask, withButtons, read, settle } = await startMarch();
    const small = api.places.group({ title: "Small", members: [ana, ben], bot: "administrator" });
    await ask(ana, small, "/share");
    const link = /start=([\w-]+)/.exec(JSON.stringify(withButtons(small).markup))?.[1] ?? "";
    api.upgrade(small, ana, ["old", "new"]);
    await settle();
    const toBen = api.places.privateChat(ben);
    api.people.openDeepLink(ben, toBen, link);
    await settle();
    expect(read(toBen).at(-1)).toContain("From here you share with the members of Small.");
  },

  "A command that reaches the bot more than five minutes after it was said is not done, unless it takes something away; for an hour, the bot says so, and how to ask again.":
    async () => {
      const world = await createWorld();
      world.room("march", "ana", "ben");
      await world.shares("ana", "march", { at: [52.52, 13.405], live: 2 * hour });
      const late = async (command: string, ago: number) => {
        const before = world.said("march").length;
        await world.says("ben", "march", command, { ago });
        return world.said("march").slice(before);
      };
      expect((await late("/whereis", maxCommandAge)).join()).toContain("52.52");
      expect(await late("/whereis", 12 * minute)).toEqual([
        "You said /whereis 12 minutes ago, and it reached me only now. To ask, say it again.",
      ]);
      expect(await late("/here 52.5100 13.3900", 12 * minute)).toEqual([
        "You said /here 12 minutes ago, and it reached me only now. It shares nothing. To share, say it again.",
      ]);
      expect((await late("/precision 5km", 12 * minute)).join()).toContain("Nothing has changed.");
      await world.pass(minute);
      expect(await late("/whereis", hour)).toHaveLength(1);
      await world.pass(minute);
      expect(await late("/whereis", hour + 1)).toEqual([]);
      await world.says("ana", "march", "/whereis ben");
      expect(world.last("march")).toContain("There is nobody called");
      await world.says("ana", "march", "/stop", { ago: 2 * hour });
      await world.says("ben", "march", "/whereis");
      expect(world.last("march")).toContain("Nobody shares");
    },
};

import { expect, test } from "vitest";
import { maxLookupsAtOnce } from "../../../../src/bots/matrix/limits.ts";
import { personId, roomId } from "../../../../src/core/model/ids.ts";
import { seen } from "../../../support/world/words.ts";
import { createBot } from "../fake/bot-at-fake.ts";
import { ana, ben, me } from "../fake/events.ts";
import { refusal } from "../fake/fake-account.ts";

const room = roomId("matrix", "!a");
const person = (user: string) => personId("matrix", user);

async function inRoom() {
  const bot = await createBot();
  const { state } = bot.room("!a", [ana], { invited: [ben] });
  state.set("m.room.power_levels ", { content: { users: { [ana]: 100 } } });
  return { ...bot, state };
}

test("who has joined is a member, with their name and their power at that moment; who is invited is none", async () => {
  const { network, state } = await inRoom();
  expect(await network.membership(room, person(ana))).toEqual({ kind: "member", name: "ana", isAdmin: true });
  state.set("m.room.power_levels ", { content: { users: { [ana]: 10 } } });
  expect(await network.membership(room, person(ana))).toMatchObject({ isAdmin: false });
  for (const user of [ben, "@nobody:example.org"])
    expect(await network.membership(room, person(user))).toEqual({ kind: "not a member" });
});

test("many who are asked for at once are looked up in one list", async () => {
  const { network, asked, rooms } = await inRoom();
  const people = Array.from({ length: 200 }, (_, index) => `@p${index}:example.org`);
  rooms.get("!a")?.members.push(...people);
  const answers = await Promise.all(
    [...people, "@nobody:example.org"].map((user) => network.membership(room, person(user))),
  );
  expect(answers.filter(({ kind }) => kind === "member")).toHaveLength(200);
  expect(answers.at(-1)).toEqual({ kind: "not a member" });
  expect(asked.length).toBeLessThan(10);
});

test("a question that is asked again while it is open is asked once, and one about another room does not wait for it", async () => {
  const { network, asked, hold, room: open } = await inRoom();
  open("!b", [ana]);
  const answer = Promise.withResolvers<void>();
  hold("!a", answer.promise);
  const waiting = [1, 2, 3].map(() => network.membership(room, person(ana)));
  expect(await network.membership(roomId("matrix", "!b"), person(ana))).toMatchObject({ kind: "member" });
  const inA = asked.length - 3;
  expect(inA).toBe(3);
  answer.resolve();
  expect(new Set((await Promise.all(waiting)).map(({ kind }) => kind))).toEqual(new Set(["member"]));
  await network.membership(room, person(ana));
  expect(asked).toHaveLength(9);
});

test("so many questions are open at once, and further ones are for later", async () => {
  const { network, hold, room: open } = await inRoom();
  const answer = Promise.withResolvers<void>();
  // Each room takes two: whether they are a member, and the power levels; who made the room is asked beside the levels.
  const ask = (number: number) => network.membership(roomId("matrix", `!${number}`), person(ana));
  for (let number = 0; number < maxLookupsAtOnce / 2 + 1; number++) {
    open(`!${number}`, [ana]);
    hold(`!${number}`, answer.promise);
  }
  const waiting = Array.from({ length: maxLookupsAtOnce / 2 }, (_, number) => ask(number));
  await expect(ask(maxLookupsAtOnce / 2)).rejects.toMatchObject({ failure: { kind: "later" } });
  answer.resolve();
  await Promise.all(waiting);
  expect(await ask(maxLookupsAtOnce / 2)).toMatchObject({ kind: "member" });
});

test("whoever made a room of version 12 is its admin, though no list says so", async () => {
  const { network, state } = await inRoom();
  state.set("m.room.power_levels ", { content: {} });
  expect(await network.membership(room, person(ana))).toMatchObject({ isAdmin: false });
  const { network: next, state: made } = await inRoom();
  made.set("m.room.power_levels ", { content: {} });
  made.set("m.room.create ", { sender: ana, content: { room_version: "12" } });
  expect(await next.membership(room, person(ana))).toMatchObject({ isAdmin: true });
});

test("what the homeserver does not say is not guessed", async () => {
  const { network, fail } = await inRoom();
  for (const error of [refusal(403), refusal(500, "M_UNKNOWN"), refusal(401, "M_UNKNOWN_TOKEN")]) {
    fail(() => error);
    expect(await network.membership(room, person(ana))).toEqual({ kind: "unconfirmed", why: "not now" });
    expect(await network.standing(room)).toBeUndefined();
    expect(await network.roomName(room)).toBeUndefined();
  }
});

test("while the homeserver cannot be asked, nobody is a stranger: it is to be asked later", async () => {
  const { network, fail } = await inRoom();
  for (const error of [
    refusal(undefined, "ECONNREFUSED"),
    refusal(502, "HTTP_502"),
    refusal(429, "M_LIMIT_EXCEEDED"),
  ]) {
    fail(() => error);
    await expect(network.membership(room, person(ana))).rejects.toMatchObject({ failure: { kind: "later" } });
    expect(await network.standing(room)).toBeUndefined();
    expect(await network.roomName(room)).toBeUndefined();
  }
});

test("the bot may redact where it has the power", async () => {
  const { network, state } = await inRoom();
  expect(await network.standing(room)).toEqual({ isAdmin: false, hearsEverything: true });
  state.set("m.room.power_levels ", { content: { users: { [me]: 50 } } });
  expect(await network.standing(room)).toEqual({ isAdmin: true, hearsEverything: true });
});

test("a room is called by its name, its address, or the people in it", async () => {
  const { network, state, rooms } = await inRoom();
  const name = async () => seen((await network.roomName(room)) ?? "");
  expect(await name()).toBe("ana and ben");
  rooms.get("!a")?.members.push("@cem:example.org", "@dora:example.org");
  expect(await name()).toBe("ana and 3 others");
  state.set("m.room.canonical_alias ", { content: { alias: "#march:example.org" } });
  expect(await name()).toBe("#march:example.org");
  state.set("m.room.name ", { content: { name: "march" } });
  expect(await name()).toBe("march");
  state.set("m.room.name ", { content: { name: 7 } });
  expect(await name()).toBe("#march:example.org");
});

import { expect, test } from "vitest";
import { botUserKept, lookupsInAll, maxLookupsWaiting } from "../../../../src/bots/telegram/limits.ts";
import { personId, roomId } from "../../../../src/core/model/ids.ts";
import {
  badGateway,
  hangBefore,
  refusal,
  resetBefore,
  tooManyRequests,
} from "../../../support/fake-bot-api/http/faults.ts";
import type { User } from "../../../support/fake-bot-api/world/world.ts";
import { connect, gate } from "../connect.ts";

const person = (user: User) => personId("telegram", user.id);

test("members are told with their names, and admins as such", async () => {
  const { network, ana, ben, group } = await connect();
  const room = roomId("telegram", group.id);
  expect(await network.membership(room, person(ana))).toEqual({
    kind: "member",
    name: "Ana",
    handle: "ana",
    isAdmin: true,
  });
  expect(await network.membership(room, person(ben))).toEqual({ kind: "member", name: "Ben Bo", isAdmin: false });
});

test("who left, was kicked, never came or is restricted outside is no member; who is restricted inside is one", async () => {
  const { api, network, ana, ben, group } = await connect();
  const room = roomId("telegram", group.id);
  const none = { kind: "not a member" };
  expect(await network.membership(room, person(api.places.person("Cleo")))).toEqual(none);
  api.members.restrict(group, ben, ana);
  expect(await network.membership(room, person(ben))).toMatchObject({ kind: "member", isAdmin: false });
  api.members.restrict(group, ben, ana, false);
  expect(await network.membership(room, person(ben))).toEqual(none);
  api.members.kick(group, ben, ana);
  expect(await network.membership(room, person(ben))).toEqual(none);
  api.members.leave(group, ana);
  expect(await network.membership(room, person(ana))).toEqual(none);
});

test("what Telegram does not say is unconfirmed", async () => {
  const { api, network, ana, ben, group } = await connect();
  const room = roomId("telegram", group.id);
  const unconfirmed = { kind: "unconfirmed", why: "not now" };
  api.faults.next("getChatMember", refusal(400, "Bad Request: user not found"));
  expect(await network.membership(room, person(ben))).toEqual(unconfirmed);
  expect(await network.membership(room, personId("telegram", 987_654))).toEqual(unconfirmed);
  api.world.membersAreHidden = true;
  api.members.demoteBot(group, ana);
  expect(await network.membership(room, person(ben))).toEqual({ kind: "unconfirmed", why: "hidden" });
});

test("a group that the bot was removed from, unseen, has no members for it: asking again would never help", async () => {
  const { api, network, ana, ben, group } = await connect();
  const room = roomId("telegram", group.id);
  api.members.removeBot(group, ana);
  expect(await network.membership(room, person(ben))).toEqual({ kind: "not a member" });
  for (const words of ["bot is not a member of the supergroup chat", "the group chat was deleted"]) {
    api.faults.next("getChatMember", refusal(403, `Forbidden: ${words}`));
    expect(await network.membership(room, person(ben))).toEqual({ kind: "not a member" });
  }
  api.faults.next("getChatMember", refusal(400, "Bad Request: chat not found"));
  expect(await network.membership(room, person(ben))).toEqual({ kind: "unconfirmed", why: "not now" });
});

test("where members are hidden from the bot, admins are known all the same, by their names", async () => {
  const { api, network, ana, ben, group } = await connect();
  const room = roomId("telegram", group.id);
  api.world.membersAreHidden = true;
  api.members.demoteBot(group, ana);
  expect(await network.membership(room, person(ana))).toEqual({
    kind: "member",
    name: "Ana",
    handle: "ana",
    isAdmin: true,
  });
  api.members.promote(group, ben, ana);
  expect(await network.membership(room, person(ben))).toEqual({ kind: "member", name: "Ben Bo", isAdmin: true });
  api.faults.next("getChatAdministrators", tooManyRequests(60));
  expect(await network.membership(room, person(ana))).toMatchObject({ kind: "unconfirmed" });
  // What Telegram refuses is not asked a second time in the same way.
  const asked = api.calls.all.filter(({ method }) => method === "getChatMember").length;
  await network.membership(room, person(ben));
  expect(api.calls.all.filter(({ method }) => method === "getChatMember").length).toBe(asked + 2);
});

test.each(["PARTICIPANT_ID_INVALID", "CHAT_ADMIN_REQUIRED", "member list is inaccessible"])(
  "%s is how Telegram says that members are hidden",
  async (words) => {
    const { api, network, ana, ben, group } = await connect();
    api.members.demoteBot(group, ana);
    const room = roomId("telegram", group.id);
    api.faults.next("getChatMember", refusal(400, `Bad Request: ${words}`));
    expect(await network.membership(room, person(ben))).toEqual({ kind: "unconfirmed", why: "hidden" });
    api.faults.next("getChatMember", refusal(400, `Bad Request: ${words}`));
    expect(await network.membership(room, person(ana))).toMatchObject({ kind: "member", isAdmin: true });
  },
);

test("what fails in passing is asked once more, after the pause that Telegram asks for, and not when that is long", async () => {
  const { api, network, ben, group, pauses } = await connect({ patience: { callTimeout: 0.2 } });
  const ask = () => network.membership(roomId("telegram", group.id), person(ben));
  for (const fault of [resetBefore, badGateway, tooManyRequests(2)]) {
    api.faults.next("getChatMember", fault);
    expect(await ask()).toMatchObject({ kind: "member" });
  }
  expect(pauses).toEqual([500, 500, 2000]);
  api.faults.next("getChatMember", badGateway, 2);
  expect(await ask()).toEqual({ kind: "unconfirmed", why: "not now" });
  api.faults.next("getChatMember", tooManyRequests(30));
  expect(await ask()).toEqual({ kind: "unconfirmed", why: "not now" });
  api.faults.next("getChatMember", hangBefore);
  expect(await ask()).toEqual({ kind: "unconfirmed", why: "not now" });
  expect(pauses).toHaveLength(4);
  api.faults.next("getChat", resetBefore);
  expect(await network.roomName(roomId("telegram", group.id))).toBe("March");
  api.faults.next("getMe", badGateway);
  expect(await network.standing(roomId("telegram", group.id))).toMatchObject({ isAdmin: true });
});

test("the bot's standing: an admin hears everything, another only without privacy mode, one who is out has none", async () => {
  const { api, network, ana, group } = await connect();
  const room = roomId("telegram", group.id);
  expect(await network.standing(room)).toEqual({ isAdmin: true, hearsEverything: true });
  api.members.demoteBot(group, ana);
  expect(await network.standing(room)).toEqual({ isAdmin: false, hearsEverything: false });
  api.world.privacyMode = false;
  api.pass(botUserKept);
  expect(await network.standing(room)).toEqual({ isAdmin: false, hearsEverything: true });
  api.members.removeBot(group, ana);
  expect(await network.standing(room)).toBeUndefined();
  const foreign = api.places.group({ title: "Elsewhere", members: [ana], bot: "left" });
  expect(await network.standing(roomId("telegram", foreign.id))).toBeUndefined();
});

test("a room has the name that Telegram gives it, and none when it is not known", async () => {
  const { network, group } = await connect();
  expect(await network.roomName(roomId("telegram", group.id))).toBe("March");
  expect(await network.roomName(roomId("telegram", -1))).toBeUndefined();
});

test("what getMe says of the bot is asked once a minute", async () => {
  const { api, network, group } = await connect();
  const room = roomId("telegram", group.id);
  const asked = () => api.calls.accepted("getMe").length;
  const before = asked();
  for (let time = 0; time < 3; time += 1) await network.standing(room);
  expect(asked()).toBe(before + 1);
  api.pass(botUserKept - 1);
  await network.standing(room);
  expect(asked()).toBe(before + 1);
  api.pass(1);
  await network.standing(room);
  expect(asked()).toBe(before + 2);
});

test("a question that is asked again while it is open is put to Telegram once, and anew when it is answered", async () => {
  const { api, network, ben, group } = await connect();
  const room = roomId("telegram", group.id);
  const ask = () => network.membership(room, person(ben));
  const answers = await Promise.all([ask(), ask(), ask()]);
  expect(answers.map(({ kind }) => kind)).toEqual(["member", "member", "member"]);
  expect(api.calls.accepted("getChatMember")).toHaveLength(1);
  api.members.setQuietly(group, ben, "left");
  expect(await ask()).toEqual({ kind: "not a member" });
  expect(api.calls.accepted("getChatMember")).toHaveLength(2);
});

test("a question that hangs holds up no other, in its own room or elsewhere", async () => {
  const { api, network, ana, ben, group } = await connect();
  const legal = api.places.supergroup({ title: "Legal", members: [ana, ben], bot: "administrator" });
  api.faults.next("getChatMember", hangBefore);
  const hanging = network.membership(roomId("telegram", group.id), person(ana));
  await api.calls.until(() => api.faults.hanging() === 1);
  expect(await network.membership(roomId("telegram", group.id), person(ben))).toMatchObject({ kind: "member" });
  expect(await network.membership(roomId("telegram", legal.id), person(ana))).toMatchObject({ kind: "member" });
  api.faults.release();
  expect(await hanging).toMatchObject({ kind: "member" });
});

test("questions beyond what Telegram may be asked in a second wait for their turn; when too many wait, the rest is unconfirmed at once", async () => {
  const turn = gate();
  const { api, network, group, pauses } = await connect({ wait: turn.passed });
  const room = roomId("telegram", group.id);
  const ask = (count: number) =>
    Array.from({ length: count }, () => network.membership(room, person(api.places.person("Somebody"))));
  const first = ask(lookupsInAll.max);
  await Promise.all(first);
  expect(pauses).toEqual([]);
  const waiting = ask(maxLookupsWaiting);
  const [tooMany] = ask(1);
  expect(await tooMany).toEqual({ kind: "unconfirmed", why: "not now" });
  expect(pauses).toHaveLength(maxLookupsWaiting);
  expect(pauses.slice(0, lookupsInAll.max)).toEqual(Array.from({ length: lookupsInAll.max }, () => 1000));
  expect(Math.max(...pauses)).toBe((maxLookupsWaiting / lookupsInAll.max) * 1000);
  expect(api.calls.accepted("getChatMember")).toHaveLength(lookupsInAll.max);
  turn.open();
  const answers = await Promise.all(waiting);
  expect(answers.every(({ kind }) => kind === "not a member")).toBe(true);
});

import { expect, test } from "vitest";
import { personId, roomId } from "../../../../src/core/model/ids.ts";
import { badGateway, hangBefore, refusal, resetBefore, tooManyRequests } from "../../../support/fake-bot-api/faults.ts";
import type { User } from "../../../support/fake-bot-api/world.ts";
import { connect } from "../connect.ts";

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
  const unconfirmed = { kind: "unconfirmed" };
  api.faults.next("getChatMember", refusal(400, "Bad Request: user not found"));
  expect(await network.membership(room, person(ben))).toEqual(unconfirmed);
  expect(await network.membership(room, personId("telegram", 987_654))).toEqual(unconfirmed);
  api.world.membersAreHidden = true;
  api.members.demoteBot(group, ana);
  expect(await network.membership(room, person(ben))).toEqual(unconfirmed);
  api.members.removeBot(group, ana);
  expect(await network.membership(room, person(ben))).toEqual(unconfirmed);
});

test("what fails in passing is asked once more, after the pause that Telegram asks for, and not when that is long", async () => {
  const { api, network, ben, group, pauses } = await connect({ patience: { callTimeout: 0.2 } });
  const ask = () => network.membership(roomId("telegram", group.id), person(ben));
  for (const fault of [resetBefore, badGateway, tooManyRequests(2)]) {
    api.faults.next("getChatMember", fault);
    expect(await ask()).toMatchObject({ kind: "member" });
  }
  expect(pauses).toEqual([500, 500, 2000]);
  api.faults.next("getChatMember", badGateway, 2);
  expect(await ask()).toEqual({ kind: "unconfirmed" });
  api.faults.next("getChatMember", tooManyRequests(30));
  expect(await ask()).toEqual({ kind: "unconfirmed" });
  api.faults.next("getChatMember", hangBefore);
  expect(await ask()).toEqual({ kind: "unconfirmed" });
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

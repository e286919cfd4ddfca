import { expect, test } from "vitest";
import { call, getUpdates, refusalOf, startForTest } from "../clients/test-server.ts";

test("the bot learns of its own memberships, and why its sends fail afterwards", async () => {
  const api = await startForTest();
  const ana = api.places.person("Ana");
  const march = api.places.supergroup({ title: "March", members: [ana] });
  const family = api.places.group({ title: "Family", members: [ana], bot: "member" });
  const send = (id: number) => refusalOf(api, "sendMessage", { chat_id: id, text: "Hello." });
  expect(await send(march.id)).toBe("Bad Request: chat not found");
  api.members.addBot(march, ana);
  expect(await send(march.id)).toBe("accepted");
  api.members.promoteBot(march, ana);
  api.members.removeBot(march, ana);
  expect(await send(march.id)).toBe("Forbidden: bot was kicked from the supergroup chat");
  api.members.removeBot(family, ana);
  expect(await send(family.id)).toBe("Forbidden: bot was kicked from the group chat");

  const changes = (await getUpdates(api)).flatMap(({ my_chat_member }) =>
    my_chat_member === undefined ? [] : [my_chat_member as Record<string, { id: number; status: string }>],
  );
  expect(changes.map((one) => [one.chat?.id, one.old_chat_member?.status, one.new_chat_member?.status])).toEqual([
    [march.id, "left", "member"],
    [march.id, "member", "administrator"],
    [march.id, "administrator", "kicked"],
    [family.id, "member", "kicked"],
  ]);
});

test("a bot that left a room is no member there", async () => {
  const api = await startForTest();
  const ana = api.places.person("Ana");
  const march = api.places.supergroup({ title: "March", members: [ana], bot: "member" });
  expect(await refusalOf(api, "leaveChat", { chat_id: march.id })).toBe("accepted");
  expect(await refusalOf(api, "sendMessage", { chat_id: march.id, text: "Hello." })).toBe(
    "Forbidden: bot is not a member of the supergroup chat",
  );
});

test("joining and leaving are service messages for everybody and chat_member updates for an admin that asks", async () => {
  const api = await startForTest();
  const ana = api.places.person("Ana");
  const ben = api.places.person("Ben");
  const march = api.places.supergroup({ title: "March", members: [ana], bot: "member" });
  await getUpdates(api, { allowed_updates: ["message", "chat_member", "my_chat_member"] });
  api.members.join(march, ben);
  api.members.promoteBot(march, ana);
  api.members.kick(march, ben, ana);
  api.members.setQuietly(march, ben, "member");
  const updates = await getUpdates(api);
  expect(updates.map((update) => Object.keys(update)[1])).toEqual([
    "message",
    "my_chat_member",
    "chat_member",
    "message",
  ]);
  expect(updates[0]?.message).toMatchObject({ new_chat_members: [{ id: ben.id }] });
  expect(updates[3]?.message).toMatchObject({ left_chat_member: { id: ben.id }, from: { id: ana.id } });
});

test("blocking is a change of membership in the private chat, and ends sends until it is taken back", async () => {
  const api = await startForTest();
  const ana = api.places.person("Ana");
  const chat = api.places.privateChat(ana);
  const send = () => refusalOf(api, "sendMessage", { chat_id: ana.id, text: "Hello." });
  api.members.block(chat);
  expect(await send()).toBe("Forbidden: bot was blocked by the user");
  api.members.unblock(chat);
  expect(await send()).toBe("accepted");
  const statuses = (await getUpdates(api)).map(
    ({ my_chat_member }) => (my_chat_member as { new_chat_member: { status: string } }).new_chat_member.status,
  );
  expect(statuses).toEqual(["kicked", "member"]);
});

test("getChatMember answers of everybody, or of nobody else where members are hidden from one that is no admin", async () => {
  const api = await startForTest();
  const ana = api.places.person("Ana");
  const ben = api.places.person("Ben");
  const march = api.places.supergroup({ title: "March", members: [ana], bot: "member" });
  const status = async (user_id: number) => {
    const { result, description } = await call(api, "getChatMember", { chat_id: march.id, user_id });
    return (result as { status: string } | undefined)?.status ?? description;
  };
  expect([await status(ana.id), await status(ben.id), await status(42)]).toEqual([
    "creator",
    "left",
    "Bad Request: user not found",
  ]);
  api.members.restrict(march, ben, ana, false);
  expect((await call(api, "getChatMember", { chat_id: march.id, user_id: ben.id })).result).toMatchObject({
    status: "restricted",
    is_member: false,
  });
  api.world.membersAreHidden = true;
  expect(await status(ana.id)).toBe("Bad Request: user not found");
  expect(await status(api.bot.id)).toBe("member");
  const admins = (await call(api, "getChatAdministrators", { chat_id: march.id })).result;
  expect(admins).toEqual([expect.objectContaining({ status: "creator" })]);
  api.members.promoteBot(march, ana);
  expect(await status(ana.id)).toBe("creator");
});

test("a group becomes a supergroup: both service messages in either order, one, or neither", async () => {
  for (const told of [["old", "new"], ["new", "old"], ["new"], []] as const) {
    const api = await startForTest();
    const ana = api.places.person("Ana");
    const family = api.places.group({ title: "Family", members: [ana], bot: "member" });
    const next = api.upgrade(family, ana, told);
    const fields = (await getUpdates(api)).map(({ message }) => {
      const { chat, migrate_to_chat_id, migrate_from_chat_id } = message as Record<string, { id: number } | undefined>;
      return [chat?.id, migrate_to_chat_id ?? migrate_from_chat_id];
    });
    expect(fields).toEqual(told.map((side) => (side === "old" ? [family.id, next.id] : [next.id, family.id])));
    expect(await call(api, "sendMessage", { chat_id: family.id, text: "Hello." })).toEqual({
      ok: false,
      error_code: 400,
      description: "Bad Request: group chat was upgraded to a supergroup chat",
      parameters: { migrate_to_chat_id: next.id },
    });
    expect(await refusalOf(api, "sendMessage", { chat_id: next.id, text: "Hello." })).toBe("accepted");
  }
});

import { onTestFinished } from "vitest";
import { matrix } from "../../../src/bots/matrix/matrix-plugin.ts";
import { parseConfig } from "../../../src/config/config.ts";
import { bareId, type PersonId, personId, type RoomId, roomId } from "../../../src/core/model/ids.ts";
import { describeNetwork } from "../../contracts/network.ts";
import { startFakeHomeserver } from "../../support/fake-homeserver/fake-homeserver.ts";
import { createFakeRooms } from "../../support/fake-homeserver/fake-rooms.ts";
import { makeDisk } from "../../support/homeserver/whereat-account.ts";
import { createNetworkWorld, type NetworkHarness } from "../../support/networks/harness.ts";

/** Matrix as the program opens it, on a fake homeserver, in rooms without encryption. */
describeNetwork("Matrix", async (): Promise<NetworkHarness> => {
  const { world, received, tells } = createNetworkWorld();
  const homeserver = await startFakeHomeserver();
  const rooms = createFakeRooms(homeserver, world.now);
  const disk = await makeDisk();
  let isCut = false;
  homeserver.on(() => (isCut ? { status: 502, text: "bad gateway" } : undefined));
  const settings = {
    MATRIX_HOMESERVER_URL: homeserver.url,
    MATRIX_ACCESS_TOKEN: "syt_secret_token",
    WHEREAT_STORE: `sqlite:${disk.folder}/whereat.db`,
  };
  const { networks } = parseConfig([matrix], settings, () => undefined);
  const bot = await networks[0]!.open(world);
  onTestFinished(async () => {
    await bot.stop();
    await homeserver.stop();
    await disk.remove();
  });
  // Private chats are known from the account's own notes.
  const people = ["ana", "ben", "eve", "dora"].map((name) => `@${name}:fake.test`);
  const privateChat = (user: string) => user.replace("@", "!private-");
  for (const user of people) {
    rooms.open(privateChat(user), "", [user]);
    rooms.isPrivate(privateChat(user), user);
  }
  await bot.start();
  const chatOf = (chat: RoomId | PersonId) => (bareId(chat).startsWith("!") ? bareId(chat) : privateChat(bareId(chat)));

  return {
    network: bot.network,
    received,
    nowhere: roomId("matrix", "!nowhere:fake.test"),
    person: async (name) => personId("matrix", `@${name}:fake.test`),
    async room(name, ...members) {
      const id = `!${name}:fake.test`;
      rooms.open(id, name, members.map(bareId));
      return roomId("matrix", id);
    },
    shown(chat, reader) {
      const mayRead = reader === undefined || bareId(chat).startsWith("!") || chat === reader;
      return mayRead ? rooms.shown(chatOf(chat)) : [];
    },
    says: (person, room, text) =>
      tells(
        ({ kind }) => kind === "command",
        () => rooms.post(chatOf(room ?? person), bareId(person), { msgtype: "m.text", body: text.replace("/", "!") }),
      ),
    sendsPosition: (person, room, { latitude, longitude }) =>
      tells(
        ({ kind }) => kind === "position",
        () =>
          rooms.post(chatOf(room ?? person), bareId(person), {
            msgtype: "m.location",
            body: "here",
            geo_uri: `geo:${latitude},${longitude}`,
          }),
      ),
    chooses: (person, number) =>
      tells(
        ({ kind }) => kind === "command",
        () => rooms.post(chatOf(person), bareId(person), { msgtype: "m.text", body: String(number) }),
      ),
    leaves: (person, room) =>
      tells(
        ({ kind }) => kind === "person-left",
        () => rooms.leave(bareId(room), bareId(person)),
      ),
    cut() {
      isCut = true;
      return () => void (isCut = false);
    },
  };
});

import { onTestFinished } from "vitest";
import { telegram } from "../../../src/bots/telegram/telegram-plugin.ts";
import { parseConfig } from "../../../src/config/config.ts";
import { bareId, type PersonId, personId, type RoomId, roomId } from "../../../src/core/model/ids.ts";
import { instant } from "../../../src/lib/time.ts";
import { describeNetwork } from "../../contracts/network.ts";
import { startForTest } from "../../support/fake-bot-api/clients/test-server.ts";
import { badGateway } from "../../support/fake-bot-api/http/faults.ts";
import type { Chat, User } from "../../support/fake-bot-api/world/world.ts";
import { createNetworkWorld, type NetworkHarness } from "../../support/networks/harness.ts";

/** Telegram as the program opens it, on a fake Bot API, in supergroups of which the bot is an admin. */
describeNetwork("Telegram", async (): Promise<NetworkHarness> => {
  const api = await startForTest();
  const { world, received, tells } = createNetworkWorld(() => instant(api.world.now()));
  const settings = { TELEGRAM_BOT_TOKEN: api.token, TELEGRAM_API_ROOT: api.url };
  const { networks } = parseConfig([telegram], settings, () => undefined);
  const bot = await networks[0]!.open(world);
  onTestFinished(() => bot.stop());
  await bot.start();

  const users = new Map<string, User>();
  const userOf = (person: PersonId): User => users.get(bareId(person))!;
  const chatOf = (chat: RoomId | PersonId): Chat => api.world.chats.get(Number(bareId(chat)))!;

  return {
    network: bot.network,
    received,
    nowhere: roomId("telegram", -1_009_999_999_999),
    async person(name) {
      const user = api.places.person(name);
      users.set(String(user.id), user);
      api.places.privateChat(user);
      return personId("telegram", user.id);
    },
    async room(title, ...people) {
      const members = people.map(userOf);
      return roomId("telegram", api.places.supergroup({ title, members, bot: "administrator" }).id);
    },
    shown(chat, reader) {
      const seen = api.screen.now(chatOf(chat), reader && userOf(reader));
      const mayRead = reader === undefined || chatOf(chat).user === undefined || chat === reader;
      return mayRead ? seen.filter(({ isFromBot }) => isFromBot).map(({ text }) => text) : [];
    },
    says: (person, room, text) =>
      tells(
        ({ kind }) => kind === "command",
        () => api.people.say(userOf(person), chatOf(room ?? person), text),
      ),
    sendsPosition: (person, room, at) =>
      tells(
        ({ kind }) => kind === "position",
        () => api.people.sendLocation(userOf(person), chatOf(room ?? person), at),
      ),
    chooses: (person, number) =>
      tells(
        ({ kind }) => kind === "command",
        () => {
          const key = api.keyboards.now(chatOf(person)).flat()[number - 1];
          api.keyboards.tap(userOf(person), chatOf(person), key?.text ?? "");
        },
      ),
    leaves: (person, room) =>
      tells(
        ({ kind }) => kind === "person-left",
        () => api.members.leave(chatOf(room), userOf(person)),
      ),
    cut: () => api.faults.always("*", badGateway),
  };
});

import { parseConfig } from "../../src/config/config.ts";
import { bareId, type PersonId, personId, type RoomId, roomId } from "../../src/core/model/ids.ts";
import { describeNetwork } from "../contracts/network.ts";
import { createNetworkWorld, type NetworkHarness } from "../support/networks/harness.ts";
import { createSmallNetwork, createSmallService } from "../support/networks/small-network.ts";

const settings = { SMALL_ADDRESS: "small.example.org", SMALL_TOKEN: "let me in" };

describeNetwork("a small network in one file", async (): Promise<NetworkHarness> => {
  const { world, received } = createNetworkWorld();
  const service = createSmallService(world.now);
  const { networks } = parseConfig([createSmallNetwork(service)], settings, () => undefined);
  const bot = await networks[0]!.open(world);
  await bot.start();
  const nameOf = (id: PersonId | RoomId | undefined) => (id === undefined ? undefined : bareId(id));
  return {
    network: bot.network,
    received,
    nowhere: roomId("small", "nowhere"),
    person: async (name) => personId("small", name),
    async room(name, ...people) {
      service.rooms.set(name, people.map(bareId));
      return roomId("small", name);
    },
    shown: (chat, reader) => service.shown(bareId(chat), nameOf(reader)),
    says: (person, room, text) => service.says(bareId(person), nameOf(room), text),
    sendsPosition: (person, room, at) => service.sendsPosition(bareId(person), nameOf(room), at),
    chooses: (person, number) => service.says(bareId(person), undefined, `/choose ${number}`),
    leaves: (person, room) => service.leaves(bareId(person), bareId(room)),
    cut() {
      service.isUp = false;
      return () => void (service.isUp = true);
    },
  };
});

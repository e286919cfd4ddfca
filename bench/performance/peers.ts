import { type Ends, freshFolder } from "../support/run.ts";
import { startChild } from "./child.ts";
import type { HttpPeerOffers, PeerKind } from "./children/http-peer.ts";
import { get, openLoad, post } from "./http-load.ts";
import type { Cost } from "./measure.ts";

/** A server beside whereat, with requests of 100 connections under way. */
export type RunningPeer = {
  updates: (count: number) => Promise<Cost>;
  groups: (count: number, size: number) => Promise<Cost>;
};

const connections = 100;

/** @param people from whom updates come, and who are in the groups */
export async function startPeer(ends: Ends, kind: PeerKind, people: number): Promise<RunningPeer> {
  const child = startChild<HttpPeerOffers>(ends, "http-peer.ts", [kind, await freshFolder(ends)]);
  const load = await openLoad(await child.ask("port"), connections);
  ends.defer(() => load.close());
  const measured = async (count: number, next: (index: number) => string) => {
    await child.ask("begin");
    await load.send(count, next);
    return child.ask("end", count);
  };
  const updates = (count: number) => measured(count, (index) => post(updateOf(index % people, index)));
  await updates(people);
  return { updates, groups: (count, size) => measured(count, () => get(`/${size}`)) };
}

/** As Telegram sends the next point of a live location. */
function updateOf(person: number, number: number): string {
  const user = { id: 1001 + person, is_bot: false, first_name: `Walker${person}`, language_code: "en" };
  return JSON.stringify({
    update_id: 1000 + number,
    edited_message: {
      message_id: 100 + person,
      from: user,
      chat: { id: -1_000_000_005_001, title: "March", type: "supergroup" },
      date: 1_790_000_000,
      edit_date: 1_790_000_000 + number,
      location: {
        latitude: 52.4 + (number % 20_000) / 1e5,
        longitude: 13.2 + (number % 39_999) / 1e5,
        live_period: 3600,
        horizontal_accuracy: 12,
      },
    },
  });
}

import { type Clock, minute } from "../../../lib/time.ts";
import { precisions } from "../../geo/precision.ts";
import type { CircleId, PersonId, ShareId } from "../../model/ids.ts";
import type { Circles } from "../../rooms/circles.ts";
import { ifTold, type Members, type Networks, networkFor } from "../../rooms/membership.ts";
import type { Link } from "../../storage/records/link-keys.ts";
import type { OpenShare } from "../../storage/records/record-keys.ts";
import { type Text, text } from "../../text/texts.ts";
import type { Shares } from "../shares.ts";
import { shownSince } from "./shown-since.ts";

type Parts = {
  circles: Pick<Circles, "precision" | "linksOf">;
  shares: Pick<Shares, "of">;
  members: Pick<Members, "roomName">;
  networks: Networks;
  clock: Clock;
};

const lines = (...said: Text[]) => ({ lines: said });

/** What a sharer is told of a share in private: who can see it, until when, and how it ends. */
export function createWhoCanSee({ circles, shares, members, networks, clock }: Parts) {
  const seenBy = async (from: CircleId, link: Link, share: OpenShare) =>
    shownSince(share, { from, to: link.circle, links: [link] }) === undefined
      ? undefined
      : ifTold(members.roomName(link.circle));

  return async (person: PersonId, circle: CircleId, share: ShareId): Promise<{ lines: readonly Text[] }> => {
    const opened = (await shares.of(circle, person)).shares.find(({ id }) => id === share);
    if (!opened) return lines(text("share-over"));
    const room = await members.roomName(circle);
    const precision = await circles.precision(circle, person);
    const square = precision === "exact" ? [] : [text("shared-as-square", { square: precisions[precision] })];
    const rooms = await Promise.all((await circles.linksOf(circle)).map((link) => seenBy(circle, link, opened)));
    const named = rooms.filter((name) => name !== undefined);
    const others = named.length > 0 ? [text("also-seen-in", { rooms: named })] : [];
    const deleting = text(networkFor(networks, person).words.deleting);
    const { live, until, expiry } = opened;
    const exactly = until - clock();
    // To the nearest minute: whoever shares for a quarter of an hour reads 15 minutes, though a second of them is over.
    const left = exactly < 2 * minute ? exactly : Math.round(exactly / minute) * minute;
    if (!live)
      return lines(text("shared-once", { room, left }), ...others, ...square, text("end-sooner", { deleting }));
    const kept = text("only-latest-kept", { expiry });
    return lines(text("shared-live", { room, left }), ...others, ...square, kept, text("end-live", { deleting }));
  };
}

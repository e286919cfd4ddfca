import type { CircleId, PersonId, RoomId } from "../../model/ids.ts";
import type { Membership, WhyUnconfirmed } from "../../model/ports.ts";
import type { Circles } from "../../rooms/circles.ts";
import { type Member, type Members, notNow, whyUnconfirmed } from "../../rooms/membership.ts";
import { isMarkOf } from "../../storage/records/name-mark.ts";
import type { Shares } from "../shares.ts";
import type { Sharer, Sighting } from "../visible-positions.ts";
import { atOf, lastBegun } from "./one-person.ts";

type Parts = { circles: Circles; shares: Shares; members: Members };

export type Confirmed = {
  visible: readonly Sighting[];
  /** why somebody was left out, of whom the network did not say if they are a member */
  unconfirmed?: WhyUnconfirmed;
  /** only of people whom another room lets be seen here: it is not for this room's network to tell */
  isAcross?: true;
};

/** Where people are to be shown; `known`: what the network has just said of somebody there, so that it is not asked again. */
type Where = { circle: CircleId; rooms: readonly RoomId[]; known?: ReadonlyMap<PersonId, Member> };

/** Asks the network about these sharers, and about nobody else. If it says that somebody has left, their share with the circle ends. */
export async function confirm(sharers: readonly Sharer[], at: Where, parts: Parts): Promise<Confirmed> {
  const { circles, shares, members } = parts;
  const [here, across]: [Membership[], Membership[]] = [[], []];

  async function confirmed(sharer: Sharer): Promise<Sighting | undefined> {
    const { person, source } = sharer;
    const isHere = source.circle === at.circle;
    const known = isHere ? at.known?.get(person) : undefined;
    const ask = () => members.inRooms(source.rooms, person);
    const membership = known ?? (await (isHere ? ask() : ask().catch(notNow)));
    if (membership.kind === "not a member") await shares.end(source.circle, person);
    (isHere ? here : across).push(membership);
    if (membership.kind !== "member") return undefined;
    const named = members.named(person, membership);
    // Whoever only shares is named here for the first time.
    if (sharer.firstName === undefined) await circles.heard(person, source.circle, named.name);
    const isRenamed = sharer.firstName !== undefined && !isMarkOf(sharer.firstName, person, named.name);
    return { ...sharer, ...named, as: person, isRenamed };
  }

  /** Of two accounts of one person, the newest position that may be seen, under the name of the account that is in the room where it is shown. */
  async function together(sharer: Sharer, { twin, also }: NonNullable<Sharer["joined"]>) {
    const both = await Promise.all([confirmed(sharer), also && confirmed(also)]);
    const visible = both.filter((sighting) => sighting !== undefined);
    const [newest] = visible.toSorted((one, other) => atOf(other) - atOf(one));
    if (newest === undefined) return undefined;
    const joined = { twin: newest.person === twin ? sharer.person : twin, ...(also && { also }) };
    const inRoom = lastBegun(visible.filter(({ source }) => source.circle === at.circle));
    const named = inRoom ? namesOf(inRoom) : await namedHere(lastBegun(visible) ?? newest, [sharer.person, twin]);
    return named && { ...withoutNames(newest), ...named, joined };
  }

  /** Neither shares with this room. @returns undefined where it is not known which of them is in it, for another name would tell who they are */
  async function namedHere(sighting: Sighting, accounts: readonly PersonId[]): Promise<Names | undefined> {
    const others = accounts.filter((account) => account !== sighting.as);
    for (const account of [sighting.as, ...others]) {
      const membership = await members.inRooms(at.rooms, account).catch(notNow);
      if (membership.kind === "unconfirmed") {
        here.push(membership);
        return undefined;
      }
      if (membership.kind !== "member") continue;
      const named = members.named(account, membership);
      const [known] = await circles.membersAsKnown(at.circle, [account]);
      const { since, firstName } = known ?? {};
      const isRenamed = firstName !== undefined && !isMarkOf(firstName, account, named.name);
      return { ...named, as: account, isRenamed, ...(since !== undefined && { since }) };
    }
    return namesOf(sighting);
  }

  const seen = await Promise.all(
    sharers.map((sharer) => (sharer.joined ? together(sharer, sharer.joined) : confirmed(sharer))),
  );
  const visible = seen.filter((sighting) => sighting !== undefined);
  const [own, others] = [whyUnconfirmed(here), whyUnconfirmed(across)];
  if (own.unconfirmed !== undefined || others.unconfirmed === undefined) return { visible, ...own };
  return { visible, unconfirmed: "not now", isAcross: true };
}

type Names = Pick<Sighting, "as" | "name" | "handle" | "id" | "since" | "isRenamed">;

const namesOf = ({ as, name, handle, id, since, isRenamed }: Sighting): Names => ({
  as,
  name,
  id,
  isRenamed,
  ...(handle !== undefined && { handle }),
  ...(since !== undefined && { since }),
});

function withoutNames(sighting: Sighting) {
  const { handle: _handle, since: _since, firstName: _firstName, ...rest } = sighting;
  return rest;
}

// What rooms see that are linked: no store, no keys, no code of the core.
type Share = { id: number; who: string; room: string; startedAt: number; agreed: Map<string, number> };
type Position = { who: string; room: string; share: number; mark: number; at: number };
type Meeting = { room: string; mark: number; at: number };
export type Shown = { who: string; mark: number | undefined };
type Entry = Shown & { from: string; at: number; begun: number };

type IsMember = (who: string, room: string) => boolean;

const pairOf = (one: string, other: string) => [one, other].toSorted().join("+");

export function createLinkedModel(rooms: readonly string[]) {
  const links = new Map<string, number>();
  const shareOf = new Map<number, number>();
  const asked: { who: string; from: string; to: string; since: number }[] = [];
  let [shares, positions]: [Share[], Position[]] = [[], []];
  let meetings: Meeting[] = [];

  /** Since when a room sees a share: visibility, whole. */
  function sees(room: string, share: Share): boolean {
    if (share.room === room) return true;
    const since = links.get(pairOf(share.room, room));
    if (since === undefined) return false;
    if (share.startedAt > since) return true;
    return (share.agreed.get(room) ?? 0) > since;
  }

  function end(is: (share: Share) => boolean) {
    shares = shares.filter((share) => !is(share));
    positions = positions.filter(({ share }) => shares.some(({ id }) => id === share));
  }

  function inRoom(who: string, from: string, room: string) {
    const open = shares.filter((share) => share.who === who && share.room === from);
    const seen = open.filter((share) => sees(room, share));
    const position = positions.find((one) => one.who === who && one.room === from);
    if (position && !seen.some(({ id }) => id === position.share)) return undefined;
    const begun = Math.max(...seen.map(({ startedAt }) => startedAt));
    return seen.length > 0 ? { from, mark: position?.mark, at: position?.at ?? 0, begun } : undefined;
  }

  const isLinked = (one: string, other: string) => links.has(pairOf(one, other));
  const linkedWith = (room: string) => rooms.filter((other) => isLinked(room, other));

  /** Where a room meets: its own, or one that was set in a linked room since; of these the newest. */
  const meetingsIn = (room: string) =>
    meetings.filter(
      (one) => one.room === room || one.at > (links.get(pairOf(one.room, room)) ?? Number.POSITIVE_INFINITY),
    );

  return {
    isLinked,
    linkedWith,
    meeting: (room: string) => meetingsIn(room).toSorted((one, other) => other.at - one.at)[0]?.mark,
    mayMeet: (mark: number, room: string) => meetingsIn(room).some((one) => one.mark === mark),
    meet(room: string, mark: number, at: number) {
      meetings = [...meetings.filter((one) => one.room !== room && !isLinked(one.room, room)), { room, mark, at }];
    },
    /** takes back all that is read there */
    meetNowhere(room: string) {
      const read = meetingsIn(room);
      meetings = meetings.filter((one) => !read.includes(one));
    },
    forgetMeeting(room: string) {
      meetings = meetings.filter((one) => one.room !== room);
    },
    /** Whoever shares in either already, and is a member there, is asked. */
    link(one: string, other: string, at: number, isMember: IsMember) {
      links.set(pairOf(one, other), at);
      for (const { who, room } of shares) {
        const to = room === one ? other : room === other ? one : undefined;
        if (to !== undefined && isMember(who, room)) asked.push({ who, from: room, to, since: at });
      }
    },
    unlink(room: string) {
      for (const other of linkedWith(room)) links.delete(pairOf(room, other));
    },
    share(share: Omit<Share, "agreed">) {
      shares = [...shares, { ...share, agreed: new Map() }];
    },
    isOpen: (id: number) => shares.some((share) => share.id === id),
    openOf: (who: string, room: string) => shares.filter((share) => share.who === who && share.room === room),
    report(id: number, mark: number, at: number) {
      const share = shares.find((one) => one.id === id);
      if (!share) return;
      const { who, room } = share;
      positions = [
        ...positions.filter((one) => one.who !== who || one.room !== room),
        { who, room, share: id, mark, at },
      ];
      shareOf.set(mark, id);
    },
    end,
    /** to what they were asked, as far as it is still so */
    agree(who: string, at: number, isMember: IsMember) {
      for (const one of asked.filter((other) => other.who === who)) {
        asked.splice(asked.indexOf(one), 1);
        const isSo = links.get(pairOf(one.from, one.to)) === one.since && isMember(who, one.from);
        for (const share of isSo ? shares.filter((other) => other.who === who && other.room === one.from) : [])
          share.agreed.set(one.to, at);
      }
    },
    /** Whoever shares in several rooms is shown where they were last; who is no member of that room is not, and shares there no more. */
    answer(room: string, isMember: IsMember): Entry[] {
      const shown: Entry[] = [];
      for (const who of new Set(shares.map((share) => share.who))) {
        const seen = [room, ...linkedWith(room)].flatMap((from) => inRoom(who, from, room) ?? []);
        const [newest] = seen.toSorted((one, other) => other.at - one.at);
        if (newest && isMember(who, newest.from)) shown.push({ who, ...newest });
        else if (newest) end((share) => share.who === who && share.room === newest.from);
      }
      return shown;
    },
    mayStand(mark: number, room: string): boolean {
      const share = shares.find(({ id }) => id === shareOf.get(mark));
      return share !== undefined && sees(room, share);
    },
  };
}

/**
 * What a room sees of people some of whom have two accounts: the rule, whole. Nobody is added to what it sees of accounts; two of one person are one, where
 * that was last, by the account that is in the room.
 */
export function asPeople(
  room: string,
  accounts: readonly Entry[],
  pair: readonly string[],
  isMember: IsMember,
): Shown[] {
  const [theirs, others] = [true, false].map((is) => accounts.filter(({ who }) => pair.includes(who) === is)) as [
    Entry[],
    Entry[],
  ];
  const [newest] = theirs.toSorted((one, other) => other.at - one.at);
  const byBeginning = theirs.toSorted((one, other) => other.begun - one.begun).map(({ who }) => who);
  const sharesHere = byBeginning.find((who) => theirs.some((one) => one.who === who && one.from === room));
  const isHere = [...byBeginning, ...pair].find((who) => isMember(who, room));
  const who = sharesHere ?? isHere ?? byBeginning[0];
  return newest === undefined || who === undefined ? [...others] : [...others, { who, mark: newest.mark }];
}

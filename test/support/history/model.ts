// What becomes of what people share: no store, no keys, no messages, no code of the core.
const hour = 3_600_000;
/** One report of a phone; `mark` stands for the place, each its own. */
export type Report = { id: number; who: string; live: boolean; first: boolean; mark: number } & Times;
type Times = { startedAt: number; until: number; at: number };
/** `mark` is undefined for a share that has no position now. */
export type Seen = { who: string; mark: number | undefined; isCoarse: boolean };
type Share = { id: number; who: string; room: string; live: boolean; until: number; expiry: number };
type Position = { who: string; room: string; id: number; mark: number; at: number; expiresAt: number };
type Waiting = { report: Report; choices: string[]; until: number };
type Met = { who: string; room: string; isNamed: boolean; isCoarse: boolean };

export function createHistoryModel(began: number, rooms: Record<string, readonly string[]>) {
  const members = new Map(Object.entries(rooms).map(([room, people]) => [room, new Set(people)]));
  const expiries = new Map<string, number>();
  const waiting = new Map<string, Waiting>();
  const asked = new Set<number>();
  const goesTo = new Map<number, string>();
  const over = new Set<number>();
  const told = new Map<number, { id: number; at: number }>();
  /** `who` undefined: everybody */
  const stops: { who?: string; room?: string | undefined; at: number }[] = [];
  let [shares, positions, met, now]: [Share[], Position[], Met[], number] = [[], [], [], began];

  const is = (who: string, room: string) => (other: { who: string; room: string }) =>
    other.who === who && other.room === room;
  const isMember = (who: string, room: string) => members.get(room)?.has(who) ?? false;
  /** "Ends by itself"; "kept until its expiry"; "when a share ends, the position is destroyed at once". */
  function settle() {
    shares = shares.filter(({ until }) => until > now);
    positions = positions.filter(({ expiresAt, id }) => expiresAt > now && shares.some((share) => share.id === id));
    shares = shares.filter(({ id, live }) => live || positions.some((position) => position.id === id));
    for (const [who, { until }] of waiting) if (until <= now) waiting.delete(who);
  }

  function end(ids: readonly number[]) {
    for (const id of ids) over.add(id);
    shares = shares.filter(({ id }) => !ids.includes(id));
    for (const [who, { report }] of waiting) if (ids.includes(report.id)) waiting.delete(who);
    settle();
  }

  function meet(who: string, room: string, chosen: Partial<Met> = {}) {
    const known = met.find(is(who, room)) ?? { who, room, isNamed: false, isCoarse: false };
    if (!met.includes(known)) met.push(known);
    Object.assign(known, chosen);
  }

  const part = (who: string, room: string) => void (met = met.filter((other) => !is(who, room)(other)));

  /** @param room undefined: whether it was stopped everywhere */
  const isStopped = (who: string, startedAt: number, room?: string) =>
    stops.some((stop) => (stop.who ?? who) === who && (stop.room ?? room) === room && startedAt < stop.at);

  /** "Only the latest point is kept", by the network's own time; of two in one moment, the message that began the share is older. */
  function reportInRoom({ id, who, live, first, startedAt, until, at, mark }: Report, room: string) {
    const known = shares.find((share) => share.id === id);
    const latest = positions.find(is(who, room));
    const expiry = known?.expiry ?? expiries.get(room) ?? hour;
    // A share of which is first heard a day after it began does not begin, nor does one that began before its sharer said /stop, or an admin /wipe.
    if (!known && (isStopped(who, startedAt, room) || startedAt + 24 * hour <= now)) return;
    const ending = live ? Math.min(until, startedAt + 24 * hour) : at + expiry;
    const isLatest = !latest || latest.at < at || (latest.at === at && !(known && first));
    if (over.has(id) || ending <= now || (!isLatest && (known || !live))) return;
    meet(who, room);
    shares = [...shares.filter((share) => share !== known), { id, who, room, live, until: ending, expiry }];
    const expiresAt = Math.min(at + expiry, ending);
    if (!isLatest || expiresAt <= now) return;
    positions = [...positions.filter((position) => position !== latest), { who, room, id, mark, at, expiresAt }];
    told.set(mark, { id, at });
    end(shares.filter((share) => is(who, room)(share) && !share.live && share.id !== id).map((share) => share.id));
  }

  return {
    members,
    isMember,
    meet,
    part,
    end,
    reportInRoom,
    passTo(time: number) {
      now = Math.max(now, time);
      settle();
    },
    /** "With no circle nothing is stored; with one that is named it goes there; otherwise nothing is visible until one is chosen." */
    reportInPrivate(report: Report) {
      const [{ id, who }, room] = [report, goesTo.get(report.id)];
      if (room !== undefined) return reportInRoom(report, room);
      const known = met.filter((other) => other.who === who && isMember(who, other.room));
      // Nobody is asked about what was stopped before it was heard of, so no choice names a room for it.
      if (over.has(id) || isStopped(who, report.startedAt) || known.length === 0) return;
      const [only, ...others] = known.filter(({ isNamed }) => isNamed);
      if (only && others.length === 0 && !asked.has(id)) {
        goesTo.set(id, only.room);
        return reportInRoom(report, only.room);
      }
      if (report.until <= now || report.startedAt + 24 * hour <= now) return;
      const before = waiting.get(who);
      if (before?.report.id === id && before.report.at > report.at) return;
      if (before && before.report.id !== id) over.add(before.report.id);
      asked.add(id);
      waiting.set(who, {
        report,
        // A number says which of the rooms that were listed is meant, whatever rooms have come since.
        choices: before?.report.id === id ? before.choices : known.map((other) => other.room),
        until: Math.min(now + hour, report.until),
      });
      settle();
    },
    choose(who: string, number: number) {
      const held = waiting.get(who);
      const room = held?.choices[number];
      if (!held || room === undefined || !isMember(who, room)) return;
      meet(who, room, { isNamed: true });
      waiting.delete(who);
      goesTo.set(held.report.id, room);
      reportInRoom({ ...held.report, first: false }, room);
    },
    /** @param room undefined: everywhere */
    refuseEarlier: (who: string, room?: string) => void stops.push({ who, room, at: now }),
    /** @param room undefined: everywhere, also what waits */
    stop(who: string, room?: string) {
      const held = room === undefined ? waiting.get(who)?.report.id : undefined;
      const theirs = shares.filter((share) => share.who === who && (room ?? share.room) === share.room);
      end([...theirs.map(({ id }) => id), ...(held === undefined ? [] : [held])]);
    },
    wipe(room: string) {
      stops.push({ room, at: now });
      end(shares.filter((share) => share.room === room).map(({ id }) => id));
      met = met.filter((other) => other.room !== room);
      expiries.delete(room);
      for (const [id, other] of goesTo) if (other === room) over.add(id);
      for (const held of waiting.values()) held.choices = held.choices.map((other) => (other === room ? "" : other));
    },
    /** "Shortening applies at once to everything kept"; "a share keeps the expiry in force when it began". */
    setExpiry(room: string, expiry: number) {
      expiries.set(room, expiry);
      for (const share of shares.filter((other) => other.room === room)) {
        if (!share.live) share.until -= Math.max(0, share.expiry - expiry);
        share.expiry = Math.min(share.expiry, expiry);
      }
      for (const position of positions.filter((other) => other.room === room))
        position.expiresAt = Math.min(position.expiresAt, position.at + expiry);
      settle();
    },
    /** What a member reads. Whoever is no member any more does not share any more. */
    answer(room: string): Seen[] {
      end(shares.filter((share) => share.room === room && !isMember(share.who, room)).map(({ id }) => id));
      return [...new Set(shares.filter((share) => share.room === room).map(({ who }) => who))].map((who) => {
        const mark = positions.find(is(who, room))?.mark;
        return { who, mark, isCoarse: mark !== undefined && this.isCoarse(who, room) };
      });
    },
    /** Whether this room is to be shown no more than a square. */
    isCoarse: (who: string, room: string): boolean => met.find(is(who, room))?.isCoarse ?? false,
    /** Whether an answer that shows this place may still be there: its share goes on, and it is not older than it is kept. */
    mayBeShown(mark: number): boolean {
      const { id, at = 0 } = told.get(mark) ?? {};
      return shares.some((share) => share.id === id && at + share.expiry > now);
    },
  };
}

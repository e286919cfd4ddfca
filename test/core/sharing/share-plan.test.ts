import fc from "fast-check";
import { expect, test } from "vitest";
import { type ShareId } from "../../../src/core/model/ids.ts";
import {
  endOf,
  type Kept,
  merge,
  nextEnd,
  planEnding,
  planReport,
  type Report,
  shorten,
} from "../../../src/core/sharing/share-plan.ts";
import { day, hour, type Instant, instant, minute } from "../../../src/lib/time.ts";

const now = instant(1_800_000_000_000);
const at = (offset: number): Instant => instant(now + offset);
const report = (id: string, changes: Partial<Report> = {}): Report => ({
  share: id as ShareId,
  live: true,
  startedAt: now,
  position: { latitude: 1, longitude: 2, at: now },
  ...changes,
});
const where = (offset: number) => ({ latitude: 1, longitude: 2, at: at(offset) });
const none: Kept = { shares: [] };
const told = (kept: Kept, given: Report, expiry = hour, when = now) => planReport(kept, given, expiry, when) ?? kept;

const arbitraryReport = fc
  .record({
    share: fc.constantFrom("live a", "live b", "c", "d"),
    reported: fc.integer({ min: -2 * hour, max: hour }),
    began: fc.integer({ min: -2 * day, max: day }),
    until: fc.option(fc.integer({ min: -hour, max: 2 * day })),
  })
  .map(({ share, reported, began, until }) => {
    const given = report(share, { live: share.startsWith("live"), startedAt: at(began), position: where(reported) });
    return until === null ? given : { ...given, until: at(until) };
  });
const arbitraryKept = fc
  .array(fc.tuple(arbitraryReport, fc.integer({ min: minute, max: day })), { maxLength: 6 })
  .map((reports) => reports.reduce<Kept>((kept, [given, expiry]) => told(kept, given, expiry), none));

test("the same report twice changes nothing that can be seen", () => {
  fc.assert(
    fc.property(arbitraryKept, arbitraryReport, (kept, given) => {
      const once = told(kept, given);
      expect(told(once, given)).toEqual(once);
    }),
  );
});

test("reports of live shares in any order end in the same position", () => {
  const offsets = fc.uniqueArray(fc.integer({ min: -50 * minute, max: 0 }), { minLength: 2, maxLength: 6 });
  fc.assert(
    fc.property(
      offsets.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
      ([list, shuffled]) => {
        const follow = (order: readonly number[]) =>
          order.reduce(
            (kept, offset) => told(kept, report("a", { startedAt: at(-hour), position: where(offset) })),
            none,
          );
        expect(follow(shuffled)).toEqual(follow(list));
        expect(follow(list).position?.at).toBe(at(Math.max(...list)));
      },
    ),
  );
});

test("whatever is reported: nothing is kept longer than the expiry, nor than its share, nor than 24 h, nor dated ahead", () => {
  fc.assert(
    fc.property(fc.array(arbitraryReport, { maxLength: 8 }), (reports) => {
      const { shares, position } = reports.reduce<Kept>((kept, given) => told(kept, given), none);
      for (const share of shares) {
        expect(share.startedAt).toBeLessThanOrEqual(now);
        if (share.live) expect(share.until - share.startedAt).toBeLessThanOrEqual(day);
        else expect(share.id).toBe(position?.share);
      }
      expect(new Set(shares.map(({ id }) => id)).size).toBe(shares.length);
      if (!position) return;
      expect(position.at).toBeLessThanOrEqual(now);
      expect(position.expiresAt).toBeLessThanOrEqual(position.at + hour);
      expect(position.expiresAt).toBeLessThanOrEqual(shares.find(({ id }) => id === position.share)?.until ?? 0);
    }),
  );
});

test("a live share ends when its network says, and at 24 h at the latest", () => {
  expect(endOf(report("a", { until: at(hour) }), hour)).toBe(at(hour));
  expect(endOf(report("a"), hour)).toBe(at(day));
  expect(endOf(report("a", { until: instant(now + 0x7fffffff * 1000) }), hour)).toBe(at(day));
  expect(endOf(report("a", { live: false }), 2 * hour)).toBe(at(2 * hour));
});

test("a share whose time is over does not begin", () => {
  for (const given of [
    report("a", { until: now }),
    report("a", { until: at(-1), startedAt: at(-hour) }),
    report("a", { startedAt: at(-day) }),
    report("a", { startedAt: instant(0), position: { ...where(0), at: instant(0) } }),
    report("a", { live: false, position: where(-hour) }),
  ])
    expect(planReport(none, given, hour, now)).toBeUndefined();
});

test("a late report brings back neither an older position nor the end that was meant then", () => {
  const kept = told(none, report("a", { until: at(2 * hour) }));
  const late = report("a", { until: at(hour), position: where(-minute) });
  expect(planReport(kept, late, hour, now)).toBeUndefined();
});

test("a share that goes on longer, or shorter, is believed", () => {
  const kept = told(none, report("a", { until: at(hour) }));
  expect(told(kept, report("a", { until: at(3 * hour) })).shares[0]?.until).toBe(at(3 * hour));
  const shorter = told(kept, report("a", { until: at(minute) }));
  expect([shorter.shares[0]?.until, shorter.position?.expiresAt]).toEqual([at(minute), at(minute)]);
});

test("a share keeps the expiry it began with, unless it is shortened", () => {
  const kept = told(none, report("a"), hour);
  expect(told(kept, report("a", { position: where(0) }), 2 * hour)).toEqual(kept);
  const shortened = shorten(kept, minute);
  expect(shortened.position?.expiresAt).toBe(at(minute));
  expect(told(shortened, report("a"), 2 * hour).position?.expiresAt).toBe(at(minute));
});

test("shortening never lengthens anything", () => {
  fc.assert(
    fc.property(arbitraryKept, fc.integer({ min: minute, max: 7 * day }), (kept, expiry) => {
      const shorter = shorten(kept, expiry);
      for (const [index, share] of shorter.shares.entries()) {
        expect(share.until).toBeLessThanOrEqual(kept.shares[index]?.until ?? 0);
        expect(share.expiry).toBeLessThanOrEqual(expiry);
      }
      if (kept.position) expect(shorter.position?.expiresAt).toBeLessThanOrEqual(kept.position.expiresAt);
      expect(shorten(shorter, expiry)).toEqual(shorter);
    }),
  );
});

test("of what ends, nothing stays; of the rest, everything", () => {
  fc.assert(
    fc.property(arbitraryKept, fc.constantFrom("live a", "c"), (kept, ending) => {
      const { kept: left, ended } = planEnding(kept, ({ id }) => id === ending, now);
      expect([...left.shares, ...ended]).toHaveLength(kept.shares.length);
      expect(left.shares.some(({ id }) => id === ending)).toBe(false);
      const stays = kept.position !== undefined && kept.position.share !== ending && kept.position.expiresAt > now;
      expect(left.position).toEqual(stays ? kept.position : undefined);
    }),
  );
});

test("two circles that are one keep the newer position, and each share once", () => {
  fc.assert(
    fc.property(arbitraryKept, arbitraryKept, (one, other) => {
      const both = merge(one, other);
      expect(both.position?.at).toBe(
        one.position || other.position ? Math.max(one.position?.at ?? 0, other.position?.at ?? 0) : undefined,
      );
      expect(new Set(both.shares.map(({ id }) => id)).size).toBe(both.shares.length);
      expect(merge(both, other)).toEqual(both);
    }),
  );
});

test("the next end is that of the first share, or of the position", () => {
  expect(nextEnd(none)).toBeUndefined();
  const kept = told(none, report("a", { until: at(3 * hour) }));
  expect(nextEnd(kept)).toBe(at(hour));
  expect(nextEnd({ shares: kept.shares })).toBe(at(3 * hour));
});

const orders = [
  [1, 2],
  [2, 1],
] as const;

test.each(orders)(
  "of two positions of one second, number %i and then number %i, the greater number is shown",
  (first, second) => {
    const numbered = (id: string, order: number, changes: Partial<Report> = {}) =>
      report(id, { ...changes, position: { ...where(0), order } });
    const typed = { live: false, first: true };
    const later = (when: number) => (when === 2 ? "later" : "earlier");
    for (const [one, other] of [
      [{}, typed],
      [typed, {}],
      [{}, {}],
    ] as const) {
      const shown = told(told(none, numbered(later(first), first, one)), numbered(later(second), second, other));
      expect(shown.position?.share).toBe("later");
    }
  },
);

test("of two positions of one second without a number, the one told last is shown, but for the message that began the share", () => {
  const shown = told(none, report("live"));
  expect(told(shown, report("typed", { live: false, first: true })).position?.share).toBe("typed");
  const moved = report("live", { first: false, position: { latitude: 3, longitude: 4, at: now } });
  const both = told(shown, moved);
  expect(both.position?.latitude).toBe(3);
  expect(told(both, report("live", { first: true })).position?.latitude).toBe(3);
});

import { describe, expect, test } from "vitest";
import type { CircleId, ShareId } from "../../../src/core/model/ids.ts";
import { crossing, shownSince } from "../../../src/core/sharing/seen/shown-since.ts";
import type { StoredPosition } from "../../../src/core/storage/records/record-keys.ts";
import { hour, type Instant } from "../../../src/lib/time.ts";

const [march, water, other] = ["march", "water", "other"] as CircleId[] as [CircleId, CircleId, CircleId];
const at = (time: number) => time as Instant;
const links = [{ circle: water, since: at(100) }];
const across = { from: march, to: water, links };
const share = (startedAt: number, crosses?: { circle: CircleId; at: Instant }[]) => ({
  id: `share ${startedAt}` as ShareId,
  live: true,
  startedAt: at(startedAt),
  until: at(10_000),
  expiry: hour,
  ...(crosses && { crosses }),
});

describe("a share is shown", () => {
  test("to its own circle from its beginning, whatever is linked", () => {
    expect(shownSince(share(50), { ...across, to: march, links: [] })).toBe(50);
  });
  test("to a linked circle when it began after the link, and to no other", () => {
    expect(shownSince(share(101), across)).toBe(101);
    expect(shownSince(share(101), { ...across, to: other })).toBeUndefined();
    expect(shownSince(share(101), { ...across, links: [] })).toBeUndefined();
  });
  test("not to one that was linked since, or in the same moment", () => {
    expect([shownSince(share(99), across), shownSince(share(100), across)]).toEqual([undefined, undefined]);
  });
  test("unless its sharer agreed to that circle, and since that link", () => {
    expect(shownSince(share(99, [{ circle: water, at: at(120) }]), across)).toBe(120);
    expect(shownSince(share(99, [{ circle: other, at: at(120) }]), across)).toBeUndefined();
    expect(shownSince(share(20, [{ circle: water, at: at(90) }]), across)).toBeUndefined();
  });
});

describe("of all that somebody shares, a linked circle sees", () => {
  const position = (of: ReturnType<typeof share>): StoredPosition => ({
    latitude: 52,
    longitude: 13,
    at: at(150),
    share: of.id,
    expiresAt: at(9000),
  });
  const [before, after] = [share(50), share(110)];

  test("the shares that cross, with the position of one of them", () => {
    const kept = { shares: [before, after], position: position(after) };
    expect(crossing(kept, across)).toEqual({ shares: [after], position: position(after) });
    expect(crossing(kept, { ...across, to: march })).toEqual(kept);
  });
  test("nothing where the latest position is of one that does not", () => {
    expect(crossing({ shares: [before, after], position: position(before) }, across)).toEqual({ shares: [] });
  });
  test("that they share, where there is no position", () => {
    expect(crossing({ shares: [before, after] }, across)).toEqual({ shares: [after] });
  });
});

import { describe, expect, test } from "vitest";
import type { Incoming } from "../../src/core/model/incoming.ts";
import type { Without } from "../support/networks/harness.ts";
import type { March } from "../support/networks/march.ts";

/** The same act leads to the same Incoming on every network. */
export function describeIncoming(begin: () => Promise<March>, without: Without): void {
  describe("tells the core in the same way as every network", () => {
    /** With the names of the people and rooms of these tests, and without what differs each time. */
    function normalised(incoming: Incoming | undefined, at: March): object {
      const names = new Map<string, string>(
        Object.entries({ march: at.march, camp: at.camp, ana: at.ana, ben: at.ben }).map(([known, id]) => [id, known]),
      );
      // Some networks number what they tell, and some tell places as text.
      // What is a network's own: ids and times, and whether another bot could be meant.
      const changing = ["addressed", "id", "message", "share", "sentAt", "startedAt", "at", "order", "decimals"];
      const text = JSON.stringify(incoming, (key, value: unknown) => {
        if (changing.includes(key)) return undefined;
        return typeof value === "string" ? (names.get(value) ?? value) : value;
      });
      return JSON.parse(text) as object;
    }
    const lastOf = (at: March, kind: Incoming["kind"]) =>
      normalised(
        at.received.findLast((one) => one.kind === kind),
        at,
      );

    test("of a command in a room", async () => {
      const at = await begin();
      await at.says(at.ben, at.march, "/WhereIs  Ana Bo ");
      const from = { person: "ben", place: { room: "march" } };
      expect(lastOf(at, "command")).toEqual({
        kind: "command",
        from,
        name: "whereis",
        argument: "Ana Bo",
        mentions: [],
      });
    });

    test("of a command in private", async () => {
      const at = await begin();
      await at.says(at.ana, undefined, "/stop");
      const words = { name: "stop", argument: "", mentions: [] };
      expect(lastOf(at, "command")).toEqual({ kind: "command", from: { person: "ana" }, ...words });
    });

    const positions = async () => {
      const at = await begin();
      const position = { latitude: 52.52, longitude: 13.405 };
      const sent = { kind: "position", live: false, position, first: true };
      await at.sendsPosition!(at.ana, at.march, position);
      expect(lastOf(at, "position")).toEqual({ ...sent, from: { person: "ana", place: { room: "march" } } });
      await at.sendsPosition!(at.ana, undefined, position);
      expect(lastOf(at, "position")).toEqual({ ...sent, from: { person: "ana" } });
    };
    if (!without.phones) test("of a position in a room and in private", positions);

    test("of somebody who leaves", async () => {
      const at = await begin();
      await at.leaves(at.ben, at.march);
      expect(lastOf(at, "person-left")).toEqual({ kind: "person-left", person: "ben", room: "march" });
    });
  });
}

import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readUpdate, updateKinds } from "../../../../src/bots/telegram/receive/read-update.ts";
import { command, edit, live, me, message, now, pressed, read, supergroup } from "./updates.ts";

const nested = (depth: number): unknown => JSON.parse(`${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`);

describe("anything may arrive", () => {
  test.each([
    [undefined],
    [null],
    ["update"],
    [[]],
    [{}],
    [{ update_id: 1 }],
    [{ update_id: 1, message: null }],
    [{ update_id: 1, message: [] }],
    [{ update_id: 1, message: { chat: null, from: [] } }],
    [{ update_id: 1, poll: { id: "1" } }],
    [{ update_id: 1, something_of_next_year: { from: {}, chat: {} } }],
    [JSON.parse('{"message":{"__proto__":{"text":"/wipe"},"chat":{"__proto__":{"id":7}}}}')],
    [message({ location: nested(10_000) })],
    [
      message({
        text: "/stop",
        entities: nested(1000),
        chat: { id: -1_000_000_000_001, type: "supergroup", title: "March" },
      }),
    ],
  ])("%#: ignored", (update) => expect(read(update)).toEqual([]));

  test("no JSON makes it throw", () => {
    fc.assert(fc.property(fc.jsonValue(), (update) => void readUpdate(update, me, now)));
  });

  test("no change of one field of a good update makes it throw, or say a number that is none", () => {
    const good = [
      message({ chat: supergroup, location: live }),
      edit({ location: live }),
      command("/whereis ana"),
      pressed(),
      message({ chat: supergroup, left_chat_member: { id: 5, is_bot: false } }),
      message({ chat: supergroup, migrate_from_chat_id: -5 }),
    ];
    const odd = fc.oneof(
      fc.jsonValue(),
      fc.double(),
      fc.integer(),
      fc.constantFrom(undefined, Number.NaN, 2 ** 53, -0, "__proto__"),
    );
    fc.assert(
      fc.property(fc.constantFrom(...good), fc.nat(), odd, (update, which, value) => {
        const changed: unknown = structuredClone(update);
        const spots = fieldsWithin(changed);
        const [holder, field] = spots[which % spots.length]!;
        holder[field] = value;
        for (const incoming of read(changed)) expect(numbersWithin(incoming).every(Number.isFinite)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test("what it reads is what it asks Telegram for", () => {
    expect([...updateKinds].sort()).toEqual([
      "callback_query",
      "chat_member",
      "edited_message",
      "message",
      "my_chat_member",
    ]);
  });
});

type Holder = Record<string, unknown>;

function fieldsWithin(value: unknown): [Holder, string][] {
  if (typeof value !== "object" || value === null) return [];
  const holder = value as Holder;
  return Object.keys(holder).flatMap((field): [Holder, string][] => [[holder, field], ...fieldsWithin(holder[field])]);
}

function numbersWithin(value: unknown): number[] {
  if (typeof value === "number") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(numbersWithin) : [];
}

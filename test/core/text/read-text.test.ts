import * as fc from "fast-check";
import { expect, test } from "vitest";
import { readText } from "../../../src/core/text/read-text.ts";
import { text } from "../../../src/core/text/texts.ts";
import { instant } from "../../../src/lib/time.ts";
import { anyText } from "./samples.ts";

const stored = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

test("every text that is stored is read as it was", () => {
  fc.assert(
    fc.property(anyText, (said) => {
      const { parameters = {}, ...rest } = said;
      expect({ parameters: {}, ...readText(stored(said)) }).toEqual({ parameters: stored(parameters), ...rest });
    }),
  );
});

test.each([
  ["nothing", undefined],
  ["no text", "share-yours"],
  ["a text that is none", { id: "no-such-text" }],
  ["a name that every object has", { id: "constructor" }],
  ["a parameter left out", { id: "linked-to", parameters: {} }],
  ["a parameter of another kind", { id: "linked-to", parameters: { room: 5 } }],
  ["a choice that is none", { id: "stopped", parameters: { where: "everywhere" } }],
  [
    "a direction that is none",
    stored(
      text("where-is", {
        name: text("person-told", { name: "" }),
        seen: "now",
        bound: "within",
        position: { latitude: 1, longitude: 2 },
        heading: "up" as never,
        when: { since: instant(0) },
        left: 1,
      }),
    ),
  ],
  ["a list with something else in it", { id: "precision-is", parameters: { rooms: ["a", 1] } }],
  ["a text in it that is none", { id: "end-live", parameters: { deleting: { id: "x" } } }],
  [
    "half a position",
    {
      id: "where-is",
      parameters: {
        name: { id: "person-told", parameters: { name: "" } },
        seen: "now",
        bound: "within",
        position: { latitude: 1 },
        left: 1,
      },
    },
  ],
])("%s is not read", (_, value) => {
  expect(readText(value)).toBeUndefined();
});

test("texts within texts are read to a limit", () => {
  const nest = (depth: number): unknown =>
    depth === 0 ? { id: "share-yours" } : { id: "end-live", parameters: { deleting: nest(depth - 1) } };
  expect(readText(nest(3))).toEqual(nest(3));
  expect(readText(nest(4))).toBeUndefined();
});

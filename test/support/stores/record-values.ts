import fc from "fast-check";
import type * as v from "valibot";
import { recordKeys } from "../../../src/core/storage/records/record-keys.ts";
import type { RecordOf } from "../../../src/core/storage/records/record-kind.ts";
import { readText } from "../../../src/core/text/read-text.ts";
import { anyText } from "../../core/text/samples.ts";

/** What valibot says of a schema when it is asked. */
type Described = v.GenericSchema & {
  type: string;
  pipe?: readonly { kind: string; type: string; requirement?: number }[];
  entries?: Record<string, Described>;
  options?: readonly unknown[];
  item?: Described;
  items?: readonly Described[];
  wrapped?: Described;
  literal?: unknown;
};

/** Any value that a schema takes, for the schemas of which records are made. */
export function valueOf(of: v.GenericSchema<unknown, unknown>): fc.Arbitrary<unknown> {
  const schema = of as Described;
  const { type, pipe = [], entries = {}, options = [] } = schema;
  const bound = (name: string) => pipe.find((action) => action.type === name)?.requirement;
  switch (type) {
    case "string":
      return fc.string({ unit: "binary" });
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    case "literal":
      return fc.constant(schema.literal);
    case "picklist":
      return fc.constantFrom(...options);
    case "number": {
      const min = bound("min_value");
      const max = bound("max_value");
      const limits = { ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
      if (pipe.some((action) => action.type === "safe_integer"))
        return min === undefined ? fc.maxSafeInteger() : fc.integer({ min });
      // JSON knows no negative zero.
      return fc.double({ ...limits, noNaN: true, noDefaultInfinity: true }).map((number) => number + 0);
    }
    case "array":
      return fc.array(valueOf(itemOf(schema.item)), { maxLength: 4 });
    case "tuple":
      return fc.tuple(...(schema.items ?? []).map(valueOf));
    case "union":
    case "variant":
      return fc.oneof(...options.map((option) => valueOf(option as Described)));
    case "strict_object": {
      const optional = Object.keys(entries).filter((name) => entries[name]?.type === "exact_optional");
      const values = Object.entries(entries).map(
        ([name, entry]) => [name, valueOf(itemOf(entry.type === "exact_optional" ? entry.wrapped : entry))] as const,
      );
      const requiredKeys = Object.keys(entries).filter((name) => !optional.includes(name));
      return fc.record(Object.fromEntries(values), { requiredKeys, noNullPrototype: true });
    }
    // Of what is parsed by a list of its own there is one: what the bot says.
    case "unknown":
      return anyText.map((text) => readText(JSON.parse(JSON.stringify(text))));
    default:
      throw new Error(`no values are known of the schema ${type}`);
  }
}

function itemOf(schema: Described | undefined): Described {
  if (schema === undefined) throw new Error("a schema has nothing in it");
  return schema;
}

/** One key of every kind of record. */
export const everyKind: readonly RecordOf<unknown>[] = Object.values(recordKeys).map((keyOf) =>
  (keyOf as (...of: string[]) => RecordOf<unknown>)("telegram:1", "telegram:2"),
);

import fc from "fast-check";

/** A parser of something that comes from outside, and what is true of it whatever comes. */
export type Parser = {
  /** what is parsed, in few words */
  name: string;
  /** fails when what comes of any input is not as it must be; most inputs are almost right */
  property: fc.IProperty<[unknown]>;
};

/** @param holds throws when what comes of this input is not as it must be */
export const parser = <T>(name: string, input: fc.Arbitrary<T>, holds: (input: T) => void): Parser => ({
  name,
  property: fc.property(input, holds) as fc.IProperty<[unknown]>,
});

/** @throws an Error with the value, unless it is so */
export function must(isSo: boolean, what: string, value?: unknown): asserts isSo {
  if (!isSo) throw new Error(`${what}: ${JSON.stringify(value)}`);
}

/** Names that mean something to JavaScript, and what an attacker tries first. */
const oddNames = ["__proto__", "constructor", "toString", "valueOf", "toJSON", "then", "length", ""];
const oddValues: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  1,
  0.5,
  1e21,
  -1e308,
  2 ** 31,
  2 ** 53,
  "",
  "0",
  " ",
  "\u0000",
  "\ud800",
  "\u202e",
  "@",
  [],
  {},
  [[]],
  JSON.parse('{"__proto__":{"a":1}}'),
  { toString: 1 },
  { length: 3 },
];

const anyValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...oddValues) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 40 }) },
  { weight: 1, arbitrary: fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  {
    weight: 1,
    arbitrary: fc.dictionary(fc.oneof(fc.constantFrom(...oddNames), fc.string()), fc.constantFrom(...oddValues), {
      noNullPrototype: true,
    }),
  },
);

/** Any value that JSON can hold, each its own. */
export const anyJson: fc.Arbitrary<unknown> = anyValue.map((value) => asJson(value));

type Change = { where: number; how: "replace" | "remove" | "repeat" | "copy"; value: unknown; from: number };
const change: fc.Arbitrary<Change> = fc.record({
  where: fc.nat(1000),
  how: fc.constantFrom("replace", "replace", "replace", "remove", "repeat", "copy"),
  value: anyJson,
  from: fc.nat(1000),
});

/** One of the samples with some of it changed: most of them are still almost what they were. */
export function almost(samples: readonly unknown[]): fc.Arbitrary<unknown> {
  return fc
    .tuple(fc.nat(samples.length - 1), fc.array(change, { maxLength: 4 }))
    .map(([index, changes]) => changes.reduce(changed, asJson(samples[index])));
}

/** As it is once it has been through JSON. */
export function asJson(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}

type Place = { holder: Record<string, unknown>; name: string };

function changed(whole: unknown, { where, how, value, from }: Change): unknown {
  const places: Place[] = [];
  const visit = (inner: unknown) => {
    if (typeof inner !== "object" || inner === null) return;
    for (const name of Object.keys(inner)) {
      const holder = inner as Record<string, unknown>;
      places.push({ holder, name });
      visit(Object.getOwnPropertyDescriptor(holder, name)?.value);
    }
  };
  visit(whole);
  const [at, other] = [places[where % places.length], places[from % places.length]];
  if (at === undefined || other === undefined) return whole;
  const old = at.holder[at.name];
  if (how === "remove") delete at.holder[at.name];
  else if (how === "repeat") put(at.holder, `${at.name}2`, asJson(old));
  else put(at.holder, at.name, asJson(how === "copy" ? other.holder[other.name] : value));
  return whole;
}

/** As JSON.parse does: `__proto__` is a name like any other. */
const put = (holder: Record<string, unknown>, name: string, value: unknown) =>
  void Object.defineProperty(holder, name, { value, writable: true, enumerable: true, configurable: true });

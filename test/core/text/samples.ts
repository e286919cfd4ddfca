import * as fc from "fast-check";
import { compass } from "../../../src/core/geo/geodesy.ts";
import {
  type Kind,
  type ParameterTypes,
  type Text,
  type TextId,
  type TextParameter,
  texts,
} from "../../../src/core/text/texts.ts";
import { day, instant } from "../../../src/lib/time.ts";
import { hostileNames } from "../../support/world/hostile-names.ts";

export const ids = Object.keys(texts) as TextId[];
export const typesOf = (id: TextId): ParameterTypes => texts[id];

const name = fc.oneof(fc.string({ unit: "binary", maxLength: 40 }), fc.constantFrom(...hostileNames));
/** Words of the bot's own, and what it is itself called. */
const ours = fc.oneof(fc.string({ maxLength: 40 }), fc.constantFrom("/who 20", "@bot:example.org", "52.5"));
const amount = fc.oneof(fc.constantFrom(0, 1, 2, 5), fc.double({ min: 0, max: 30 * day, noNaN: true }));

const arbitraries: Record<Exclude<Kind, "text">, fc.Arbitrary<TextParameter>> = {
  person: name,
  room: name,
  words: ours,
  said: name,
  rooms: fc.array(name, { minLength: 1, maxLength: 3 }),
  names: fc.array(ours, { minLength: 1, maxLength: 3 }),
  list: fc.array(ours, { minLength: 1, maxLength: 3 }),
  count: fc.nat(),
  clock: fc.nat(4e12),
  duration: amount,
  age: amount,
  distance: amount,
  radius: amount,
  position: fc.record({
    latitude: fc.double({ min: -90, max: 90, noNaN: true }),
    longitude: fc.double({ min: -180, max: 180, noNaN: true }),
  }),
  direction: fc.constantFrom(...compass),
  moment: fc.record({ since: fc.nat(4e12).map(instant), age: fc.option(amount, { nil: undefined }) }),
};

/** One text with any parameters that it can have. */
export function anyOf(id: TextId): fc.Arbitrary<Text> {
  const parameters = Object.entries(typesOf(id)).map(([parameter, type]) => {
    if (typeof type !== "string") return [parameter, fc.constantFrom(...type)] as const;
    const kind = type.replace("?", "") as Kind;
    const value = kind === "text" ? anyOf("share-yours") : arbitraries[kind];
    return [parameter, type.endsWith("?") ? fc.option(value, { nil: undefined }) : value] as const;
  });
  return fc
    .record(Object.fromEntries(parameters))
    .map((values) => (parameters.length > 0 ? { id, parameters: values } : { id }));
}

export const anyText: fc.Arbitrary<Text> = fc.constantFrom(...ids).chain(anyOf);

const plain: Record<Exclude<Kind, "text">, TextParameter> = {
  person: "Ana",
  room: "March",
  words: "word",
  said: "something",
  rooms: ["March", "Legal"],
  names: ["one", "other"],
  list: ["one", "other"],
  count: 3,
  clock: 1_795_435_200_000,
  duration: 90 * 60_000,
  age: 240_000,
  distance: 120,
  radius: 120,
  position: { latitude: 52.52, longitude: 13.405 },
  direction: "north-east",
  moment: { since: instant(1_795_435_200_000), age: 240_000 },
};

/** A text in every form that its choices and what may be left out give it; counts also as 0 and 1. */
export function formsOf(id: TextId): Text[] {
  let forms: Record<string, TextParameter>[] = [{}];
  for (const [parameter, type] of Object.entries(typesOf(id))) {
    forms = forms.flatMap((form) =>
      valuesOf(type).map((value) => (value === undefined ? form : { ...form, [parameter]: value })),
    );
  }
  return forms.filter(canBe).map((parameters) => ({ id, parameters }));
}

/** A square has a size, and what is uncertain is so by something. */
const canBe = ({ bound, accuracy }: Record<string, TextParameter>) =>
  bound === undefined || bound === "within" || accuracy !== undefined;

function valuesOf(type: ParameterTypes[string]): readonly (TextParameter | undefined)[] {
  if (typeof type !== "string") return type;
  const kind = type.replace("?", "") as Kind;
  const values = kind === "text" ? [{ id: "share-yours" as const }] : kind === "count" ? [0, 1, 3] : [plain[kind]];
  return type.endsWith("?") ? [undefined, ...values] : values;
}

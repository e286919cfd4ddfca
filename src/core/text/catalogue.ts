import { readdirSync, readFileSync } from "node:fs";
import { FluentBundle, FluentNumber, FluentResource, FluentType } from "@fluent/bundle";
import type { Duration, Instant } from "../../lib/time.ts";
import { type Line, type Moment, readMarkup, type Slot } from "./markup.ts";
import { quotable, readsAsText, unlinked } from "./names-as-text.ts";
import { type ParameterTypes, type Text, type TextParameter, texts } from "./texts.ts";
import { coordinates, createValues } from "./values.ts";

/** The languages that have a folder here. */
export const languages = ["en"] as const;
export type Language = (typeof languages)[number];

/** A moment of ours as the clocks of those who read show it. */
export type ShownAt = (at: Instant) => Instant;

/** Says a text in one language. @param errors is given what is wrong with the words of the language */
export type Format = (text: Text, errors: Error[], shownAt?: ShownAt) => Line[];

const asOurs: ShownAt = (at) => at;

/** What a pattern holds in the place of a value: the value itself is put in after the markup was read, so it can bring none along. */
const markOf = (slot: number) => `\uE000${slot}\uE001`;

class Placed extends FluentType<string> {
  override toString(): string {
    return this.value;
  }
}

/** A number that variants can be chosen by. */
class Counted extends FluentNumber {
  readonly #mark: string;
  constructor(value: number, mark: string) {
    super(value);
    this.#mark = mark;
  }
  override toString(): string {
    return this.#mark;
  }
}

/** What a parameter that was left out is, to choose a variant by. */
const absent = "none";

/**
 * @param sources what the files of the language hold
 * @param transform changes the words that are written there, and no value
 */
export function createFormat(locale: string, sources: readonly string[], transform = (words: string) => words): Format {
  const bundle = new FluentBundle(locale, { useIsolating: false, transform });
  for (const source of sources) bundle.addResource(new FluentResource(source));
  const values = createValues(locale);

  function pattern(id: string, args: Record<string, string | FluentType<unknown>>, errors: Error[]): string {
    const message = bundle.getMessage(id);
    if (message?.value) return bundle.formatPattern(message.value, args, errors);
    errors.push(new ReferenceError(`no text ${id}`));
    return "";
  }

  /** The words of a value, or the lines of a text. */
  function slotOf(kind: string, value: TextParameter, errors: Error[], shownAt: ShownAt): Slot {
    if (typeof value === "number") {
      if (kind === "duration") return [{ words: values.duration(value) }];
      if (kind === "radius") return [{ words: values.radius(value) }];
      return [{ words: kind === "distance" ? values.distance(value) : values.count(value) }];
    }
    if (typeof value === "string") {
      if (kind === "direction") return [{ words: pattern("direction", { direction: value }, errors) }];
      return [{ words: named(kind, tame(value), errors) }];
    }
    if ("latitude" in value) return [{ words: coordinates(value) }];
    if ("id" in value) return { lines: format(value, errors, shownAt) };
    if ("since" in value) return { lines: [[momentOf(value.age, shownAt(value.since), errors)]] };
    const items = value.map((item) => named(kind, tame(item), errors));
    return values.list(items, kind === "rooms" || kind === "names");
  }

  function named(kind: string, name: string, errors: Error[]): string {
    const isRoom = kind.startsWith("room");
    if (kind !== "person" && !isRoom) return name;
    if (name === "") return pattern(isRoom ? "room-without-name" : "person-without-name", {}, errors);
    const words = pattern("words-in-answers", {}, errors).split(" ");
    // Put in afterwards, as every value is: what a name holds is never read as a pattern.
    return readsAsText(name, words) ? pattern("person-quoted", { person: quotable(name) }, errors) : unlinked(name);
  }

  function momentOf(age: Duration | undefined, at: Instant, errors: Error[]): Moment {
    const moment = pattern("moment", { age: age === undefined ? absent : values.duration(age) }, errors);
    return { moment, byClock: pattern("moment-by-clock", { moment, clock: values.clock(at) }, errors), at };
  }

  function format({ id, parameters = {} }: Text, errors: Error[], shownAt = asOurs): Line[] {
    const slots: Slot[] = [];
    const args: Record<string, string | FluentType<unknown>> = {};
    const types: ParameterTypes | undefined = texts[id];
    for (const [name, type] of Object.entries(types ?? {})) {
      const value = parameters[name];
      if (typeof type !== "string") {
        if (typeof value === "string") args[name] = value;
      } else if (value === undefined) {
        if (type.endsWith("?")) args[name] = absent;
      } else {
        const mark = markOf(slots.length);
        slots.push(slotOf(type.replace("?", ""), value, errors, shownAt));
        args[name] = typeof value === "number" ? new Counted(value, mark) : new Placed(mark);
      }
    }
    return readMarkup(pattern(id, args, errors), slots);
  }

  return format;
}

// Explicit marks that turn the direction of what follows: one of them in a name would turn the digits after the name around.
const directionMarks = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;
const breaksALine = /[\p{Cc}\u2028\u2029]/gu;

/** A line stays one line and keeps its direction, whatever a name in it holds. */
const tame = (words: string): string => words.toWellFormed().replace(breaksALine, " ").replace(directionMarks, "");

/** What the files of a language hold. */
export function readLanguage(language: Language): string[] {
  const folder = new URL(`${language}/`, import.meta.url);
  return readdirSync(folder)
    .filter((name) => name.endsWith(".ftl"))
    .map((name) => readFileSync(new URL(name, folder), "utf8"));
}

const formats = new Map(languages.map((language) => [language, createFormat(language, readLanguage(language))]));

/** Texts as lines of a language; in English where that language has none that fits. */
export function formatTexts(said: readonly Text[], language: Language = "en", shownAt = asOurs): Line[] {
  return said.flatMap((text) => {
    const errors: Error[] = [];
    const lines = formats.get(language)?.(text, errors, shownAt) ?? [];
    return errors.length > 0 && language !== "en" ? formatTexts([text], "en", shownAt) : lines;
  });
}

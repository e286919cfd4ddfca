import { FluentBundle, FluentNumber, FluentResource, FluentType } from "@fluent/bundle";
import { type Duration, type Instant, instant } from "../../lib/time.ts";
import { isFromRightToLeft, type Language, languages, readCatalogue, reliedOn } from "./languages.ts";
import { endIsolate, isolate, type Line, type Moment, readMarkup, type Slot, type Span } from "./markup.ts";
import { quotable, readsAsText, unlinked, withoutLinks } from "./names-as-text.ts";
import { type ParameterTypes, type Text, type TextParameter, texts } from "./texts.ts";
import { coordinates, createValues, type Values } from "./values.ts";

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
  let made: Values | undefined;
  const values = () => (made ??= createValues(locale));

  function pattern(id: string, args: Record<string, string | FluentType<unknown>>, errors: Error[]): string {
    const message = bundle.getMessage(id);
    if (message?.value) return bundle.formatPattern(message.value, args, errors);
    errors.push(new ReferenceError(`no text ${id}`));
    return "";
  }

  /** The words of a value, or the lines of a text. */
  function slotOf(kind: string, value: TextParameter, errors: Error[], shownAt: ShownAt): Slot {
    if (typeof value === "number") {
      if (kind === "duration") return [{ words: values().duration(value) }];
      if (kind === "age") return [{ words: values().age(value) }];
      if (kind === "clock") return [{ words: values().clock(shownAt(instant(value))) }];
      if (kind === "radius") return [{ words: values().radius(value) }];
      return [{ words: kind === "distance" ? values().distance(value) : values().count(value) }];
    }
    if (typeof value === "string") {
      if (kind === "direction") return [{ words: pattern("direction", { direction: value }, errors) }];
      return [{ words: named(kind, tame(value), errors) }];
    }
    if ("latitude" in value) return [{ words: coordinates(value) }];
    if ("id" in value) return { lines: format(value, errors, shownAt) };
    if ("since" in value) return { lines: [[momentOf(value.age, shownAt(value.since), errors)]] };
    const items = value.map((item) => named(kind, tame(item), errors));
    return values().list(items, kind === "rooms" || kind === "names");
  }

  function named(kind: string, name: string, errors: Error[]): string {
    const isRoom = kind.startsWith("room");
    if (kind === "said") return withoutLinks(name);
    if (kind !== "person" && !isRoom) return name;
    if (name === "") return pattern(isRoom ? "room-without-name" : "person-without-name", {}, errors);
    const words = pattern("words-in-answers", {}, errors).split(" ");
    // Put in afterwards, as every value is: what a name holds is never read as a pattern.
    return readsAsText(name, words) ? pattern("person-quoted", { person: quotable(name) }, errors) : unlinked(name);
  }

  function momentOf(age: Duration | undefined, at: Instant, errors: Error[]): Moment {
    const moment = pattern("moment", { age: age === undefined ? absent : values().age(age) }, errors);
    return { moment, byClock: pattern("moment-by-clock", { moment, clock: values().clock(at) }, errors), at };
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

const rightToLeftMark = "\u200F";

/** Apps find out by a line's first letter in which direction it is read, and that may be one of a name. */
function fromTheRight(line: Line): Line {
  const [first, ...rest] = withTypedFromTheLeft(line);
  return typeof first === "string"
    ? [`${rightToLeftMark}${first}`, ...rest]
    : [rightToLeftMark, ...(first ? [first] : []), ...rest];
}

const leftToRightMark = "\u200E";
const untilFirstLetter = /^\P{L}*(\p{L})/u;
const ofTheRight = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/** The same for a line from left to right that a name from right to left begins: browsers look into what is isolated. */
function fromTheLeft(line: Line): Line {
  const [beginning = "", first = ""] = untilFirstLetter.exec(line.map(wordsOf).join("")) ?? [];
  return ofTheRight.test(first) && beginning.includes(isolate) ? [leftToRightMark, ...line] : line;
}

const wordsOf = (span: Span): string => {
  if (typeof span === "string") return span;
  if ("bold" in span) return span.bold;
  return "code" in span ? span.code : span.moment;
};

/** What is typed goes from left to right. The marks stand around it, so that they are not copied with it. */
const withTypedFromTheLeft = (line: Line): Line =>
  line.flatMap(
    (span): Line => (typeof span === "object" && "code" in span ? [isolateFromTheLeft, span, endIsolate] : [span]),
  );
const isolateFromTheLeft = "\u2066";

/** A line in another direction than those around it. */
const inEnglish = (line: Line): Line => [isolate, ...line, endIsolate];

type Catalogue = {
  readonly say: Format;
  readonly isRelied: (id: Text["id"]) => boolean;
  readonly turn: (line: Line) => Line;
};

/** Read and made when somebody first speaks the language: each takes some megabytes. */
const catalogues = new Map<Language, Catalogue>();

function catalogueOf(language: Language): Catalogue {
  const known = catalogues.get(language);
  if (known) return known;
  const sources = readCatalogue(language);
  const reviewed = sources.filter(({ isReviewed }) => isReviewed).map(({ words }) => words);
  const made: Catalogue = {
    say: createFormat(
      language,
      sources.map(({ words }) => words),
    ),
    isRelied: (id) =>
      !reliedOn.has(id) || reviewed.some((words) => words.split("\n").some((line) => line.startsWith(`${id} =`))),
    turn: isFromRightToLeft(language) ? fromTheRight : fromTheLeft,
  };
  catalogues.set(language, made);
  return made;
}

/**
 * Texts as lines of a language; in English where that language has none that fits. What people rely on carries the English beneath, where
 * nobody has reviewed the language's own words.
 */
export function formatTexts(said: readonly Text[], wanted: Language = "en", shownAt = asOurs): Line[] {
  const language = languages.includes(wanted) ? wanted : "en";
  const { say, isRelied, turn } = catalogueOf(language);
  return said.flatMap((text) => {
    const errors: Error[] = [];
    const lines = say(text, errors, shownAt);
    if (language === "en") return lines.map(turn);
    const english = () => catalogueOf("en").say(text, [], shownAt).map(inEnglish);
    if (errors.length > 0) return english();
    return isRelied(text.id) ? lines.map(turn) : [...lines.map(turn), ...english()];
  });
}

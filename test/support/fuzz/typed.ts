import fc from "fast-check";
import { readLine } from "../../../src/bots/console/read-line.ts";
import { readCommand } from "../../../src/bots/parse-command.ts";
import { readMeeting } from "../../../src/core/commands/choices/read-meeting.ts";
import { geoUri, readGeoUri } from "../../../src/core/geo/geo-uri.ts";
import { readTyped } from "../../../src/core/geo/typed-coordinates.ts";
import { maxNameBytes, maxNameGraphemes } from "../../../src/core/model/limits.ts";
import { findByName } from "../../../src/core/rooms/find-by-name.ts";
import { cleanName } from "../../../src/core/rooms/names.ts";
import { parseDuration } from "../../../src/core/text/durations/duration.ts";
import { asciiDigits } from "../../../src/lib/digits.ts";
import { hostileNames } from "../world/hostile-names.ts";
import { anyJson, must, type Parser, parser } from "./parser.ts";

/** Words out of a few pieces, most of them almost what is understood. */
const madeOf = (...pieces: readonly string[]) =>
  fc
    .array(
      fc.oneof(
        { weight: 8, arbitrary: fc.constantFrom(...pieces) },
        { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 3 }) },
      ),
      { maxLength: 12 },
    )
    .map((all) => all.join(""));
const numbers = ["0", "1", "9", "52", "13.405", "-", "+", ".", ",", "90", "180", "181", "e-7", "e", "00", "000000001"];

const onEarth = (place: { latitude: number; longitude: number; accuracy?: number } | undefined, of: unknown) =>
  must(
    place === undefined ||
      (Math.abs(place.latitude) <= 90 &&
        Math.abs(place.longitude) <= 180 &&
        (place.accuracy === undefined || (Number.isFinite(place.accuracy) && place.accuracy !== 0))),
    "a place is not on earth",
    { of, place },
  );

const minute = 60_000;
const lengths: Readonly<Record<string, number>> = { m: minute, h: 60 * minute, d: 1440 * minute };

/** The same once more, read in another way: word for word. */
function durationOf(text: string): number | undefined {
  // A sentence's own end, and a number that begins with its point.
  const whole = asciiDigits(text.normalize("NFC"))
    .replace(/\p{Cf}/gu, "")
    .trim()
    .toLowerCase()
    .replace(/[!?.]+$/, "")
    .replace(/(^|\s)\.(?=\d)/g, (_, before: string) => `${before}0.`)
    .trim();
  const words: string[] = whole.match(/\d+(?:\.\d+)?|[a-z]+\.?|[^\da-z\s]+/g) ?? [];
  if (words.join("") !== whole.replace(/\s/g, "")) return undefined;
  // As in "1h30".
  if (/^(h|hr|hrs|hour|hours)\.?$/.test(words.at(-2) ?? "") && /^[0-5]?\d$/.test(words.at(-1) ?? "")) words.push("m");
  if (words.length === 0 || words.length % 2 === 1 || words.length > 6) return undefined;
  let [total, last] = [0, Number.POSITIVE_INFINITY];
  for (let index = 0; index < words.length; index += 2) {
    const [count = "", unit = ""] = [words[index], words[index + 1]];
    if (!/^\d{1,5}(?:\.\d{1,3})?$/.test(count)) return undefined;
    if (!/^(m|min|mins|minute|minutes|h|hr|hrs|hour|hours|d|day|days)\.?$/.test(unit)) return undefined;
    const length = lengths[unit.charAt(0)] ?? 0;
    if (length >= last) return undefined;
    total += Math.round(Number(count) * length);
    last = length;
  }
  return total;
}

const hidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;
/** What a name needs although it cannot be seen by itself. */
const needed = /\p{RGI_Emoji}|(?<=[\p{L}\p{M}])[\u200C\u200D](?=[\p{L}\p{M}])/gv;
const names = fc.oneof(
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.constantFrom(...hostileNames),
  madeOf("Ana", " ", "@", "\u202e", "\u0301", "\u200d", "👩", "\ud800", "\u00a0", "＠", "İ", "ß"),
);

export const typed: readonly Parser[] = [
  parser("geo: URIs", fc.oneof(madeOf("geo:", ";", "u=", "crs=wgs84", "crs=", "?q=", ...numbers), anyJson), (text) =>
    onEarth(readGeoUri(text), text),
  ),
  parser(
    "geo: URIs that whereat writes",
    fc.record({
      latitude: fc.double({ min: -90, max: 90, noNaN: true }),
      longitude: fc.double({ min: -180, max: 180, noNaN: true }),
      accuracy: fc.double({ min: 0.001, max: 1500, noNaN: true }),
    }),
    (place) => {
      const read = readGeoUri(geoUri(place));
      must(
        read !== undefined &&
          Math.abs(read.latitude - place.latitude) < 1e-6 &&
          Math.abs(read.longitude - place.longitude) < 1e-6,
        "a place is another one when it is read",
        { place, read },
      );
      must((read.accuracy ?? 0) >= place.accuracy, "a place is more exact when it is read", { place, read });
    },
  ),
  parser("coordinates that are typed", madeOf(" ", ";", "geo:", "°", "N", ...numbers), (text) => {
    const read = readTyped(text);
    onEarth(read?.kind === "place" ? read.place : undefined, text);
  }),
  parser(
    "a place and a time of day",
    madeOf("here", " ", "at ", "um ", "@", ":", "pm", "a.m.", "h", ...numbers),
    (text) => {
      const read = readMeeting(text);
      if (read.place === undefined) return;
      must(read.time === undefined || /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(read.time), "a time of day is none", read);
      must(text.includes(read.place), "a place is read that was not typed", { text, read });
    },
  ),
  parser(
    "durations",
    madeOf("1", "90", "99999", "123456", " ", "m", "min", "minutes", "h", "hours", "d", "day", ".", "-"),
    (text) => {
      const [read, expected] = [parseDuration(text), durationOf(text)];
      must(read === expected, "a duration is read as another one", { text, read, expected });
    },
  ),
  parser("commands", madeOf("/", "!", "whereis", " ", "\n", "@", "ana", "_", "İ", "A", "1"), (text) => {
    const read = readCommand(text, "/!");
    if (read === undefined) return;
    must(/^[a-z][a-z0-9_]{0,31}$/.test(read.name), "a command has a name that is none", read);
    const again = readCommand(`/${read.name} ${read.argument}`, "/");
    must(
      again?.name === read.name && again.argument === read.argument,
      "a command is another one when it is said again",
      { text, read, again },
    );
  }),
  parser(
    "lines of the console",
    madeOf("ana", "@", "march", ">", " ", ":", "#", "pass", "1h", "\t"),
    (line) => void readLine(line),
  ),
  parser("names of people", names, (name) => {
    const shown = cleanName(name);
    must(
      !hidden.test(shown.replace(needed, "")) && !/[@＠\n]/.test(shown),
      "a name disturbs the line that it stands in",
      { name, shown },
    );
    const graphemes = [...new Intl.Segmenter("und", { granularity: "grapheme" }).segment(shown)].length;
    must(Buffer.byteLength(shown) <= maxNameBytes && graphemes <= maxNameGraphemes, "a name is too long", {
      name,
      shown,
    });
    must(cleanName(shown) === shown, "a name that is clean is cleaned", { name, shown });
  }),
  parser("whom a name means", fc.tuple(names, names, names), ([one, other, wanted]) => {
    const people = [
      { name: cleanName(one), id: "1" },
      { name: cleanName(other), handle: other, id: "2" },
    ];
    const found = findByName(people, wanted);
    must(
      new Set(found).size === found.length && found.every((person) => people.includes(person)),
      "somebody is found who is not there",
      found,
    );
    if (cleanName(one) !== "")
      must(
        findByName(people, cleanName(one)).some(({ id }) => id === "1"),
        "who is called by name is not found",
        { one, other },
      );
  }),
];

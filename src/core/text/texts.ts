import type { Duration, Instant } from "../../lib/time.ts";
import type { CompassDirection } from "../geo/geodesy.ts";
import { askingTexts } from "./asking-texts.ts";
import { networkTexts } from "./network-texts.ts";

/** What each kind of parameter is, as JSON. How it is shown is the catalogue's matter. */
type ValueTypes = {
  /** a person's name; empty: somebody without a name */
  person: string;
  /** a room's name; empty: a room without a name */
  room: string;
  /** names of rooms: "one, two, and three" */
  rooms: readonly string[];
  /** the same of other things */
  names: readonly string[];
  /** things beside each other: "one, two, three" */
  list: readonly string[];
  /** what somebody typed, or a word that is the same in every language */
  words: string;
  /** what somebody typed, or what a map calls a place: no app makes a link of it */
  said: string;
  count: number;
  /** milliseconds */
  duration: number;
  /** milliseconds ago */
  age: number;
  /** metres */
  distance: number;
  /** metres around a place: rounded up */
  radius: number;
  /** degrees, and how many decimals of each are known; five where it does not say */
  position: {
    readonly latitude: number;
    readonly longitude: number;
    readonly decimals?: readonly [latitude: number, longitude: number] | undefined;
  };
  direction: CompassDirection;
  /** a moment, as clocks show it */
  clock: number;
  /** a moment in the past, and how long ago it was; no age: just now */
  moment: { readonly since: Instant; readonly age?: Duration | undefined };
  /** another text: whole sentences, or how a person is told from others */
  text: Text;
};
export type Kind = keyof ValueTypes;

/** The parameters of one text: a kind, with "?" when it may be left out, or the values to choose from. */
export type ParameterTypes = Readonly<Record<string, Kind | `${Kind}?` | readonly string[]>>;

const advice = ["make-admin", "ask-again"] as const;

/** Every text that whereat says, with its parameters. Its words are in the folder of each language, under the same id. */
export const texts = {
  ...askingTexts,

  // sharing.ftl
  "shared-once": { room: "room", left: "duration" },
  "shared-live": { room: "room", left: "duration" },
  "shared-as-square": { square: "distance" },
  "only-latest-kept": { expiry: "duration" },
  "end-sooner": { deleting: "text" },
  "end-live": { deleting: "text" },
  "share-lost": {},
  "no-new-position": { age: "duration" },
  "nothing-shared-yet": {},
  "position-not-kept": {},
  "which-room": {},
  "room-choice": { room: "room" },
  "room-choice-since": { room: "room", number: "count", known: "age" },
  "nothing-waits": {},
  "not-your-room": {},
  "choice-not-now": { advice },
  "asked-before": {},
  "share-over": {},
  "too-many-shares": {},
  "share-ended-by-others": { how: ["wiped", "left", "removed", "closed"], room: "room?" },
  stopped: { where: ["here", "anywhere"] },
  "not-sharing": { where: ["here", "anywhere"] },
  "not-a-place": {},
  "place-not-read": { given: "said" },
  "place-in-short-link": {},
  "place-in-short-code": {},
  "place-not-on-earth": {},
  "older-position": { stands: ["yes", "no"] },
  "place-read": { latitude: "words", longitude: "words" },
  "place-other-way": { command: "words" },
  "two-readings": { given: "said", first: "text", second: "text" },
  "read-as-numbers": { command: "words" },
  "read-with-minutes": { command: "words" },
  "read-as-one-number": { number: "words" },
  "read-as-latitude-with-minutes": { degrees: "words", minutes: "words", number: "words" },
  "no-fix": {},
  "link-over": {},
  "link-not-now": { advice },
  "linked-to": { room: "room" },
  "share-here": {},
  "share-otherwise": {},
  "share-aside": {},
  "share-aside-refused": {},
  "share-in-private": {},
  "share-button": {},

  // rooms.ftl
  welcome: {},
  "live-not-heard": {},
  "live-no-longer-heard": {},
  "room-replaced": { expiry: "duration" },
  "data-lost": { expiry: "duration", square: "distance" },
  "live-allowed": { outcome: ["allowed-now", "allowed-before", "no-power", "may-not-write", "not-known"] },
  "expiry-kept": { expiry: "duration" },
  "expiry-change": { shortest: "duration", longest: "duration" },
  "expiry-not-understood": { given: "said" },
  "expiry-which-unit": { number: "words" },
  "expiry-two-readings": { given: "said", first: "duration", second: "duration" },
  "expiry-out-of-bounds": { asked: "duration", shortest: "duration", longest: "duration" },
  "expiry-unchanged": { expiry: "duration" },
  "expiry-shortened": { expiry: "duration" },
  "expiry-set": { expiry: "duration" },
  "precision-is": { square: "distance?", rooms: "rooms?" },
  "precision-set": { square: "distance?", rooms: "rooms?" },
  "precision-choices": {},
  "precision-not-understood": { given: "said" },
  "precision-nowhere": {},
  "precision-not-now": {},
  forgotten: {},
  "wipe-asks": { within: "duration" },
  "wipe-not-asked": {},
  wiped: { expiry: "duration" },

  // setup.ftl
  "language-is": { language: "words" },
  "language-choices": { languages: "list" },
  "language-name": { language: "words" },
  "language-chosen": { language: "words" },
  "language-by-app": {},
  "language-not-spoken": { given: "said" },
  "setup-language": { language: "words" },
  "room-language-changed": { language: "words" },
  "setup-amiss": { amiss: "count" },
  "setup-not-whole": {},
  "setup-to-mend": { says: "text", step: "text" },
  "setup-answers": { answers: ["room", "private"] },
  "setup-tidy": { tidy: ["on", "off"] },
  "setup-tidy-points": {},
  "setup-tidy-button": { tidy: ["on", "off"] },
  "tidy-changed": { tidy: ["on", "off"] },
  "setup-answers-button": { answers: ["room", "private"] },
  "setup-board": { board: ["off", "on", "private"] },
  "setup-board-button": { board: ["off", "on"] },
  "setup-board-values": { given: "said" },
  "board-changed": { board: ["off", "on"] },
  "board-ended": {},
  "board-not-private": {},
  "setup-expiry": { expiry: "duration" },
  "setup-reachable": {},
  "setup-no-such": { given: "said" },
  "setup-no-such-value": { given: "said" },
  "setup-unchanged": {},
  "answers-changed": { answers: ["room", "private"] },
  "answer-waits": { kept: "duration" },
  "answer-button": {},
  "answer-invited": { kept: "duration" },
  "answer-unreachable": {},
  "answers-need-a-person": {},

  // commands.ftl
  "help-in-room": {},
  "help-in-private": {},
  "admins-only": { what: ["allowlive", "expiry", "link", "meet", "setup", "wipe", "other"] },
  "room-only": { command: "words" },
  "nobody-in-particular": { command: "words" },
  "went-wrong": {},
  "unknown-command": { command: "said" },
  "unknown-command-nearest": { command: "said", nearest: "words" },
  "command-late": { command: "words", age: "age", does: ["shares", "asks", "other"] },
  "not-a-command": {},
  useless: { what: ["as-the-room", "as-a-channel", "said-as-a-channel", "no-words", "passed-on"] },
  "edited-command": {},
  "start-in-room": {},
  "taken-in": {},
  "too-many-commands": {},
  "too-many-in-all": {},
  "menu-whereis": {},
  "help-whereis": {},
  "menu-map": {},
  "help-map": {},
  "menu-pin": {},
  "help-pin": {},
  "menu-ask": {},
  "help-ask": {},
  "menu-share": {},
  "help-share": {},
  "menu-here": {},
  "help-here": {},
  "menu-stop": {},
  "help-stop": {},
  "menu-meet": {},
  "help-meet": {},
  "menu-expiry": {},
  "help-expiry": {},
  "menu-precision": {},
  "help-precision": {},
  "menu-language": {},
  "help-language": {},
  "menu-privacy": {},
  "help-privacy": {},
  "menu-forget": {},
  "help-forget": {},
  "menu-wipe": {},
  "help-wipe": {},
  "menu-setup": {},
  "help-setup": {},
  "menu-who": {},
  "help-who": {},
  "menu-help": {},
  "help-help": {},

  ...networkTexts,
} as const satisfies Readonly<Record<string, ParameterTypes>>;

export type TextId = keyof typeof texts;

type ValueOf<P> = P extends readonly string[] ? P[number] : P extends Kind ? ValueTypes[P] : never;
type Optional<P> = { [Name in keyof P]: P[Name] extends `${string}?` ? Name : never }[keyof P];
export type ParametersOf<Id extends TextId> = {
  readonly [Name in Exclude<keyof (typeof texts)[Id], Optional<(typeof texts)[Id]>>]: ValueOf<(typeof texts)[Id][Name]>;
} & {
  readonly [Name in Optional<(typeof texts)[Id]>]?: (typeof texts)[Id][Name] extends `${infer K extends Kind}?`
    ? ValueTypes[K] | undefined
    : never;
};

export type TextParameter = ValueTypes[Kind];

/** Something to be said, as data: what it is in words is decided when it is shown, in the language of whoever reads it. */
export type Text = { readonly id: TextId; readonly parameters?: Readonly<Record<string, TextParameter | undefined>> };

/** Texts that are the same whenever they are said. */
export type PlainTextId = { [Id in TextId]: keyof (typeof texts)[Id] extends never ? Id : never }[TextId];

type Given<Id extends TextId> = object extends ParametersOf<Id> ? [ParametersOf<Id>?] : [ParametersOf<Id>];

export const text = <Id extends TextId>(id: Id, ...[parameters]: Given<Id>): Text =>
  parameters === undefined ? { id } : { id, parameters };

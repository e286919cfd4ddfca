import { existsSync, readdirSync, readFileSync } from "node:fs";
import type { TextId } from "./texts.ts";

/** The languages that whereat is to speak, by the first part of their tags (BCP 47). */
export const planned = ["en", "es", "ar", "fa", "ru", "uk", "fr", "de", "pt", "tr"] as const;
export type Language = (typeof planned)[number];

const folderOf = (language: Language) => new URL(`languages/${language}/`, import.meta.url);

/** Those that it speaks: each has a folder with its catalogue. */
export const languages: readonly Language[] = planned.filter((language) => existsSync(folderOf(language)));

const fromRightToLeft: readonly Language[] = ["ar", "fa"];
export const isFromRightToLeft = (language: Language): boolean => fromRightToLeft.includes(language);

/** @param tag of a language, as "pt-BR" or "pt_BR". @returns the one that is planned for people with it; undefined when there is none */
export function languageOf(tag: unknown): Language | undefined {
  if (typeof tag !== "string") return undefined;
  const [first] = tag.toLowerCase().split(/[-_]/);
  return planned.find((language) => language === first);
}

/** A language as its own people call it. */
export const ownName = (language: Language): string =>
  new Intl.DisplayNames(language, { type: "language" }).of(language) ?? language;

/** @param typed a tag, or the language's name, in that language or in English. @returns undefined for anything else */
export function readLanguage(typed: string): Language | undefined {
  const word = folded(typed);
  const english = new Intl.DisplayNames("en", { type: "language" });
  const names = (language: Language) => [ownName(language), english.of(language) ?? ""].map(folded);
  const isMeant = (language: Language) => language === languageOf(word) || names(language).includes(word);
  return languages.find(isMeant);
}

/** Without case and accents. */
const folded = (word: string) => word.trim().normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** One file of a catalogue. */
export type Source = { readonly words: string; readonly isReviewed: boolean };

/** What the files of a language hold. Each says in its first lines who reviewed it. */
export function readCatalogue(language: Language): Source[] {
  const folder = folderOf(language);
  return readdirSync(folder)
    .filter((name) => name.endsWith(".ftl"))
    .map((name) => readFileSync(new URL(name, folder), "utf8"))
    .map((words) => ({ words, isReviewed: !/^nobody\b/.test(reviewerOf(words) ?? "nobody") }));
}

/** Who reviewed a file, as it says itself: a name, or "nobody yet". */
export const reviewerOf = (words: string): string | undefined =>
  /^# Reviewed by: (\S.*)$/m.exec(words.split("\n").slice(0, 4).join("\n"))?.[1];

/**
 * What somebody relies on who shares: who can see it, until when, and how to stop. In a catalogue that nobody reviewed, the English stands
 * beneath.
 */
export const reliedOn: ReadonlySet<TextId> = new Set<TextId>([
  "shared-once",
  "shared-live",
  "shared-as-square",
  "also-seen-in",
  "so-in-linked",
  "also-seen-across",
  "linked",
  "unlinked",
  "link-means",
  "account-means",
  "accounts-joined",
  "accounts-parted",
  "accounts-forgotten",
  "cross-asks",
  "crossed",
  "only-latest-kept",
  "end-sooner",
  "end-live",
  "share-lost",
  "share-over",
  "share-ended-by-others",
  "stopped",
  "not-sharing",
  "position-not-kept",
  "nothing-shared-yet",
  "which-room",
  "linked-to",
  "taken-in",
  "request-how",
  "request-once-chosen",
  "request-live-chosen",
  "request-refused",
  "precision-is",
  "precision-set",
  "forgotten",
  "wiped",
  "welcome",
  "data-lost",
  "room-replaced",
  "expiry-kept",
  "expiry-shortened",
  "expiry-set",
  "privacy-kept",
  "privacy-seen-by",
  "privacy-seen-linked",
  "privacy-ends",
  "privacy-not-protected",
  "privacy-also-kept",
  "privacy-looks",
  "privacy-also-ends",
  "privacy-pictures",
]);

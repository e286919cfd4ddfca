import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { type HeardLanguage, heardFile, heardLanguages, spokenSentences } from "../../test/support/world/heard.ts";

// Has espeak-ng, a Debian package, say every sentence in four languages, and keeps what is heard, in the international phonetic alphabet.
//   npx node bench/texts/heard.ts        when words have changed; then read the differences
const voices: Readonly<Record<HeardLanguage, string>> = { en: "en-gb", es: "es", ru: "ru", ar: "ar" };

/** A voice begins a new line at each comma, so a word that no sentence holds stands between two: what is heard of it tells them apart. */
const between: Readonly<Record<HeardLanguage, string>> = { en: "Giraffe", es: "Jirafa", ru: "Жираф", ar: "زرافة" };

/** What is heard of each line. One process says all of them. */
function hear(language: HeardLanguage, lines: readonly string[]): string[] {
  const mark = `${between[language]}.\n\n`;
  const input = `${mark}${lines.map((line) => `${line.replace(/(?<![.?!؟])$/, ".")}\n\n${mark}`).join("")}`;
  const how = ["-q", "--ipa", "-v", voices[language], "--stdin"];
  const said = execFileSync("espeak-ng", how, { encoding: "utf8", input, maxBuffer: 64_000_000 });
  const [first = "", ...rest] = said.split("\n").map((line) => line.trim());
  const heard: string[] = [];
  let current: string[] = [];
  for (const line of rest) {
    if (line !== first) current.push(line);
    else {
      heard.push(current.join(" ").replace(/\s+/g, " ").trim());
      current = [];
    }
  }
  if (heard.length !== lines.length)
    throw new Error(`${language}: ${heard.length} of ${lines.length} lines were heard`);
  return heard;
}

/** Two letters with a vowel are a word, which may sound as its letters do: "вы". */
const vowel = /[aeiouyáéíóúаеёиоуыэюяاويى]/iu;
const bare = (heard: string) => heard.replace(/[\sˈˌː]/g, "");

for (const language of heardLanguages) {
  const sentences = spokenSentences(language);
  const heard = hear(language, sentences);
  const said = sentences.flatMap((sentence) => sentence.match(/[\p{L}\p{M}'’]{2,}/gu) ?? []);
  const words = [...new Set(said)].filter((word) => word.length > 2 || !vowel.test(word));
  const whole = hear(language, words).map(bare);
  const letters = hear(
    language,
    words.map((word) => Array.from(word).join(" ")),
  ).map(bare);
  const spelled = words.filter((_, index) => whole[index] === letters[index]);
  const lines = sentences.map((sentence, index) => `${sentence}\n    ${heard[index]}`);
  const found = `spelled letter by letter: ${spelled.join(", ") || "none"}`;
  writeFileSync(heardFile(language), `${[found, ...lines].join("\n")}\n`);
  process.stdout.write(`${language}: ${sentences.length} sentences; ${found}\n`);
}

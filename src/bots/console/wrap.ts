const graphemes = new Intl.Segmenter();
/** What takes two columns in most terminals. */
const wide = /[\p{Emoji_Presentation}\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;

const columnsOf = (text: string): number =>
  [...graphemes.segment(text)].reduce((sum, { segment }) => sum + (wide.test(segment) ? 2 : 1), 0);

/** Narrower than this there is nothing to gain: a terminal breaks it by itself. */
const leastWidth = 20;

/** The beginning of a line of the console that says where the rest of it is said: "    in march | ". Empty: it has none. */
export const placeIn = (line: string): string => /^ {4}(?:.{1,80}? \| )?/u.exec(line)?.[0] ?? "";

/**
 * A line in as many as it takes, broken between words. What is said in a place goes on beneath itself. A word that is longer than a line is left whole.
 * @param width columns of the window
 */
export function wrapLine(line: string, width: number): string[] {
  const place = placeIn(line);
  const indent = place.endsWith("| ") ? `${" ".repeat(columnsOf(place) - 2)}| ` : place;
  if (width - columnsOf(indent) < leastWidth) return [line];
  const lines: string[] = [];
  let current = place;
  let isEmpty = true;
  for (const word of line.slice(place.length).match(/\s*\S+|\s+$/gu) ?? []) {
    if (!isEmpty && columnsOf(current + word) > width) {
      lines.push(current);
      current = indent + word.trimStart();
    } else current += word;
    isEmpty = false;
  }
  return [...lines, current];
}

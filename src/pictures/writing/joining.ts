/**
 * The forms of an Arabic letter by how it joins, from the characters that Unicode has for them: alone, at the end, at the beginning, between
 * two. One that joins to the letter before it alone has two of them.
 */
const forms = new Map<string, number[]>();
for (let codePoint = 0xfb50; codePoint <= 0xfefc; codePoint += 1) {
  const letter = String.fromCodePoint(codePoint).normalize("NFKC");
  if (/^\p{Script=Arabic}$/u.test(letter)) forms.set(letter, [...(forms.get(letter) ?? []), codePoint]);
}

const isMark = (letter: string) => /\p{M}/u.test(letter);
const joinsOn = (letter: string | undefined) =>
  letter !== undefined && (forms.get(letter)?.length === 4 || letter === "ـ");
const joinsBack = (letter: string | undefined) => letter !== undefined && (forms.has(letter) || letter === "ـ");

/** The letters of a word in the forms in which they are written, to find out how wide they are. */
export function joined(words: string): string[] {
  const letters = Array.from(words).filter((letter) => !isMark(letter));
  return letters.map((letter, index) => {
    const known = forms.get(letter);
    if (known === undefined) return letter;
    const [before, after] = [joinsOn(letters[index - 1]), joinsOn(letter) && joinsBack(letters[index + 1])];
    const form = known[(before ? 1 : 0) + (after ? 2 : 0)] ?? known[before ? 1 : 0];
    return form === undefined ? letter : String.fromCodePoint(form);
  });
}

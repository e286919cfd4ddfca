/**
 * The word that differs in the fewest letters.
 * @param letters how many may differ
 * @returns undefined when more do in all of them
 */
export function nearestWord(word: string, words: Iterable<string>, letters: number): string | undefined {
  const [nearest] = [...words]
    .map((other) => ({ other, distance: editDistance(word, other) }))
    .toSorted((a, b) => a.distance - b.distance);
  return nearest !== undefined && nearest.distance <= letters ? nearest.other : undefined;
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of a.split("").entries()) {
    const next = [i + 1];
    for (const [j, other] of b.split("").entries()) {
      next.push(Math.min((row[j] ?? 0) + Number(letter !== other), (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** A line that may be said, in one of these wordings; `isSure`: it must be. */
export type Line = { wordings: readonly string[]; isSure: boolean };

/** Holds each line that is said against one that may be, one to one. @returns what is said too much, and what is left out */
export function match(said: readonly string[], lines: readonly Line[]): { extra: string[]; missing: Line[] } {
  const fits = (index: number, line: number) => lines[line]?.wordings.includes(said[index] ?? "") === true;
  const lineOf = new Map<number, number>();
  const saidOf = new Map<number, number>();
  const indexes = (of: readonly unknown[]) => [...of.keys()];

  function pair(index: number, line: number): true {
    lineOf.set(index, line);
    saidOf.set(line, index);
    return true;
  }
  /** Those that are paired stay so, if with another. */
  const placeLine = (line: number, tried: Set<number>): boolean =>
    indexes(said).some((index) => {
      if (tried.has(index) || !fits(index, line)) return false;
      tried.add(index);
      const other = lineOf.get(index);
      return (other === undefined || placeLine(other, tried)) && pair(index, line);
    });
  const placeSaid = (index: number, tried: Set<number>): boolean =>
    indexes(lines).some((line) => {
      if (tried.has(line) || !fits(index, line)) return false;
      tried.add(line);
      const other = saidOf.get(line);
      return (other === undefined || placeSaid(other, tried)) && pair(index, line);
    });

  const missing = lines.filter((line, at) => line.isSure && !placeLine(at, new Set()));
  const extra = said.filter((_, index) => !lineOf.has(index) && !placeSaid(index, new Set()));
  return { extra, missing };
}

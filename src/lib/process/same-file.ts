import { statSync } from "node:fs";

/**
 * Remembers which file stands at a path.
 * @returns whether the same one still does: it was neither moved, nor removed, nor replaced
 */
export function watchFile(path: string): () => boolean {
  const before = numberOf(path);
  return () => numberOf(path) === before;
}

function numberOf(path: string): string | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  return found && `${found.dev}:${found.ino}`;
}

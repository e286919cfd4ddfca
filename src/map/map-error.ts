/** The map file cannot be used, or a part of it. Its message names no place. */
export class MapError extends Error {
  override name = "MapError" as const;
}

/** What a library throws of a damaged file is any error, often a bare TypeError: in its place comes one with words. */
export async function asMapError<T>(what: string, work: () => Promise<T> | T): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw cause instanceof MapError ? cause : new MapError(what, { cause });
  }
}

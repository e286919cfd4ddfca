/** Where a text stands in the code, and what stands there in its place when the mechanism is off. */
export type Change = readonly [file: string, text: string, becomes: string];

/** A mechanism that keeps a promise, and how it is switched off: in more than one place where two of them keep the same. */
export type Fault = readonly [mechanism: string, ...changes: Change[]];

/** By the sentence of the README that the mechanisms keep. */
export type Faults = Readonly<Record<string, readonly Fault[]>>;

/**
 * The files that are other ones without the mechanism.
 * @param read gives the text of a file
 * @throws when a text is not there exactly once: the code has changed, and how the mechanism is switched off is to be found anew
 */
export function without([, ...changes]: Fault, read: (file: string) => string): Map<string, string> {
  const files = new Map<string, string>();
  for (const [file, text, becomes] of changes) {
    const [before, after, ...more] = (files.get(file) ?? read(file)).split(text);
    if (before === undefined || after === undefined || more.length > 0)
      throw new Error(`${file} does not have exactly one "${text}"`);
    files.set(file, before + becomes + after);
  }
  return files;
}

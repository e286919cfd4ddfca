/** What the lines of a file `.env` set. Every line that programs read in different ways is a problem, told by its number. */
export type EnvLines = { values: ReadonlyMap<string, string>; problems: readonly string[] };

type Value = { value: string } | { problem: string };

const name = /^(?:export[ \t]+)?([A-Za-z_]\w*)[ \t]*=[ \t]*(.*?)[ \t]*$/;
/** Comments, quotes, variables or escapes: to some programs, and to others the characters that they are. */
const readDifferently = /[#'"`$\\]/;

/**
 * Reads a file of lines NAME=value. A value stands as it is, or in quotes; nothing in it is replaced.
 * @param text the whole file
 * @param isSetting whether something of that name can be set
 */
export function readEnvFile(text: string, isSetting: (name: string) => boolean): EnvLines {
  const values = new Map<string, string>();
  const seenIn = new Map<string, number>();
  const problems: string[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (/^\s*(#|$)/.test(line)) continue;
    const problem = readLine(line.trim(), index + 1);
    if (problem !== undefined) problems.push(`.env, line ${index + 1}: ${problem}`);
  }
  return { values, problems };

  function readLine(line: string, number: number): string | undefined {
    const [, given, written = ""] = name.exec(line) ?? [];
    if (given === undefined) return "a line is NAME=value, or begins with # and is left out.";
    if (!isSetting(given)) return `${given} is not a setting.`;
    const before = seenIn.get(given);
    if (before !== undefined) return `${given} is set in line ${before} already.`;
    seenIn.set(given, number);
    const read = readValue(written, given);
    if ("problem" in read) return read.problem;
    values.set(given, read.value);
    return undefined;
  }
}

function readValue(written: string, setting: string): Value {
  const [, single] = /^'([^']*)'$/.exec(written) ?? [];
  const [, double] = /^"([^"`$\\]*)"$/.exec(written) ?? [];
  const value = single ?? double;
  if (value !== undefined) return { value };
  if (!readDifferently.test(written)) return { value: written };
  return {
    problem: `what ${setting} is cannot be told for sure, because of a # ' " \` $ or \\. Put single quotes around the whole value, and nothing after them. If there is a single quote in it, give a secret in a file of its own, with _FILE.`,
  };
}

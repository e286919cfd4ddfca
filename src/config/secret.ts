import type { PrivateText } from "../lib/process/private-text.ts";

/** A value that must not be printed: shown as "[secret]" by whatever shows it; `reveal` gives it. */
export type Secret = { reveal(): string };

/** Gives a file's text; undefined when there is none. */
export type ReadFile = (path: string) => PrivateText | undefined;

export type SecretSource = {
  /** gives the value of a name */
  text: (name: string) => string | undefined;
  readFile: ReadFile;
  /** told what is wrong, without a value */
  problems: string[];
  /** told what is unsafe, without a value */
  warnings: string[];
};

/** A secret that is given by its name, or by a file under its name with _FILE. */
export function readSecret(name: string, source: SecretSource): Secret | undefined {
  const { text, problems } = source;
  const direct = text(name);
  const path = text(`${name}_FILE`);
  if (direct !== undefined && path !== undefined) problems.push(`Give ${name} or ${name}_FILE, not both.`);
  const value = path === undefined ? direct : contentOf(`${name}_FILE`, path, source);
  if (value === undefined) return undefined;
  // A second line would become part of the secret, or be left out: nobody could tell which.
  if (/\p{Cc}/u.test(value))
    problems.push(
      `${path === undefined ? name : `The file that ${name}_FILE names`} has more than one line, or characters that nobody can type.`,
    );
  return hide(value);
}

function contentOf(name: string, path: string, { readFile, problems, warnings }: SecretSource): string | undefined {
  const problem = (what: string): undefined => void problems.push(`The file that ${name} names ${what}.`);
  const file = readFile(path);
  if (file === undefined) return problem("is not there");
  if ("problem" in file) return problem(file.problem);
  const content = file.text.trim();
  if (content === "") return problem("is empty");
  if (file.isOpen) warnings.push(openToOthers(`the file that ${name} names`));
  return content;
}

/** @param file how it is called, for the message */
export const openToOthers = (file: string): string =>
  `${file} can be read or changed by other users of this machine: make it yours, and chmod 600 it`;

function hide(value: string): Secret {
  const shown = () => "[secret]";
  const hidden = {
    reveal: () => value,
    toString: shown,
    toJSON: shown,
    [Symbol.for("nodejs.util.inspect.custom")]: shown,
  };
  return hidden;
}

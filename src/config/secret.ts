/** A value that must not be printed: shown as "[secret]" by whatever shows it; `reveal` gives it. */
export type Secret = { reveal(): string };

/**
 * A secret that is given by its name, or by a file under its name with _FILE.
 * @param text gives the value of a name; @param readFile gives the text of a file, or throws
 * @param problems is told what is wrong, without a value
 */
export function readSecret(
  name: string,
  text: (name: string) => string | undefined,
  readFile: (path: string) => string,
  problems: string[],
): Secret | undefined {
  const direct = text(name);
  const path = text(`${name}_FILE`);
  if (direct !== undefined && path !== undefined) problems.push(`Give ${name} or ${name}_FILE, not both.`);
  if (path === undefined) return direct === undefined ? undefined : hide(direct);
  try {
    const content = readFile(path).trim();
    if (content !== "") return hide(content);
    problems.push(`The file that ${name}_FILE names is empty.`);
  } catch {
    problems.push(`The file that ${name}_FILE names cannot be read.`);
  }
  return undefined;
}

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

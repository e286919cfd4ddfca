const command = /^([/!])([a-z][a-z0-9_]{0,31})(?:\s+([\s\S]*))?$/i;

/**
 * A command as a person types it at the beginning of a message: its name in lower case, and the rest.
 * @param marks which of "/" and "!" begin one
 */
export function readCommand(text: string, marks: string): { name: string; argument: string } | undefined {
  const [, mark = "", name = "", argument = ""] = command.exec(text.trim()) ?? [];
  return mark !== "" && marks.includes(mark) ? { name: name.toLowerCase(), argument: argument.trim() } : undefined;
}

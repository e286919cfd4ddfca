/** A line of the console: somebody says something, the world moves, or a remark. */
export type ConsoleLine =
  | { kind: "said"; person: string; room?: string; text: string }
  | { kind: "world"; verb: string; words: readonly string[] }
  | { kind: "remark"; text: string }
  | { kind: "unclear" };

const said = /^([\p{L}\p{N}_-]{1,32})(?:@([\p{L}\p{N}_-]{1,32}))?>\s*(.*)$/u;

/** "person@room> message", "person> message" in private, ":verb words", "# remark". */
export function readLine(line: string): ConsoleLine {
  const text = line.trim();
  if (text === "" || text.startsWith("#")) return { kind: "remark", text };
  if (text.startsWith(":")) {
    const [verb = "", ...words] = text.slice(1).trim().split(/\s+/);
    return { kind: "world", verb: verb.toLowerCase(), words };
  }
  const [, person, room, message] = said.exec(text) ?? [];
  if (person === undefined || message === undefined) return { kind: "unclear" };
  return room === undefined ? { kind: "said", person, text: message } : { kind: "said", person, room, text: message };
}

/** What happened, as a fixed sentence. Only words from our own code: never a coordinate, a name, an id or a token. */
export type Log = {
  info(what: string): void;
  warn(what: string, cause?: unknown): void;
  debug(what: string): void;
};

export type LogLevel = "debug" | "info" | "warn";

const order: Record<LogLevel, number> = { debug: 0, info: 1, warn: 2 };

/**
 * The only road to the console.
 * @param level lines below it are dropped
 * @param write takes one finished line, without its line break
 * @param heading written before the first line, whatever the level of that one
 */
export function createLog(
  level: LogLevel,
  write: (line: string) => void = (line) => console.error(line),
  heading?: string,
): Log {
  let unwritten = heading;
  const say = (at: LogLevel, what: string) => {
    if (order[at] < order[level]) return;
    if (unwritten !== undefined) write(unwritten);
    unwritten = undefined;
    write(`${at === "info" ? "" : `${at}: `}${what}`);
  };
  return {
    debug: (what) => say("debug", what),
    info: (what) => say("info", what),
    warn: (what, cause) => say("warn", cause === undefined ? what : `${what} (${causeOf(cause)})`),
  };
}

/**
 * A cause as its class and its code, and nothing else: messages of errors that we did not write hold updates, tokens and paths
 * (grammY's errors carry the whole update; matrix-bot-sdk throws responses with the access token in them).
 */
export function causeOf(cause: unknown): string {
  if (typeof cause !== "object" || cause === null) return typeof cause;
  const name = cause instanceof Error ? cause.constructor.name : "not an error";
  for (const key of ["code", "errcode", "error_code", "statusCode"]) {
    const code: unknown = (cause as Record<string, unknown>)[key];
    if (typeof code === "number" || (typeof code === "string" && /^[A-Z][A-Z0-9_]{1,40}$/.test(code)))
      return `${name} ${code}`;
  }
  return name;
}

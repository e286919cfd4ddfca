/** What happened, as a fixed sentence. Only words from our own code: never a coordinate, a name, an id or a token. */
export type Log = {
  info(what: string): void;
  warn(what: string, cause?: unknown): void;
  debug(what: string): void;
};

export type LogLevel = "debug" | "info" | "warn";

/** Makes a finished line of it, without its line break. */
export type LogLine = (level: LogLevel, what: string) => string;

const order: Record<LogLevel, number> = { debug: 0, info: 1, warn: 2 };

/** For a reader who sees nothing else. */
export const plainLine: LogLine = (level, what) => (level === "info" ? what : `${level}: ${what}`);

/** @param time of this moment, for people */
export const lineWithTime =
  (time: () => string): LogLine =>
  (level, what) =>
    `${time()} ${level.padEnd(5)} ${what}`;

/** For the journal of systemd, which notes the time itself: sd-daemon(3), as numbered in syslog(3). */
export const lineForJournal: LogLine = (level, what) => `<${{ debug: 7, info: 6, warn: 4 }[level]}>${what}`;

/**
 * The only road to the console.
 * @param level lines below it are dropped
 * @param write takes one finished line
 * @param heading written before the first line, whatever the level of that one
 */
export function createLog(
  level: LogLevel,
  write: (line: string) => void = (line) => console.error(line),
  heading?: string,
  line: LogLine = plainLine,
): Log {
  let unwritten = heading;
  const say = (at: LogLevel, what: string) => {
    if (order[at] < order[level]) return;
    if (unwritten !== undefined) write(line("info", unwritten));
    unwritten = undefined;
    write(line(at, what));
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

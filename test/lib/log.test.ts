import { inspect } from "node:util";
import { expect, test } from "vitest";
import { causeOf, createLog, type LogLevel } from "../../src/lib/log.ts";

function logAt(level: LogLevel) {
  const lines: string[] = [];
  const log = createLog(level, (line) => lines.push(line));
  log.debug("one");
  log.info("two");
  log.warn("three");
  return lines;
}

test("a level drops what is below it", () => {
  expect(logAt("debug")).toEqual(["debug: one", "two", "warn: three"]);
  expect(logAt("info")).toEqual(["two", "warn: three"]);
  expect(logAt("warn")).toEqual(["warn: three"]);
});

test("what heads the log is written once, before the first line that is not dropped", () => {
  const lines: string[] = [];
  const log = createLog("warn", (line) => void lines.push(line), "whereat 0.0.0");
  log.info("dropped");
  expect(lines).toEqual([]);
  log.warn("one");
  log.warn("two");
  expect(lines).toEqual(["whereat 0.0.0", "warn: one", "warn: two"]);
});

test("of a cause it tells the class and the code, never the message nor what is inside", () => {
  class GrammyError extends Error {
    error_code = 403;
    payload = { latitude: 52.5200123, chat_id: 4242 };
  }
  const told = causeOf(new GrammyError("Forbidden: 52.5200123 by Ana, token 123:abc", { cause: { token: "123:abc" } }));
  expect(told).toBe("GrammyError 403");
  const lines: string[] = [];
  createLog("debug", (line) => lines.push(line)).warn("it failed", new GrammyError("Ana at 52.5200123"));
  expect(lines).toEqual(["warn: it failed (GrammyError 403)"]);
});

test.each([
  ["an error of the system", Object.assign(new Error("ENOENT: /home/ana"), { code: "ENOENT" }), "Error ENOENT"],
  ["a Matrix error", Object.assign(new Error("x"), { errcode: "M_FORBIDDEN" }), "Error M_FORBIDDEN"],
  ["a code that is a sentence", Object.assign(new Error("x"), { code: "Ana is here" }), "Error"],
  ["a code in small letters, such as a token", Object.assign(new Error("x"), { code: "syt_abc" }), "Error"],
  ["an object that is no error", { statusCode: 502, body: "Ana" }, "not an error 502"],
  ["a text", "Ana at 52.52", "string"],
  ["nothing", null, "object"],
  ["undefined inside", undefined, "undefined"],
])("%s is told without what it says", (_, cause, told) => {
  expect(causeOf(cause)).toBe(told);
});

test("an error of which everything was asked before is still told by its class", () => {
  const error = new RangeError("52.52");
  expect(inspect(error)).toContain("52.52");
  expect(causeOf(error)).toBe("RangeError");
});

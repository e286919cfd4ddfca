import { describe, expect, test } from "vitest";
import { readEnvFile } from "../../src/config/env-file.ts";

const settings = ["WHEREAT_PASSPHRASE", "MATRIX_PASSWORD", "WHEREAT_STORE", "WHEREAT_LOG"];
const read = (text: string) => {
  const { values, problems } = readEnvFile(text, (name) => settings.includes(name));
  return { values: Object.fromEntries(values), problems };
};

describe("a line of .env", () => {
  test.each([
    ["WHEREAT_LOG=debug", "debug"],
    ["  WHEREAT_LOG = debug  ", "debug"],
    ["export WHEREAT_LOG=debug", "debug"],
    ["WHEREAT_LOG=", ""],
    ["WHEREAT_LOG=correct horse battery staple", "correct horse battery staple"],
    ["WHEREAT_LOG=redis://u:p%23@host:1/0?a=b&c", "redis://u:p%23@host:1/0?a=b&c"],
    ["WHEREAT_LOG='tr0ub#correct \\n $horse \"battery\" `staple`'", 'tr0ub#correct \\n $horse "battery" `staple`'],
    ['WHEREAT_LOG="it\'s # here"', "it's # here"],
  ])("%s sets exactly what it says", (line, value) => {
    for (const text of [line, `${line}\n`, `# first\r\n\r\n${line}\r\n  # last`, `\uFEFF${line}`])
      expect(read(text)).toEqual({ values: { WHEREAT_LOG: value }, problems: [] });
  });

  test.each([
    "WHEREAT_PASSPHRASE=tr0ub#correct horse battery staple",
    "WHEREAT_PASSPHRASE=correct horse # of the march",
    "WHEREAT_PASSPHRASE=it's",
    "WHEREAT_PASSPHRASE=$(cat secret)",
    "WHEREAT_PASSPHRASE=back\\slash",
    "WHEREAT_PASSPHRASE=`id`",
    "WHEREAT_PASSPHRASE='correct horse",
    "WHEREAT_PASSPHRASE='correct' horse",
    "WHEREAT_PASSPHRASE='correct' # horse",
    "WHEREAT_PASSPHRASE='it's'",
    'WHEREAT_PASSPHRASE="line\\nbreak"',
    'WHEREAT_PASSPHRASE="${HOME}"',
    'WHEREAT_PASSPHRASE="correct"horse"',
    "MATRIX_PASSWORD=hunter#2",
    "WHEREAT_STORE=postgres://whereat:pa#ss@host/db",
  ])("%s is refused by its number and name, and its value is not repeated", (line) => {
    const { values, problems } = read(`WHEREAT_LOG=debug\n\n${line}`);
    expect(values).toEqual({ WHEREAT_LOG: "debug" });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^\.env, line 3: what (WHEREAT|MATRIX)_[A-Z]+ is cannot be told for sure/);
    expect(problems[0]).not.toMatch(/horse|hunter|slash|HOME|host/);
  });

  test("that sets what another one set already is refused, with both numbers", () => {
    expect(read("WHEREAT_LOG=debug\nWHEREAT_LOG=warn").problems).toEqual([
      ".env, line 2: WHEREAT_LOG is set in line 1 already.",
    ]);
  });

  test("that sets nothing of whereat's, or is no line of this kind, is refused: nothing is left out unnoticed", () => {
    expect(read("HTTPS_PROXY=http://there").problems).toEqual([".env, line 1: HTTPS_PROXY is not a setting."]);
    for (const line of ["correct horse", "=x", "2X=y", "WHEREAT_LOG: debug", "staple\tbattery"])
      expect(read(line).problems).toEqual([".env, line 1: a line is NAME=value, or begins with # and is left out."]);
  });
});

test("a line break that is left open in quotes spoils no other line", () => {
  const { values, problems } = read("WHEREAT_PASSPHRASE='correct\nhorse'\nWHEREAT_LOG=debug");
  expect(values).toEqual({ WHEREAT_LOG: "debug" });
  expect(problems.map((problem) => problem.slice(0, 13))).toEqual([".env, line 1:", ".env, line 2:"]);
});

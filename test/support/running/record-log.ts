import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Plugin } from "vite";

const variable = "WHEREAT_TEST_LOG";

/** Whatever a log of whereat is told during the tests is noted in a file as well, at every level and in every worker. */
export const recordsLog: Plugin = {
  name: "records-log",
  transform(code, id) {
    if (!id.endsWith("/src/lib/log.ts")) return undefined;
    const noted = code.replace("const say = (at, what) => {", (begin) => `${begin} note(at, what);`);
    if (noted === code) throw new Error("src/lib/log.ts has changed: this plugin no longer finds where it writes");
    return `${noted}
      import { appendFileSync } from "node:fs";
      const note = (at, what) => { if (process.env.${variable}) appendFileSync(process.env.${variable}, at + " " + what + "\\n"); };`;
  },
};

/** Coordinates, times, ids of every network, Matrix ids, tokens; status codes of three digits and names of errors are none of these. */
const telling = [/\d\.\d{2,}/, /\d{5,}/, /[@!$#][\w.-]+:[\w.-]+/, /syt_|bot\d+:/, /[A-Za-z0-9_-]{32,}/];

/** Where a login is to be confirmed, and by which code, is for whoever reads the log: with both, nobody can log in but where they have an account. */
const askToConfirm =
  /(?<=open )https?:\/\/\S+(?= in a browser, log in there as the bot's account)|(?<=confirm the code )\S+/g;

/** The letters and digits that a test's folder is called by at random may look like an id. */
const randomEnd = /(?<=\/whereat-[\w-]*-)[A-Za-z0-9]{6}(?=\/)/g;

/** The last test of all: nothing that was logged tells who, where or what. */
export function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), "whereat-log-"));
  const path = join(folder, "log");
  process.env[variable] = path;
  return () => {
    const lines = existsSync(path) ? readFileSync(path, "utf8").trim().split("\n") : [];
    rmSync(folder, { recursive: true });
    const indiscreet = lines.filter((line) =>
      telling.some((pattern) => pattern.test(line.replaceAll(askToConfirm, "").replaceAll(randomEnd, ""))),
    );
    if (indiscreet.length > 0) throw new Error(`the log told too much, ${indiscreet.length} times: ${indiscreet[0]}`);
    console.log(`${lines.length} lines were logged during the tests, and none of them tells who, where or what`);
  };
}

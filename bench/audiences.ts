import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { findFlips } from "./audiences/flips.ts";
import { copyCode } from "./support/copy.ts";
import { runBench } from "./support/run.ts";

// Does a test notice when an answer goes to the wrong reader? Each audience that the core chooses is flipped, one at a time, in a copy of
// the code. What is flipped, and how, is in audiences/flips.ts.
//   npx node bench/audiences.ts [--only WORDS OF A PATH] [--list] [TEST FOLDERS …]
const { values, positionals } = parseArgs({
  options: { only: { type: "string", default: "" }, list: { type: "boolean", default: false } },
  allowPositionals: true,
});
const others = ["messaging", "queue", "rooms", "sharing", "text"].map((name) => `test/core/${name}/`);
/** The ones that are most likely to notice come first, by themselves: most flips need no more. */
const tests =
  positionals.length > 0
    ? [positionals]
    : [["test/core/commands/rules/audiences"], ["test/core/commands/"], [...others, "test/bots/telegram/"]];

/** A test that fails because the code is broken has noticed nothing. */
const isBroken = (how: string) => /^(Type|Syntax|Reference)Error/.test(how);
const shorten = (words: string) => words.replaceAll(/\s+/g, " ").slice(0, 110);

await runBench(120, async (ends) => {
  const copy = await copyCode(ends);
  const flips = findFlips(copy.folder, "src/core").filter(({ file }) => file.includes(values.only));
  for (const { file, line, before, after } of values.list ? flips : [])
    console.log(shorten(`${file}:${line}  ${before}  →  ${after}`));
  if (values.list) return true;
  const firstFailure = async () => {
    for (const some of tests) {
      const failure = await copy.firstFailure(some);
      if (failure) return failure;
    }
    return undefined;
  };
  const refusedBefore = await copy.typeError();
  if (refusedBefore !== undefined) throw new Error(`the code does not compile as it is: ${refusedBefore}`);
  const failing = await firstFailure();
  if (failing) throw new Error(`the tests do not pass as they are: ${failing.test}: ${failing.how}`);

  const tally = { "a test noticed": 0, "does not compile": 0, broken: 0, "NOT NOTICED": 0 };
  const say = (verdict: keyof typeof tally, how = "") => {
    tally[verdict] += 1;
    console.log(`    ${verdict}${how && `: ${shorten(how)}`}`);
  };
  for (const { file, line, before, text } of flips) {
    console.log(`${file}:${line}  ${before}`);
    const path = join(copy.folder, file);
    const original = readFileSync(path);
    writeFileSync(path, text);
    const [first = []] = tests;
    const early = await copy.firstFailure(first);
    const isNoticed = early !== undefined && !isBroken(early.how);
    // What a test notices need not be refused by the types as well; they take longer.
    const refused = isNoticed ? undefined : await copy.typeError();
    const failure = isNoticed || refused !== undefined ? early : await firstFailure();
    writeFileSync(path, original);
    if (refused !== undefined) say("does not compile", refused);
    else if (failure === undefined) say("NOT NOTICED");
    else say(isBroken(failure.how) ? "broken" : "a test noticed", `${failure.test}: ${failure.how}`);
  }
  console.log(`\naudiences flipped: ${flips.length}; ${JSON.stringify(tally)}`);
  return flips.length > 0 && tally["NOT NOTICED"] + tally.broken === 0;
});

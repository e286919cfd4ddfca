import { resolve } from "node:path";
import { type Cruise, cruiseSources, sourceFiles } from "./cruise.ts";
import { problemsOf } from "./problems.ts";

const root = resolve(import.meta.dirname, "..");
const cruised: Cruise = await cruiseSources(root);
const problems = problemsOf(cruised, sourceFiles(root));
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
else console.log(`boundaries: ${sourceFiles(root).length} files read, every rule holds`);

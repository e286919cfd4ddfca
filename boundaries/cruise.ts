import { readdirSync } from "node:fs";
import { join } from "node:path";
import { cruise, type ICruiseResult, type IModule } from "dependency-cruiser";
import { ruleSet } from "./rules.ts";

export type Violation = { rule: string; from: string; to: string };

export type Cruise = { modules: readonly IModule[]; violations: readonly Violation[] };

/** Reads every module under src of the project at `root`, and holds it to the rules. */
export async function cruiseSources(root: string): Promise<Cruise> {
  const { output } = await cruise(
    ["src"],
    {
      baseDir: root,
      validate: true,
      ruleSet: ruleSet(),
      // Before compilation: types are imports too.
      tsPreCompilationDeps: true,
      detectProcessBuiltinModuleCalls: true,
      detectImportsInAmbientModules: true,
      doNotFollow: { path: "node_modules" },
    },
    { exportsFields: ["exports"], conditionNames: ["import", "node", "types", "default"] },
  );
  const { modules, summary } = output as ICruiseResult;
  const violations = summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }));
  return { modules, violations };
}

/** The program files that are on the disk under src, as the cruiser names them. */
export function sourceFiles(root: string): string[] {
  return readdirSync(join(root, "src"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.[cm]?[jt]sx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort();
}

import { readFileSync } from "node:fs";
import { at, fromJson, textOf } from "../json-value.ts";

const packageJson = fromJson(readFileSync(new URL("../../../package.json", import.meta.url), "utf8"));

/** What this program is, and its version as in package.json. */
export const nameAndVersion = `whereat ${textOf(at(packageJson, "version")) ?? "without a version"}`;

// What npm runs before and after an install of whereat. Plain JavaScript, for any Node.
const { spawnSync } = require("node:child_process");
const { readFileSync } = require("node:fs");
const { join } = require("node:path");

/** Exits with a sentence. */
function refuse(why) {
  console.error(why);
  process.exit(1);
}

/** Whether a version is at least the one that "engines" asks for, as ">=24.12". */
function fits(version, range) {
  const [major, minor] = version.split(".").map(Number);
  const [least, leastMinor] = range.replace(">=", "").split(".").map(Number);
  return major > least || (major === least && minor >= leastMinor);
}

// pnpm and yarn take neither this lock file, nor "overrides", nor what .npmrc says: they would install other packages than were checked.
const agent = process.env.npm_config_user_agent ?? "npm/";
if (!agent.startsWith("npm/"))
  refuse(`Install whereat with "npm ci". ${agent.split("/")[0]} would install other packages than package-lock.json names.`);

if (process.argv[2] === "after") {
  const { engines, optionalDependencies } = JSON.parse(readFileSync(join(__dirname, "../package.json"), "utf8"));
  const name = `node-${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;
  const wanted = optionalDependencies[name];
  const isLeftOut = (process.env.npm_config_omit ?? "").split(/[\s,]+/).includes("optional");
  if (wanted !== undefined && !isLeftOut) {
    const path = join(__dirname, "../node_modules/.bin/node");
    const { stdout } = spawnSync(path, ["--version"], { encoding: "utf8", shell: process.platform === "win32" });
    const found = (stdout ?? "").trim();
    // npm leaves out an optional package that the registry does not have, or whose content is not what the lock file says, and does not say so.
    const missing = `Node ${wanted} was not installed beside whereat: the registry could not give ${name}, or gave something else than package-lock.json names.`;
    if (found !== "" && found !== `v${wanted}`) refuse(`node_modules/.bin/node says that it is ${found}, and not the v${wanted} that package-lock.json names. Do not use what was installed.`);
    if (found === "" && !fits(process.versions.node, engines.node))
      refuse(`${missing} This machine's own Node, ${process.versions.node}, is too old for whereat. Try again, or install Node 24.`);
    if (found === "") console.error(`${missing} whereat runs on this machine's own Node, ${process.versions.node}.`);
  }
}

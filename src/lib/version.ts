import packageJson from "../../package.json" with { type: "json" };

/** What this program is, and its version as in package.json. */
export const nameAndVersion = `whereat ${packageJson.version}`;

import packageJson from "../../package.json" with { type: "json" };

/** The version of whereat, as in package.json. */
export const { version } = packageJson;

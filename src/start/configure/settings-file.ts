import type { Settings } from "../../config/settings.ts";

/** Where a secret is written, from where whereat is started. */
export const secretFileOf = (name: string): string => `secrets/${name.toLowerCase().replaceAll("_", "-")}`;

/**
 * The text of a file `.env` with these settings: a secret stands in a file of its own, and is named here.
 * @param values by name
 */
export function settingsFile(values: Readonly<Record<string, string>>, settings: Settings): string {
  const lines = Object.entries(values).flatMap(([name, value]) => {
    const { summary, isSecret } = settings[name] ?? { summary: "" };
    const line = isSecret ? `${name}_FILE=${secretFileOf(name)}` : `${name}=${quoted(value)}`;
    return [`# ${summary}`, line, ""];
  });
  return ["# Written by npm run configure. All settings: .env.example", "", ...lines].join("\n");
}

/** As whereat reads it back, whatever is in it but a single quote. */
const quoted = (value: string): string => (/^[\w@:/.,+=-]*$/.test(value) ? value : `'${value}'`);

import type { Answers, Interview, NetworkPlugin } from "../../bots/network-plugin.ts";
import { Unusable } from "../../bots/network-plugin.ts";
import { passphraseProblem } from "../../config/passphrase.ts";
import { namesOf, type Settings } from "../../config/settings.ts";
import { secretFileOf, settingsFile } from "./settings-file.ts";

type Parts = {
  interview: Interview;
  networks: readonly NetworkPlugin[];
  /** all settings that there are */
  settings: Settings;
  /** what is set in the environment already, by name: that is not asked for, and stays there */
  given: (name: string) => string | undefined;
  isThere: (path: string) => boolean;
  /** writes a file that only this user can read. Rejects with an Error whose message says why not. */
  write: (path: string, text: string) => Promise<void>;
  /** as random as a key has to be, so that nobody can guess it */
  newPassphrase: () => string;
};

export const envFile = ".env";

/**
 * Asks for what is needed to run whereat, and writes it into .env, and each secret into a file of its own.
 * @returns how the bot comes into rooms, a sentence for each network; undefined when nothing was written
 */
export async function configure(parts: Parts): Promise<readonly string[] | undefined> {
  const { interview, networks, settings, given, isThere, write } = parts;
  const { ask, say } = interview;
  if (isThere(envFile)) {
    say(
      `There is a file ${envFile} here already. Change it by hand, or move it away and begin again. Nothing was changed.`,
    );
    return undefined;
  }
  say("This asks for what whereat needs, and writes it down here. Ctrl+C ends it, and then nothing was written.");
  const answers: Answers[] = [];
  for (const { title, setUp } of networks) {
    if (title === undefined || setUp === undefined) continue;
    if (await ask(`Is whereat to run on ${title}? yes or no:`, readYes)) answers.push(await setUp(interview, given));
  }
  if (answers.length === 0) {
    say("Then there is nothing to write down. Without a network, npm start opens the console room.");
    return undefined;
  }
  const isGiven = ["WHEREAT_PASSPHRASE", "WHEREAT_PASSPHRASE_FILE"].some((name) => given(name) !== undefined);
  const passphrase = isGiven ? undefined : await askForPassphrase(interview, parts.newPassphrase);
  const values: Record<string, string> = Object.assign({}, ...answers.map((one) => one.settings));
  if (passphrase !== undefined) values["WHEREAT_PASSPHRASE"] = passphrase;
  for (const [name, value] of Object.entries(values))
    if (settings[name]?.isSecret) await write(secretFileOf(name), `${value}\n`);
  await write(envFile, settingsFile(values, settings));
  say(`Written, for nobody else to read: ${envFile}, and each secret in a file of secrets/.`);
  if (passphrase !== undefined)
    say(`Keep a copy of ${secretFileOf("WHEREAT_PASSPHRASE")} elsewhere: without it, nothing that is kept opens.`);
  return answers.map(({ invitation }) => invitation);
}

/** The names in the environment that have a meaning here. */
export const givenIn =
  (env: Readonly<Record<string, string | undefined>>, settings: Settings): Parts["given"] =>
  (name) =>
    namesOf(settings).includes(name) ? env[name] : undefined;

/** @throws Unusable */
function readYes(answer: string): boolean {
  if (/^y(es)?$/i.test(answer)) return true;
  if (/^no?$/i.test(answer)) return false;
  throw new Unusable("Say yes or no.");
}

/** Fewer letters, and fewer words, than this are guessed sooner than a good passphrase. */
const [goodLength, goodWords] = [20, 5];

async function askForPassphrase({ ask, say }: Interview, newPassphrase: () => string): Promise<string> {
  say("A passphrase seals the keys on the disk. Five words drawn at random are good. Press Enter to have one made.");
  for (;;) {
    const chosen = await ask("The passphrase:", (given) => (given === "" ? given : fit(given)), { isSecret: true });
    if (chosen === "") return newPassphrase();
    if (chosen.length < goodLength && chosen.split(/\s+/).length < goodWords) {
      say("That would be guessed sooner than five words drawn at random.");
      if (!(await ask("Take it all the same? yes or no:", readYes))) continue;
    }
    const again = await ask("Once more, to be sure:", (given) => given, { isSecret: true });
    if (again === chosen) return chosen;
    say("The two are not the same.");
  }
}

/** @throws Unusable */
function fit(passphrase: string): string {
  const problem = passphraseProblem(passphrase, "It");
  if (problem !== undefined) throw new Unusable(problem);
  if (/\p{Cc}/u.test(passphrase)) throw new Unusable("There is something in it that nobody can type.");
  return passphrase;
}

import { type Answers, type Interview, Unusable } from "../../network-plugin.ts";
import { loadClient } from "../http/client.ts";
import type { Homeserver } from "../http/homeserver.ts";
import { findHomeserver, NoHomeserverError } from "./find-homeserver.ts";
import { findLogins, type ServerLogins } from "./server-logins.ts";
import { whoAmI } from "./session.ts";

const never = new AbortController().signal;
const askAs = async (address: URL, token = ""): Promise<Homeserver> => (await loadClient(address))(token, never);

/** Asks for the bot's account: first for its homeserver, and that for how one logs in there. */
export async function setUpMatrix(interview: Interview): Promise<Answers> {
  const { ask, say } = interview;
  say("Make an account for the bot on a homeserver, and use it for nothing else.");
  const { address, logins, name } = await ask("The homeserver, as example.org, or its address:", findOut);
  const shown = address.href.replace(/\/$/, "");
  say(`It is at ${shown}.`);
  const login = await askForLogin(interview, logins, { address, name });
  const recoveryKey = await ask(
    "The account's recovery key, if an app has made one already; else press Enter:",
    (given) => given,
    { isSecret: true },
  );
  return {
    settings: {
      MATRIX_HOMESERVER_URL: shown,
      ...login.settings,
      ...(recoveryKey !== "" && { MATRIX_RECOVERY_KEY: recoveryKey }),
    },
    invitation: `Invite it into a room: ${login.user}, or https://matrix.to/#/${login.user}`,
  };
}

type Found = { readonly address: URL; readonly name: string | undefined };

/** @throws Unusable */
async function findOut(given: string): Promise<Found & { readonly logins: ServerLogins }> {
  const isName = /^[a-z0-9.-]+(:\d{1,5})?$/i.test(given);
  const url = URL.parse(isName ? `https://${given}` : given);
  if (url === null || !/^https?:$/.test(url.protocol)) throw new Unusable("That is no name and no address.");
  try {
    const address = await findHomeserver(url, askAs);
    const logins = await findLogins(await askAs(address), address);
    return { address, logins, name: isName ? given : undefined };
  } catch (error) {
    throw new Unusable(
      error instanceof NoHomeserverError
        ? "Something answers there that is no homeserver, and /.well-known/matrix/client names none."
        : "Nothing that can be used answers there. Is it right, and is there a way out?",
    );
  }
}

type Login = { settings: Readonly<Record<string, string>>; user: string };

/** By whatever the homeserver has: in a browser, by password, or by a token from whoever runs it. */
async function askForLogin(
  interview: Interview,
  { byCode, hasPassword }: ServerLogins,
  { address, name }: Found,
): Promise<Login> {
  const { ask, say } = interview;
  if (byCode === undefined && !hasPassword) return askForToken(interview, address);
  const user = await askForUser(interview, name);
  const isByCode =
    byCode !== undefined &&
    (!hasPassword || (await ask("Log it in with a link in a browser, or by its password? link or password:", readWay)));
  if (!isByCode) {
    const password = await ask("Its password:", needed, { isSecret: true });
    return { settings: { MATRIX_USER: user, MATRIX_PASSWORD: password }, user };
  }
  say("It is logged in with a link in a browser. That comes at the end, with a code to confirm there.");
  return { settings: { MATRIX_USER: user }, user };
}

/** @throws Unusable */
function readWay(given: string): boolean {
  if (/^l(ink)?$/i.test(given)) return true;
  if (/^p(assword)?$/i.test(given)) return false;
  throw new Unusable("Say link or password.");
}

const askForUser = ({ ask }: Interview, name: string | undefined): Promise<string> =>
  ask("The bot's user id there, as @whereat:example.org:", (given) => {
    const whole = /^[^@:\s]+$/.test(given) && name !== undefined ? `@${given}:${name}` : given;
    if (!/^@[^:\s]+:\S+$/.test(whole)) throw new Unusable("A user id is like @whereat:example.org.");
    return whole;
  });

async function askForToken({ ask, say }: Interview, address: URL): Promise<Login> {
  say(
    "This homeserver takes no login by password, and none by a link and a code. Whoever runs it can give you the token of a login that only whereat uses.",
  );
  return ask(
    "The access token:",
    async (token) => {
      try {
        const { userId } = await whoAmI(await askAs(address, needed(token)));
        return { settings: { MATRIX_ACCESS_TOKEN: token }, user: userId };
      } catch {
        throw new Unusable("The homeserver does not know this token.");
      }
    },
    { isSecret: true },
  );
}

/** @throws Unusable */
function needed(given: string): string {
  if (given === "") throw new Unusable("It is needed.");
  return given;
}

import { at, listOf } from "../../../lib/json-value.ts";
import { type Answers, type Interview, Unusable } from "../../network-plugin.ts";
import { loadClient } from "../http/client.ts";
import { type Homeserver, v3 } from "../http/homeserver.ts";
import { findHomeserver, NoHomeserverError } from "./find-homeserver.ts";
import { whoAmI } from "./session.ts";

const never = new AbortController().signal;
const askAs = async (address: URL, token = ""): Promise<Homeserver> => (await loadClient(address))(token, never);
const passwordLogin = "m.login.password";

/** Asks for the bot's account: first for its homeserver, and that for how one logs in there. */
export async function setUpMatrix(interview: Interview): Promise<Answers> {
  const { ask, say } = interview;
  say("Make an account for the bot on a homeserver, and use it for nothing else.");
  const { address, flows, name } = await ask("The homeserver, as example.org, or its address:", findOut);
  const shown = address.href.replace(/\/$/, "");
  say(`It is at ${shown}.`);
  const login = flows.includes(passwordLogin)
    ? await askForPassword(interview, name)
    : await askForToken(interview, address);
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

/** @throws Unusable */
async function findOut(given: string): Promise<{ address: URL; flows: readonly unknown[]; name: string | undefined }> {
  const isName = /^[a-z0-9.-]+(:\d{1,5})?$/i.test(given);
  const url = URL.parse(isName ? `https://${given}` : given);
  if (url === null || !/^https?:$/.test(url.protocol)) throw new Unusable("That is no name and no address.");
  try {
    const address = await findHomeserver(url, askAs);
    const flows = listOf(at(await (await askAs(address))("GET", v3`login`), "flows")).map((flow) => at(flow, "type"));
    return { address, flows, name: isName ? given : undefined };
  } catch (error) {
    throw new Unusable(
      error instanceof NoHomeserverError
        ? "Something answers there that is no homeserver, and /.well-known/matrix/client names none."
        : "Nothing that can be used answers there. Is it right, and is there a way out?",
    );
  }
}

type Login = { settings: Readonly<Record<string, string>>; user: string };

async function askForPassword({ ask }: Interview, name: string | undefined): Promise<Login> {
  const user = await ask("The bot's user id there, as @whereat:example.org:", (given) => {
    const whole = /^[^@:\s]+$/.test(given) && name !== undefined ? `@${given}:${name}` : given;
    if (!/^@[^:\s]+:\S+$/.test(whole)) throw new Unusable("A user id is like @whereat:example.org.");
    return whole;
  });
  const password = await ask("Its password:", needed, { isSecret: true });
  return { settings: { MATRIX_USER: user, MATRIX_PASSWORD: password }, user };
}

async function askForToken({ ask, say }: Interview, address: URL): Promise<Login> {
  say("This homeserver takes no login by password. It needs the token of a login that only whereat uses.");
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

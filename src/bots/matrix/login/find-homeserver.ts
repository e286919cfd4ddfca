import { at, listOf, textOf } from "../../../lib/json-value.ts";
import type { Homeserver } from "../http/homeserver.ts";
import { MatrixRequestError } from "../http/request-error.ts";

/** Something answers at the given address, and it is no homeserver and names none. */
export class NoHomeserverError extends Error {
  override name = "NoHomeserverError";
  readonly code = "NO_HOMESERVER";
  constructor() {
    super(
      "At MATRIX_HOMESERVER_URL something answers that is no Matrix homeserver, and /.well-known/matrix/client there names none. Give the address of the homeserver itself, as an app shows it.",
    );
  }
}

/** Asks at an address, without a login. */
type AskAt = (address: URL) => Promise<Homeserver>;

const versions = { path: "/_matrix/client/versions", label: "versions" };
const wellKnown = "/.well-known/matrix/client";
/** A domain sends on to another, that to its name with www, and that to a file. */
const maxHops = 3;

/**
 * Where the homeserver is: at the given address, or at the one that is named there (client-server API, "Server discovery"). It is asked before
 * anything secret is sent: a web server has no use for a password.
 * @throws NoHomeserverError; MatrixRequestError when nothing answers, which may pass
 */
export async function findHomeserver(given: URL, askAt: AskAt): Promise<URL> {
  if (await isHomeserver(await askAt(given))) return given;
  const named = readNamed(await askWellKnown(new URL(wellKnown, given.origin), askAt), given);
  if (named === undefined || !(await isHomeserver(await askAt(named)))) throw new NoHomeserverError();
  return named;
}

const isHomeserver = async (ask: Homeserver): Promise<boolean> =>
  listOf(at(await orNothing(ask("GET", versions)), "versions")).length > 0;

/** It is followed to where it stands (client-server API, "Well-known URI"): nothing secret is sent there. */
async function askWellKnown(address: URL, askAt: AskAt, hops = maxHops): Promise<unknown> {
  const endpoint = { path: `${address.pathname}${address.search}`, label: "well-known" };
  let sentOn: URL | undefined;
  const asked = (await askAt(new URL(address.origin)))("GET", endpoint).catch((error: unknown) => {
    if (error instanceof MatrixRequestError && error.location !== undefined)
      sentOn = asSecret(URL.parse(error.location, address.href), address);
    throw error;
  });
  const answer = await orNothing(asked);
  return sentOn && hops > 0 ? askWellKnown(sentOn, askAt, hops - 1) : answer;
}

/** A web server's answer, in whatever form, is none of a homeserver. */
async function orNothing(asked: Promise<unknown>): Promise<unknown> {
  return asked.catch((error: unknown) => {
    if (!(error instanceof MatrixRequestError)) throw error;
    const isAnswer =
      error.status === undefined ? ["BAD_JSON", "HTML", "TOO_LARGE"].includes(error.code) : error.status < 500;
    if (!isAnswer || error.status === 429) throw error;
    return undefined;
  });
}

const readNamed = (answer: unknown, given: URL) =>
  asSecret(URL.parse(textOf(at(answer, "m.homeserver", "base_url")) ?? ""), given);

/** What is encrypted on the way must stay so. */
function asSecret(url: URL | null, given: URL): URL | undefined {
  if (url === null || (url.protocol !== "https:" && url.protocol !== given.protocol)) return undefined;
  return /^https?:$/.test(url.protocol) ? url : undefined;
}

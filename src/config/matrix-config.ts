import { dirname, join } from "node:path";
import type { Secret } from "./secret.ts";

export type MatrixConfig = {
  homeserver: URL;
  login: { accessToken: Secret } | { user: string; password: Secret };
  recoveryKey?: Secret;
  /** users and servers; none: the bot's own server */
  allowedInviters: readonly string[];
  /** the file of the key store, beside the store of the records; absent: a new one at each start */
  keyStore?: string;
};

type Given = {
  text: (name: string) => string | undefined;
  secret: (name: string) => Secret | undefined;
  problems: string[];
  store: string;
  keys: { kind: "memory" | "file" };
};

const inviter = /^(@[^\s:,@]+:)?[a-z0-9.-]+(:\d{1,5})?$/i;

/** The settings for Matrix; undefined when there are none, or when `problems` was told why they cannot be used. */
export function readMatrixConfig({ text, secret, problems, store, keys }: Given): MatrixConfig | undefined {
  const url = text("MATRIX_HOMESERVER_URL");
  const user = text("MATRIX_USER");
  const [password, accessToken, recoveryKey] = ["PASSWORD", "ACCESS_TOKEN", "RECOVERY_KEY"].map((name) =>
    secret(`MATRIX_${name}`),
  );
  const allowed = text("MATRIX_ALLOWED_INVITERS");
  if ([url, user, password, accessToken, recoveryKey, allowed].every((value) => value === undefined)) return undefined;

  const before = problems.length;
  const homeserver = url !== undefined && /^https?:\/\/[^\s/]/.test(url) ? URL.parse(url) : null;
  if (!homeserver) problems.push("MATRIX_HOMESERVER_URL must be the http(s) address of the bot's homeserver.");
  const login = accessToken ? { accessToken } : user && password ? { user, password } : undefined;
  if (!login) problems.push("Matrix needs MATRIX_USER with MATRIX_PASSWORD, or MATRIX_ACCESS_TOKEN.");
  if (accessToken && (user ?? password))
    problems.push("Give MATRIX_USER and MATRIX_PASSWORD, or MATRIX_ACCESS_TOKEN, not both.");
  if (accessToken && keys.kind === "memory")
    problems.push(
      "WHEREAT_KEYS=memory forgets the keys of the bot's Matrix device, and an access token is for one device: give MATRIX_USER and MATRIX_PASSWORD.",
    );
  const allowedInviters = (allowed?.split(",") ?? []).map((each) => each.trim()).filter((each) => each !== "");
  if (!allowedInviters.every((each) => inviter.test(each)))
    problems.push("MATRIX_ALLOWED_INVITERS must be users (@ana:example.org) and servers (example.org), with commas.");

  if (problems.length > before || !homeserver || !login) return undefined;
  const keyStore = keys.kind === "memory" ? undefined : besides(store);
  return { homeserver, login, allowedInviters, ...(recoveryKey && { recoveryKey }), ...(keyStore && { keyStore }) };
}

/** Where the records are in a folder, the keys of the Matrix device are in it too. */
function besides(store: string): string {
  const [, path] = /^sqlite:(.+)$/.exec(store) ?? [];
  return join(path === undefined ? "./data" : dirname(path), "matrix-keys.db");
}

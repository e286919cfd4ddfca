import { dirname, join } from "node:path";
import type { Secret } from "../../config/secret.ts";
import type { Settings, SettingsReader } from "../../config/settings.ts";
import type { LoginSettings } from "./login/access.ts";

export type MatrixConfig = {
  homeserver: URL;
  login: LoginSettings;
  recoveryKey?: Secret;
  /** an identity whose keys are lost is replaced */
  resetIdentity?: boolean;
  /** users and servers; none: the bot's own server */
  allowedInviters: readonly string[];
  /** the file of the key store, beside the store of the records; absent: a new one at each start */
  keyStore?: string;
  /** where the operator finds the recovery key of an identity that whereat made; absent: nothing may be left on the disk */
  recoveryKeyFile?: string;
};

export const matrixSettings: Settings = {
  MATRIX_HOMESERVER_URL: {
    summary: "the homeserver of the bot's account; with it, whereat runs on Matrix",
    example: "https://matrix.example.org",
  },
  MATRIX_USER: {
    summary: "the bot's user id there, or its local part; with a password where the homeserver takes one, else alone",
    example: "@whereat:example.org",
  },
  MATRIX_PASSWORD: { summary: "the password of the bot's account", example: "", isSecret: true },
  MATRIX_ACCESS_TOKEN: {
    summary: "instead of user and password: the token of a login that only whereat uses",
    example: "",
    isSecret: true,
  },
  MATRIX_RECOVERY_KEY: {
    summary: "the recovery key of the bot's account: with it whereat's device is signed by the account's identity",
    example: "",
    isSecret: true,
  },
  MATRIX_RESET_IDENTITY: {
    summary: "yes, once: replaces the identity of the bot's account when its keys and its recovery key are lost",
    example: "yes",
  },
  MATRIX_ALLOWED_INVITERS: {
    summary: "who may invite the bot, users and servers, with commas; unless set, everybody on its own server",
    example: "example.org, @ana:example.net",
  },
};

const inviter = /^(@[^\s:,@]+:)?[a-z0-9.-]+(:\d{1,5})?$/i;

/** The settings for Matrix; undefined when there are none, or when `problems` was told why they cannot be used. */
export function readMatrixConfig(
  { text, secret, dataFolder }: SettingsReader,
  problems: string[],
): MatrixConfig | undefined {
  const url = text("MATRIX_HOMESERVER_URL");
  const user = text("MATRIX_USER");
  const [password, accessToken, recoveryKey] = ["PASSWORD", "ACCESS_TOKEN", "RECOVERY_KEY"].map((name) =>
    secret(`MATRIX_${name}`),
  );
  const allowed = text("MATRIX_ALLOWED_INVITERS");
  const reset = text("MATRIX_RESET_IDENTITY");
  if ([url, user, password, accessToken, recoveryKey, allowed, reset].every((value) => value === undefined))
    return undefined;

  const before = problems.length;
  const homeserver = url !== undefined && /^https?:\/\/[^\s/]/.test(url) ? URL.parse(url) : null;
  if (!homeserver) problems.push("MATRIX_HOMESERVER_URL must be the http(s) address of the bot's homeserver.");
  const login = readLogin(user, password, accessToken);
  if (!login)
    problems.push(
      "Matrix needs MATRIX_USER, with MATRIX_PASSWORD where the homeserver takes a password; or MATRIX_ACCESS_TOKEN.",
    );
  if (accessToken && (user ?? password))
    problems.push("Give MATRIX_USER and MATRIX_PASSWORD, or MATRIX_ACCESS_TOKEN, not both.");
  if (accessToken && dataFolder === undefined)
    problems.push(
      "WHEREAT_KEYS=memory forgets the keys of the bot's Matrix device, and an access token is for one device: give MATRIX_USER and MATRIX_PASSWORD.",
    );
  const allowedInviters = (allowed?.split(",") ?? []).map((each) => each.trim()).filter((each) => each !== "");
  if (!allowedInviters.every((each) => inviter.test(each)))
    problems.push("MATRIX_ALLOWED_INVITERS must be users (@ana:example.org) and servers (example.org), with commas.");

  if (reset !== undefined && reset !== "yes") problems.push("MATRIX_RESET_IDENTITY must be yes, or left out.");

  if (problems.length > before || !homeserver || !login) return undefined;
  const keyStore = dataFolder === undefined ? undefined : join(dataFolder, "matrix-keys.db");
  return {
    homeserver,
    login,
    allowedInviters,
    ...(recoveryKey && { recoveryKey }),
    ...(reset && { resetIdentity: true }),
    ...(keyStore && { keyStore, recoveryKeyFile: join(dirname(keyStore), "matrix-recovery-key.txt") }),
  };
}

function readLogin(
  user: string | undefined,
  password: Secret | undefined,
  accessToken: Secret | undefined,
): LoginSettings | undefined {
  if (accessToken) return { accessToken };
  if (user === undefined) return undefined;
  return password ? { user, password } : { user, byCode: true };
}

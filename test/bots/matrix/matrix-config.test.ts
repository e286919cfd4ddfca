import { expect, test } from "vitest";
import { matrixSettings, readMatrixConfig } from "../../../src/bots/matrix/matrix-config.ts";
import { parseConfig } from "../../../src/config/config.ts";

const url = "https://matrix.example.org";
const account = { MATRIX_HOMESERVER_URL: url, MATRIX_USER: "whereat", MATRIX_PASSWORD: "secret words" };
const noFiles = () => {
  throw new Error("no file");
};
const matrix = { name: "matrix", settings: matrixSettings, configure: readMatrixConfig };
const parse = (env: Record<string, string>) => parseConfig([matrix], env, noFiles).networks[0];

test("without any of them, there is no Matrix", () => {
  expect(parse({})).toBeUndefined();
});

test("an account is a homeserver with a user and a password, or with a token, or with a user alone, who is logged in by a code", () => {
  const { login, homeserver, keyStore } = parse(account) ?? {};
  expect([String(homeserver), keyStore]).toEqual([`${url}/`, "data/matrix-keys.db"]);
  expect(login && "password" in login && [login.user, login.password.reveal()]).toEqual(["whereat", "secret words"]);
  const token = parse({ MATRIX_HOMESERVER_URL: url, MATRIX_ACCESS_TOKEN: "syt_x" })?.login;
  expect(token && "accessToken" in token && token.accessToken.reveal()).toBe("syt_x");
  const byCode = parse({ MATRIX_HOMESERVER_URL: url, MATRIX_USER: "whereat" })?.login;
  expect(byCode).toEqual({ user: "whereat", byCode: true });
});

test("its secrets are shown by nothing", () => {
  const config = parse({ ...account, MATRIX_RECOVERY_KEY: "EsT1 words" });
  expect(JSON.stringify(config)).not.toMatch(/secret words|EsT1/);
});

test("the keys of its device lie beside the records, and nowhere when keys are in memory", () => {
  expect(parse({ ...account, WHEREAT_STORE: "sqlite:/srv/whereat/records.db" })?.keyStore).toBe(
    "/srv/whereat/matrix-keys.db",
  );
  expect(parse({ ...account, WHEREAT_STORE: "postgres://x/y" })?.keyStore).toBe("data/matrix-keys.db");
  expect(parse({ ...account, WHEREAT_KEYS: "memory", WHEREAT_STORE: "memory:" })).not.toHaveProperty("keyStore");
});

test("who may invite are users and servers", () => {
  const allowed = (text: string) => parse({ ...account, MATRIX_ALLOWED_INVITERS: text })?.allowedInviters;
  expect(allowed("example.org, @ana:example.net ,localhost:8448,")).toEqual([
    "example.org",
    "@ana:example.net",
    "localhost:8448",
  ]);
  expect(parse(account)?.allowedInviters).toEqual([]);
});

test.each([
  [{ MATRIX_PASSWORD: "secret words" }, ["MATRIX_HOMESERVER_URL must be", "Matrix needs MATRIX_USER, with"]],
  [{ ...account, MATRIX_HOMESERVER_URL: "matrix.example.org" }, ["MATRIX_HOMESERVER_URL must be"]],
  [{ ...account, MATRIX_ACCESS_TOKEN: "syt" }, ["not both"]],
  [{ ...account, MATRIX_ALLOWED_INVITERS: "*" }, ["MATRIX_ALLOWED_INVITERS must be"]],
  [{ ...account, MATRIX_PASWORD: "x" }, ["Did you mean MATRIX_PASSWORD?"]],
  [
    { MATRIX_HOMESERVER_URL: url, MATRIX_ACCESS_TOKEN: "syt", WHEREAT_KEYS: "memory" },
    ["an access token is for one device"],
  ],
])("%j is refused, with every problem at once and no value", (env, words) => {
  const refused = () => parse(env);
  for (const word of words) expect(refused).toThrow(word);
  expect(refused).not.toThrow("secret words");
});

test("an identity is replaced only at a plain yes, and the recovery key of a new one lies beside the records", () => {
  const reset = (text: string) => parse({ ...account, MATRIX_RESET_IDENTITY: text });
  expect(reset("yes")).toMatchObject({ resetIdentity: true, recoveryKeyFile: "data/matrix-recovery-key.txt" });
  expect(parse(account)).not.toHaveProperty("resetIdentity");
  for (const text of ["no", "true", "YES"]) expect(() => reset(text)).toThrow("MATRIX_RESET_IDENTITY must be yes");
  expect(parse({ ...account, WHEREAT_KEYS: "memory", WHEREAT_STORE: "memory:" })).not.toHaveProperty("recoveryKeyFile");
});

import { expect, test } from "vitest";
import { findLogins } from "../../../../src/bots/matrix/login/server-logins.ts";
import { createFakeProvider, withProvider } from "../../../support/fake-homeserver/fake-provider.ts";
import { byCode, matrixAtFake } from "../../../support/fake-homeserver/matrix-at-fake.ts";

test.each([
  ["password", { flows: [{ type: "m.login.password" }] }, "Give MATRIX_PASSWORD beside MATRIX_USER"],
  ["neither", { flows: [{ type: "m.login.sso" }] }, "Give MATRIX_ACCESS_TOKEN in the place of MATRIX_USER"],
])(
  "a homeserver that takes no login by code but %s is left alone, with a word on what to do",
  async (_, json, word) => {
    const other = await matrixAtFake();
    other.homeserver.on(({ path, method }) => (path === "login" && method === "GET" ? { json } : undefined));
    await expect(other.make(byCode).start()).rejects.toThrow(word);
  },
);

test("at a homeserver that leaves its logins to such a server, a password leads to a word on what to do", async () => {
  const at = await matrixAtFake();
  withProvider(at.homeserver, () => at.clock.now);
  await expect(at.make().start()).rejects.toThrow("Take MATRIX_PASSWORD out of the settings and leave MATRIX_USER");
});

test("addresses that would leave an encrypted way are not used", async () => {
  const metadata = Object(
    createFakeProvider("http://fake.test", Date.now).answer({
      path: "/_matrix/client/v1/auth_metadata",
      body: undefined,
    }),
  ).json;
  const ask = async (_: string, { path }: { path: string }) => (path.endsWith("auth_metadata") ? metadata : {});
  expect((await findLogins(ask, new URL("http://fake.test"))).byCode).toBeDefined();
  expect((await findLogins(ask, new URL("https://fake.test"))).byCode).toBeUndefined();
});

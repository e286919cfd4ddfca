import { expect, onTestFinished, test } from "vitest";
import { createOAuthFetch } from "../../../../src/bots/matrix/http/oauth-fetch.ts";
import { maxOAuthBytes } from "../../../../src/bots/matrix/limits.ts";
import { type Reply, startFakeHomeserver } from "../../../support/fake-homeserver/fake-homeserver.ts";

const asked = { method: "POST", headers: {}, body: new URLSearchParams({ token: "secret" }) };

async function fetchFrom(...replies: Reply[]) {
  const server = await startFakeHomeserver();
  onTestFinished(() => server.stop());
  server.on(() => replies.shift());
  const cutOff = new AbortController();
  const fetch = createOAuthFetch(cutOff.signal);
  return { server, cutOff, ask: () => fetch("oauth/token", `${server.url}/token`, asked) };
}

test("an answer may have so many bytes, and one more is refused", async () => {
  const { ask } = await fetchFrom({ text: "x".repeat(maxOAuthBytes) }, { text: "x".repeat(maxOAuthBytes + 1) });
  expect((await (await ask()).text()).length).toBe(maxOAuthBytes);
  await expect(ask()).rejects.toMatchObject({ code: "TOO_LARGE", label: "oauth/token" });
});

test("what is sent goes to no other place that the server names", async () => {
  const { server, ask } = await fetchFrom({ status: 307, location: "/elsewhere", text: "" });
  expect((await ask()).status).toBe(307);
  expect(server.asked).toHaveLength(1);
});

test.each<[string, Reply, object]>([
  ["no answer", { cut: "before" }, { status: undefined }],
  ["half an answer", { cut: "amid", json: { access_token: "secret" } }, { status: undefined }],
  ["a proxy's page", { status: 502, text: "<html>" }, { status: 502, code: "HTTP_502" }],
  ["a wish to be asked later", { status: 429, text: "" }, { status: 429, code: "HTTP_429" }],
])("%s is a failure that may pass, and its error quotes nothing", async (_, reply, error) => {
  const { ask } = await fetchFrom(reply);
  const thrown: unknown = await ask().catch((each: unknown) => each);
  expect(thrown).toMatchObject({ name: "MatrixRequestError", ...error });
  expect(String(thrown) + JSON.stringify(thrown)).not.toContain("secret");
});

test("a request ends when all of them are to end", async () => {
  const { server, cutOff, ask } = await fetchFrom({ held: new Promise(() => undefined) });
  const answer = ask();
  await server.wasAsked(() => true);
  cutOff.abort();
  await expect(answer).rejects.toMatchObject({ name: "MatrixRequestError" });
});

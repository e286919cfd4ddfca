import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { badGateway, type Fate, startFaultProxy, tooMany } from "../../../../bench/soak/proxy.ts";

/** A server that says again what it is told, behind a proxy. */
async function echo(fate: (line: string) => Fate) {
  const heard: string[] = [];
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    heard.push(`${request.method} ${request.url} ${body.length}`);
    response.end(body);
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const proxy = await startFaultProxy(new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
  onTestFinished(async () => {
    await proxy.close();
    server.closeAllConnections();
    server.close();
  });
  proxy.decide(fate);
  const ask = async (path: string, body: string) => {
    const response = await fetch(proxy.url + path, { method: "POST", body });
    return { status: response.status, text: await response.text() };
  };
  return { heard, proxy, ask };
}

const long = "x".repeat(300_000);
const onlyFor = (path: string, fate: Fate) => (line: string) =>
  line.includes(path) ? fate : ({ kind: "pass" } as const);

test("passes requests on in turn, whole, and decides for each by its first line", async () => {
  const lines: string[] = [];
  const { heard, ask, proxy } = await echo((line) => {
    lines.push(line);
    return { kind: "pass" };
  });
  expect(await ask("/one", long)).toEqual({ status: 200, text: long });
  expect(await ask("/two", "short")).toEqual({ status: 200, text: "short" });
  expect(heard).toEqual(["POST /one 300000", "POST /two 5"]);
  expect(lines).toEqual(["POST /one HTTP/1.1", "POST /two HTTP/1.1"]);
  expect(proxy.spoilt()).toBe(0);
});

test.each([
  ["502", badGateway, 502],
  ["429", tooMany(2), 429],
] as const)("answers %s itself, and the server hears nothing of that request", async (_, fate, status) => {
  const { heard, ask, proxy } = await echo(onlyFor("/bad", fate));
  expect((await ask("/bad", long)).status).toBe(status);
  expect((await ask("/good", "words")).text).toBe("words");
  expect(heard).toEqual(["POST /good 5"]);
  expect(proxy.spoilt()).toBe(1);
});

test("a 429 says how long to wait in the words of either network", () => {
  const fate = tooMany(3);
  expect(JSON.parse(fate.kind === "answer" ? fate.body : "")).toMatchObject({
    parameters: { retry_after: 3 },
    retry_after_ms: 3000,
  });
});

test("resets a connection before the request arrives, or when it was carried out", async () => {
  const before = await echo(onlyFor("/lost", { kind: "reset", carriedOut: false }));
  await expect(before.ask("/lost", "words")).rejects.toThrow("fetch failed");
  expect(before.heard).toEqual([]);
  const behind = await echo(onlyFor("/lost", { kind: "reset", carriedOut: true }));
  await expect(behind.ask("/lost", "words")).rejects.toThrow("fetch failed");
  expect(behind.heard).toEqual(["POST /lost 5"]);
});

test("cuts an answer in the middle of its body, after the request was carried out", async () => {
  const { heard, ask } = await echo(onlyFor("/cut", { kind: "cut" }));
  await expect(ask("/cut", "some words")).rejects.toThrow("terminated");
  expect(heard).toEqual(["POST /cut 10"]);
  expect((await ask("/whole", "some words")).text).toBe("some words");
});

test("holds a request up, and neither loses nor mixes anything of it", async () => {
  const { ask } = await echo(() => ({ kind: "delay", ms: 20 }));
  const began = performance.now();
  expect((await ask("/late", long)).text).toBe(long);
  // There and back; timers may be a millisecond early.
  expect(performance.now() - began).toBeGreaterThan(38);
});

test("is away, and is back at the same place", async () => {
  const { ask, proxy } = await echo(() => ({ kind: "pass" }));
  await ask("/there", "words");
  await proxy.goAway();
  await expect(ask("/away", "words")).rejects.toThrow("fetch failed");
  await proxy.comeBack();
  expect((await ask("/back", "words")).text).toBe("words");
});

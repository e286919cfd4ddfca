import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as after } from "node:timers/promises";

/**
 * What the proxy makes of a request: pass it on, at once, after so many milliseconds or after something else; say that it was done and hold it
 * back; or answer instead of the homeserver.
 */
export type Fault =
  | "pass"
  | "hold"
  | { delay: number }
  | { passAfter: Promise<unknown> }
  | { status: number; body: string };

/** A request that the homeserver has answered; `path` with its query. */
export type Passed = { method: string; path: string; body: string; status: number; answer: string };

export type FailingProxy = {
  readonly url: string;
  /** Is told of each request when the homeserver has answered it, and before whoever asked hears of that. */
  watch(seen: (passed: Passed) => void): void;
  /** Decides for each request; everything passes until it is set. */
  decide(fault: (method: string, path: string, body: string) => Fault): void;
  /** Passes on what was held back. */
  release(): Promise<void>;
  stop(): Promise<void>;
};

/** A proxy on loopback before a homeserver, for faults that a homeserver does not have on demand. */
export async function startFailingProxy(homeserver: string): Promise<FailingProxy> {
  let decide: (method: string, path: string, body: string) => Fault = () => "pass";
  let seen: (passed: Passed) => void = () => undefined;
  const held: (() => Promise<unknown>)[] = [];
  const pass = async (request: IncomingMessage, response: ServerResponse) => {
    const { method = "", url: path = "" } = request;
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const fault = decide(method, path, Buffer.concat(chunks).toString());
    if (typeof fault === "object" && "delay" in fault) await after(fault.delay);
    if (typeof fault === "object" && "passAfter" in fault) await fault.passAfter;
    if (typeof fault === "object" && "status" in fault) {
      response.writeHead(fault.status, { "content-type": "application/json" }).end(fault.body);
      return;
    }
    const headers = Object.fromEntries(
      Object.entries(request.headers).filter(([name]) => name === "authorization" || name === "content-type"),
    ) as Record<string, string>;
    const body = chunks.length > 0 ? Buffer.concat(chunks) : null;
    const passOn = () => fetch(homeserver + path, { method, headers, body });
    if (fault === "hold") {
      held.push(passOn);
      response.writeHead(200, { "content-type": "application/json" }).end("{}");
      return;
    }
    const passed = await passOn().catch(() => undefined);
    if (!passed) return void response.destroy();
    const answer = Buffer.from(await passed.arrayBuffer());
    seen({ method, path, body: String(body ?? ""), status: passed.status, answer: answer.toString() });
    response.writeHead(passed.status, { "content-type": "application/json" }).end(answer);
  };
  const server = createServer((request, response) => void pass(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    decide(fault) {
      decide = fault;
    },
    watch(by) {
      seen = by;
    },
    async release() {
      for (const passOn of held.splice(0)) await passOn();
    },
    stop() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

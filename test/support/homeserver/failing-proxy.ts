import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What the proxy makes of a request: pass it on, answer instead of the homeserver, or let it act and lose the answer. */
export type Fault = "pass" | "lose-answer" | { status: number; body: string };

export type FailingProxy = {
  readonly url: string;
  /** Decides for each request; everything passes until it is set. */
  decide(fault: (method: string, path: string) => Fault): void;
  stop(): Promise<void>;
};

/** A proxy on loopback before a homeserver, for faults that a homeserver does not have on demand. */
export async function startFailingProxy(homeserver: string): Promise<FailingProxy> {
  let decide: (method: string, path: string) => Fault = () => "pass";
  const pass = async (request: IncomingMessage, response: ServerResponse) => {
    const fault = decide(request.method ?? "", request.url ?? "");
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    if (typeof fault === "object") {
      response.writeHead(fault.status, { "content-type": "application/json" }).end(fault.body);
      return;
    }
    const headers = Object.fromEntries(
      Object.entries(request.headers).filter(([name]) => name === "authorization" || name === "content-type"),
    ) as Record<string, string>;
    const body = chunks.length > 0 ? Buffer.concat(chunks) : null;
    const passed = await fetch(homeserver + request.url, { method: request.method ?? "GET", headers, body }).catch(
      () => undefined,
    );
    if (fault === "lose-answer" || !passed) {
      response.destroy();
      return;
    }
    const answer = Buffer.from(await passed.arrayBuffer());
    response.writeHead(passed.status, { "content-type": "application/json" }).end(answer);
  };
  const server = createServer((request, response) => void pass(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    decide(fault) {
      decide = fault;
    },
    stop() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { costOf } from "../measure.ts";
import { createCeiling } from "./ceiling.ts";
import { createOpenPgpPeer } from "./openpgp-peer.ts";
import { serveParent } from "./serve-parent.ts";

// A server to which an update, or a question, comes as an HTTP request: what whereat is compared with.

/** `json` parses and forgets; `ceiling` is the least that whereat's promises cost in Node; `openpgp` is what a first version would be. */
export type PeerKind = "json" | "ceiling" | "openpgp";

export type Peer = {
  /** Takes in an update of Telegram's; resolves when it is durable. */
  update?: (body: string) => Promise<void>;
  /** Answers with the positions of the first people of a group. */
  group?: (size: number) => Promise<string>;
  /** Takes a request whole, in place of the two. */
  handler?: RequestListener;
};

const [kind = "json", folder = "."] = process.argv.slice(2);

async function open(): Promise<Peer> {
  if (kind === "ceiling") return createCeiling(join(folder, "ceiling.db"));
  if (kind === "openpgp") return createOpenPgpPeer(join(folder, "openpgp.db"));
  return { update: async (body) => void JSON.parse(body), group: async () => "{}" };
}

const peer = await open();
const server = createServer({ keepAliveTimeout: 0 }, (request, response) => {
  if (request.method === "POST" && peer.handler) return peer.handler(request, response);
  let body = "";
  request.setEncoding("utf8").on("data", (text: string) => {
    body += text;
  });
  request.on("end", () => {
    const isUpdate = request.method === "POST";
    const size = Number(request.url?.slice(1));
    const done = isUpdate ? peer.update?.(body) : peer.group?.(size);
    void done?.then((answer) => {
      const text = answer ?? "";
      response.writeHead(200, { "content-length": Buffer.byteLength(text) });
      response.end(text);
    });
  });
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));

let stop = Promise.withResolvers<number>();
let running: ReturnType<typeof costOf> | undefined;
const offers = {
  port: async () => (server.address() as AddressInfo).port,
  begin: async () => {
    stop = Promise.withResolvers<number>();
    running = costOf(() => stop.promise);
  },
  end: async (operations: number) => {
    stop.resolve(operations);
    if (running === undefined) throw new Error("nothing was begun");
    return running;
  },
};
export type HttpPeerOffers = typeof offers;
serveParent(offers);

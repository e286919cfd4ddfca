import { createConnection, createServer, type Server, type Socket } from "node:net";
import { setTimeout as after } from "node:timers/promises";

/** What becomes of one request. */
export type Fate =
  | { readonly kind: "pass" }
  /** it arrives later, and so does its answer */
  | { readonly kind: "delay"; readonly ms: number }
  /** the connection is reset: before the request arrives, or when it is answered */
  | { readonly kind: "reset"; readonly carriedOut: boolean }
  /** the connection ends amid the answer */
  | { readonly kind: "cut" }
  /** the proxy answers in the place of the server, which hears nothing */
  | { readonly kind: "answer"; readonly status: number; readonly type: string; readonly body: string };

export type FaultProxy = {
  readonly url: string;
  /** Decides for each request; all pass until it is set. @param decide is given the request's first line */
  decide: (decide: (line: string) => Fate) => void;
  /** Nobody listens any more, and all connections are reset. */
  goAway: () => Promise<void>;
  comeBack: () => Promise<void>;
  /** how many requests met with something else than "pass" */
  spoilt: () => number;
  close: () => Promise<void>;
};

const headEnd = "\r\n\r\n";
const pass: Fate = { kind: "pass" };

/**
 * A proxy on loopback before a server that speaks HTTP/1.1, for faults of networks. It copies bytes, and reads of them only where requests and
 * answers begin and end: one request at a time on a connection, as Node's clients make them.
 * @param target where the server listens, on 127.0.0.1
 */
export async function startFaultProxy(target: URL): Promise<FaultProxy> {
  let decide: (line: string) => Fate = () => pass;
  let spoilt = 0;
  const open = new Set<Socket>();
  const hold = (socket: Socket) => {
    open.add(socket.setNoDelay(true));
    socket.once("close", () => open.delete(socket)).on("error", () => socket.destroy());
    return socket;
  };

  function serve(client: Socket): void {
    hold(client);
    const server = hold(createConnection({ host: "127.0.0.1", port: Number(target.port) }));
    const end = () => {
      client.destroy();
      server.destroy();
    };
    client.once("close", end);
    server.once("close", end);
    let fate: Fate = pass;
    let there = Promise.resolve();
    let back = Promise.resolve();
    const request = createMessages();

    /** In the order in which it came, however long each part is held up. */
    const later = (queue: Promise<void>, ms: number, send: () => void) =>
      queue.then(async () => {
        if (ms > 0) await after(ms);
        send();
      });

    client.on("data", (chunk) => {
      const line = request.begins(chunk);
      if (line !== undefined) {
        fate = decide(line);
        if (fate.kind !== "pass") spoilt += 1;
      }
      const isOver = request.takes(chunk);
      if (fate.kind === "reset" && !fate.carriedOut) return void client.resetAndDestroy();
      if (fate.kind === "answer") {
        // An answer before the end of the request would be cut off where the client still writes.
        if (isOver) client.end(answerOf(fate));
        return;
      }
      there = later(there, fate.kind === "delay" ? fate.ms : 0, () => void server.write(chunk));
    });
    server.on("data", (chunk) => {
      if (fate.kind === "reset") return void client.resetAndDestroy();
      if (fate.kind === "cut") return void client.write(half(chunk), end);
      back = later(back, fate.kind === "delay" ? fate.ms : 0, () => void client.write(chunk));
    });
  }

  const listen = async (port: number): Promise<Server> => {
    const server = createServer(serve);
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(port, "127.0.0.1", resolve);
    });
    return server;
  };
  let server: Server | undefined = await listen(0);
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The proxy has no port.");
  const { port } = address;
  const goAway = async () => {
    const closing = server;
    server = undefined;
    if (closing === undefined) return;
    const closed = new Promise((resolve) => closing.close(resolve));
    for (const socket of open) socket.resetAndDestroy();
    await closed;
  };

  return {
    url: `http://127.0.0.1:${port}`,
    decide(given) {
      decide = given;
    },
    goAway,
    async comeBack() {
      server ??= await listen(port);
    },
    spoilt: () => spoilt,
    close: goAway,
  };
}

/** Follows the requests of one connection. */
function createMessages() {
  let head = "";
  let left = 0;
  let isInHead = true;

  return {
    /** The first line of the request that begins with this chunk; undefined amid one. */
    begins: (chunk: Buffer): string | undefined =>
      isInHead && head === "" ? chunk.toString("latin1").split("\r\n", 1)[0] : undefined,
    /** @returns whether the request is complete with this chunk */
    takes(chunk: Buffer): boolean {
      if (isInHead) {
        head += chunk.toString("latin1");
        const end = head.indexOf(headEnd);
        if (end < 0) return false;
        isInHead = false;
        const length = /^content-length: *(\d+)/im.exec(head.slice(0, end))?.[1];
        // Of a body in chunks nobody says how long it is: its last one is empty (RFC 9112, 7.1).
        const isChunked = /^transfer-encoding: *chunked/im.test(head.slice(0, end));
        left = isChunked ? Number.POSITIVE_INFINITY : Number(length ?? 0) - (head.length - end - headEnd.length);
      } else left -= chunk.length;
      if (left > 0 && !(left === Number.POSITIVE_INFINITY && chunk.toString("latin1").endsWith(`0${headEnd}`)))
        return false;
      [head, left, isInHead] = ["", 0, true];
      return true;
    },
  };
}

/** An answer's head whole, and half of what is there of its body. */
function half(chunk: Buffer): Buffer {
  const end = chunk.indexOf(headEnd);
  const begin = end < 0 ? 0 : end + headEnd.length;
  return chunk.subarray(0, begin + Math.floor((chunk.length - begin) / 2));
}

function answerOf({ status, type, body }: Extract<Fate, { kind: "answer" }>): string {
  const date = new Date().toUTCString();
  const length = Buffer.byteLength(body);
  const head = [`content-type: ${type}`, `content-length: ${length}`, `date: ${date}`, "connection: close"];
  return [`HTTP/1.1 ${status} ${status}`, ...head].join("\r\n") + headEnd + body;
}

/** As Telegram and as Matrix say it, each in fields of its own. @param seconds for which they ask to wait */
export function tooMany(seconds: number): Fate {
  const telegram = { ok: false, error_code: 429, description: `Too Many Requests: retry after ${seconds}` };
  const matrix = { errcode: "M_LIMIT_EXCEEDED", error: "Too many requests", retry_after_ms: seconds * 1000 };
  const body = JSON.stringify({ ...telegram, parameters: { retry_after: seconds }, ...matrix });
  return { kind: "answer", status: 429, type: "application/json", body };
}

export const badGateway: Fate = {
  kind: "answer",
  status: 502,
  type: "text/html",
  body: "<html><body><center><h1>502 Bad Gateway</h1></center><hr><center>nginx</center></body></html>",
};

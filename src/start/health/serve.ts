import { createServer, type Server as HttpServer } from "node:http";
import { connect, createServer as createSocket, type Server } from "node:net";
import { preparePrivateSocket } from "../../lib/process/private-file.ts";
import { second } from "../../lib/time.ts";

/** Where something is told: a socket in a file that only this user can reach, or a port of this machine alone. */
export type Place = { readonly path: string } | { readonly host: string; readonly port: number };

const maxConnections = 16;
const patience = 5 * second;

/**
 * Tells a text to whoever connects, and hangs up.
 * @returns ends it
 * @throws (rejects) Error when it cannot listen there
 */
export async function serveText(path: string, text: () => string): Promise<() => Promise<void>> {
  const server = createSocket((socket) => {
    socket.on("error", () => socket.destroy()).setTimeout(patience, () => socket.destroy());
    socket.end(text());
  });
  return listen(server, { path });
}

/** The same, as the page `/metrics` in HTTP. */
export async function servePage(place: Place, text: () => string): Promise<() => Promise<void>> {
  const server = createServer({ requestTimeout: patience, headersTimeout: patience, maxHeaderSize: 8192 });
  server.keepAliveTimeout = patience;
  server.on("request", ({ method, url }, response) => {
    if (url !== "/metrics" || (method !== "GET" && method !== "HEAD")) return response.writeHead(404).end();
    response.writeHead(200, { "content-type": "text/plain; version=0.0.4; charset=utf-8" });
    return response.end(method === "HEAD" ? undefined : text());
  });
  return listen(server, place);
}

/** Listens there, and nowhere that others reach. @returns ends it @throws (rejects) Error when it cannot listen there */
export async function listen(server: Server | HttpServer, place: Place): Promise<() => Promise<void>> {
  server.maxConnections = maxConnections;
  const problem = "path" in place ? await preparePrivateSocket(place.path, isAnswered) : undefined;
  if (problem !== undefined) throw new Error(problem);
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once("error", reject).listen(place, resolve);
  await promise;
  // What goes wrong later, as having no more handles, must not end the program.
  server.on("error", () => undefined).unref();
  return () =>
    new Promise((closed) => {
      server.close(() => closed());
      if ("closeAllConnections" in server) server.closeAllConnections();
    });
}

function isAnswered(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
    socket.once("close", () => socket.destroy()).setTimeout(patience, () => socket.destroy());
  });
}

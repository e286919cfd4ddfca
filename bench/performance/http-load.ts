import { connect, type Socket } from "node:net";

/** Connections on which a server is asked again and again; each has one request under way at most. */
export type Load = {
  /** Sends so many requests. @param next the text of one, head and body; resolves when all are answered with 200 */
  send: (count: number, next: (index: number) => string) => Promise<void>;
  close: () => void;
};

export const post = (body: string): string =>
  `POST / HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;

export const get = (path: string): string => `GET ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n`;

/** node:http as a client costs more than most servers here, so this speaks on bare sockets. */
export async function openLoad(port: number, connections: number): Promise<Load> {
  const sockets = await Promise.all(Array.from({ length: connections }, () => opened(port)));
  return {
    async send(count, next) {
      let sent = 0;
      const work = async (socket: Socket) => {
        while (sent < count) {
          const index = sent++;
          await exchange(socket, next(index));
        }
      };
      await Promise.all(sockets.map(work));
    },
    close: () => sockets.forEach((socket) => socket.destroy()),
  };
}

const opened = (port: number) =>
  new Promise<Socket>((resolve, reject) => {
    const socket = connect({ port, host: "127.0.0.1", noDelay: true }, () => resolve(socket));
    socket.once("error", reject).setEncoding("latin1");
  });

function exchange(socket: Socket, request: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = "";
    const look = (text: string) => {
      said += text;
      if (!isWhole(said)) return;
      socket.off("data", look);
      if (said.startsWith("HTTP/1.1 200")) resolve();
      else reject(new Error(`the server said ${said.slice(0, 40)}`));
    };
    socket.on("data", look);
    socket.write(request);
  });
}

/** RFC 9112, section 6: the length is stated, or the body comes in chunks and the last is empty. */
function isWhole(said: string): boolean {
  const head = said.indexOf("\r\n\r\n");
  if (head < 0) return false;
  const length = /^content-length: (\d+)/im.exec(said.slice(0, head))?.[1];
  return length === undefined ? said.endsWith("0\r\n\r\n") : said.length >= head + 4 + Number(length);
}

import { createServer, type Socket } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { StoreAway, StoreError } from "../../../../src/core/model/errors.ts";
import { openStore } from "../../../../src/core/storage/stores/open-store.ts";
import { createLog } from "../../../../src/lib/log.ts";

/** A server on loopback that answers as it is told to. @returns its port */
async function serve(answer: (socket: Socket, said: string) => void): Promise<number> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined).on("data", (said) => answer(socket, said.toString()));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

/** Redis, to the point of reading a row. @param get what it answers to each GET */
const serveRedis = (get: () => string) =>
  serve((socket, said) => {
    for (const command of said.split(/(?=\*\d+\r\n)/)) {
      if (command.includes("HELLO")) socket.write("%1\r\n$5\r\nproto\r\n:3\r\n");
      else if (command.includes("GET")) socket.write(get());
      else socket.write("+OK\r\n");
    }
  });

/** PostgreSQL that lets nobody in. @param code of each refusal */
const servePostgres = (code: () => string) =>
  serve((socket) => {
    const fields = Buffer.from(`SFATAL\0C${code()}\0Msomething\0\0`);
    const head = Buffer.from("E____");
    head.writeInt32BE(fields.length + 4, 1);
    socket.end(Buffer.concat([head, fields]));
  });

/** Waits for nothing, but notes for how long it was asked to. */
function patient() {
  const waits: number[] = [];
  const lines: string[] = [];
  const wait = async (milliseconds: number) => void waits.push(milliseconds);
  return { wait, log: createLog("debug", (line) => lines.push(line)), waits, lines };
}

const notThere =
  "warn: the store's server is not there, and is asked again each second: look at its address and whether it runs";

test("a server that still loads its rows is asked again each second, and the operator is told once", async () => {
  const replies = ["-LOADING Valkey is loading the dataset in memory\r\n", "-LOADING still\r\n", "_\r\n"];
  const port = await serveRedis(() => replies.shift() ?? "$4\r\ntext\r\n");
  const patience = patient();
  const store = await openStore(`valkey://127.0.0.1:${port}`, patience);
  expect(patience.waits).toEqual([1000, 1000]);
  expect(patience.lines).toEqual([`${notThere} (SimpleError)`, "the store's server is there"]);
  expect(await store.get("a")).toBe("text");
  await store.close();
});

test("a database that still starts is asked again, until it refuses for good", async () => {
  // Each time it is opened it connects twice.
  const codes = ["57P03", "57P03", "53300", "53300"];
  const port = await servePostgres(() => codes.shift() ?? "28P01");
  const patience = patient();
  await expect(openStore(`postgres://ana@127.0.0.1:${port}/there`, patience)).rejects.toThrow(/the password/);
  expect(patience.waits).toEqual([1000, 1000]);
  expect(patience.lines).toEqual([`${notThere} (DatabaseError)`]);
});

test("a server that is not there is an error of its own to whoever has no patience", async () => {
  for (const kind of ["redis", "postgres"])
    await expect(openStore(`${kind}://127.0.0.1:1`)).rejects.toBeInstanceOf(StoreAway);
});

test("a server that refuses a password is not asked again", async () => {
  const patience = patient();
  const redis = await serveRedis(() => "-NOAUTH Authentication required.\r\n");
  const postgres = await servePostgres(() => "28000");
  for (const url of [`redis://127.0.0.1:${redis}`, `postgres://ana@127.0.0.1:${postgres}/there`]) {
    const error = await openStore(url, patience).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(StoreError);
    expect(error).not.toBeInstanceOf(StoreAway);
  }
  expect([patience.waits, patience.lines]).toEqual([[], []]);
});

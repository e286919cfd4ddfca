import { appendFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { MatrixRequestError } from "../../../src/bots/matrix/request-error.ts";
import { type Reading, RetrySync, type SyncHandlers } from "../../../src/bots/matrix/sync/handlers.ts";
import { connectFrom, keepInFolder } from "./whereat-account.ts";

// A program that answers "ping N" with "pong N", built on the connection as the product is, to be killed at any moment:
//   node echo-bot.ts FOLDER HOMESERVER USER PASSWORD
const [folder = "", homeserver = "", user = "", password = ""] = process.argv.slice(2);

const note = (what: string, details: object = {}) =>
  appendFileSync(`${folder}.log`, `${JSON.stringify({ what, pid: process.pid, ...details })}\n`);
process.on("unhandledRejection", () => {
  note("unhandled rejection");
  process.exit(4);
});

const answered = new DatabaseSync(`${folder}/answered.db`);
answered.exec(
  "pragma journal_mode = wal; pragma synchronous = full; create table if not exists done (event text primary key)",
);
const isDone = answered.prepare("select 1 from done where event = ?");
const setDone = answered.prepare("insert or ignore into done values (?)");

const disk = {
  folder,
  keep: keepInFolder(folder),
  keyStore: `${folder}/matrix-keys.db`,
  remove: async () => undefined,
};
const connection = await connectFrom(disk, homeserver, { user, password, deviceName: "echo" });
note("connected", { account: connection.account });

async function onEvent(roomId: string, event: unknown, reading: Reading): Promise<void> {
  const { event_id: id, sender, content } = Object(event);
  if (sender === connection.userId) return;
  if (reading === "unreadable") return note("unreadable", { id });
  const body: unknown = content?.body;
  if (typeof body !== "string" || !body.startsWith("ping ")) return;
  const key = keyOf(id);
  if (isDone.get(key)) return note("repeated");
  note("handled", { n: body.slice(5) });
  await connection
    .send(roomId, "m.room.message", { msgtype: "m.notice", body: `pong ${body.slice(5)}` }, `r.${key}`)
    .catch((error: unknown) => {
      note("not sent", { code: error instanceof MatrixRequestError ? error.code : "other" });
      throw new RetrySync();
    });
  setDone.run(key);
}

/** Event ids are not kept in clear on this disk either. */
function keyOf(eventId: string): string {
  return Buffer.from(eventId).toString("base64url").slice(2, 30);
}

const nothing = async () => undefined;
const handlers: SyncHandlers = {
  onEvent,
  onState: nothing,
  onInvite: (roomId) => connection.join(roomId),
  onJoin: nothing,
  onLeave: nothing,
  onGap: async () => note("gap"),
  onSynced: nothing,
};
process.once("SIGTERM", () => void connection.stop());
const end = await connection.receive(handlers);
note("ended", { kind: end.kind });

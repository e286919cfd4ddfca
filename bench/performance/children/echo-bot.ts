import {
  ClientEvent,
  createClient,
  KnownMembership,
  type MatrixEvent,
  MatrixEventEvent,
  RoomMemberEvent,
} from "matrix-js-sdk";
import { logger as sharedLogger } from "matrix-js-sdk/lib/logger.js";
import { serveParent } from "./serve-parent.ts";

// What one first writes for an encrypted room with matrix-js-sdk: it keeps nothing, and repeats what is said to it.

const [url = "", account = ""] = process.argv.slice(2);
const silent = () => undefined;
const logger = { trace: silent, debug: silent, info: silent, warn: silent, error: silent, getChild: () => logger };
Object.assign(sharedLogger, logger); // parts of the library do not use the client's own
console.debug = silent;
console.log = silent;

/** As long as an answer of whereat's with one person in it. */
const words = "x".repeat(300);
const mark = "!echo";

const offers = {
  /** Logs in, and joins each room that it is invited to. */
  async open(): Promise<void> {
    const client = createClient({ baseUrl: url, ...JSON.parse(account), logger });
    await client.initRustCrypto({ useIndexedDB: false });
    client.on(RoomMemberEvent.Membership, (_event, member) => {
      if (member.userId !== client.getUserId() || member.membership !== KnownMembership.Invite) return;
      client.joinRoom(member.roomId).catch(silent);
    });
    client.on(MatrixEventEvent.Decrypted, (event: MatrixEvent) => {
      const room = event.getRoomId();
      if (room === undefined || event.getSender() === client.getUserId()) return;
      if (!String(event.getContent()["body"]).startsWith(mark)) return;
      client.sendNotice(room, words).catch(silent);
    });
    const ready = new Promise<void>((resolve) => {
      client.on(ClientEvent.Sync, (state) => (state === "PREPARED" ? resolve() : undefined));
    });
    await client.startClient({ initialSyncLimit: 1 });
    await ready;
  },
  /** What this process has cost so far. */
  cpu: async (): Promise<number> => {
    const { user, system } = process.cpuUsage();
    return user + system;
  },
};

export type EchoOffers = typeof offers;
serveParent(offers);

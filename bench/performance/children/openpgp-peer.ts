import { DatabaseSync } from "node:sqlite";
import { Bot, webhookCallback } from "grammy";
import { Keyv } from "keyv";
import { createMessage, decrypt, encrypt, generateKey, readMessage } from "openpgp";
import type { Peer } from "./http-peer.ts";

/**
 * What one writes first with the same libraries: grammY's webhook, openpgp.js to a public key, and keyv over SQLite, a commit each.
 * Its store is as durable as whereat's.
 */
export async function createOpenPgpPeer(path: string): Promise<Peer> {
  const db = new DatabaseSync(path);
  db.exec(
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE rows (id TEXT PRIMARY KEY, text TEXT) STRICT",
  );
  const [get, set] = [
    db.prepare("SELECT text FROM rows WHERE id = ?"),
    db.prepare("INSERT INTO rows (id, text) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET text = excluded.text"),
  ];
  const keyv = new Keyv<string>({
    store: {
      capabilities: { expires: true },
      get: async (id: string) => get.get(id)?.["text"] as string | undefined,
      set: async (id: string, text: string) => set.run(id, text).changes === 1,
    } as unknown as Map<string, string>,
  });
  const { privateKey, publicKey } = await generateKey({ userIDs: [{ name: "whereat" }], format: "object" });
  const people: string[] = [];
  const bot = new Bot("123456:FAKE-TOKEN", {
    botInfo: { id: 123456, is_bot: true, first_name: "whereat", username: "whereat_bot" } as never,
  });
  bot.on("edited_message:location", async ({ editedMessage: { from, location, edit_date: at, message_id: share } }) => {
    const { latitude, longitude, horizontal_accuracy: accuracy } = location;
    const text = JSON.stringify({ latitude, longitude, accuracy, at, share });
    const sealed = await encrypt({ message: await createMessage({ text }), encryptionKeys: publicKey });
    const id = String(from?.id);
    if (!(await keyv.set(id, String(sealed)))) throw new Error("a position was not kept");
    if (!people.includes(id)) people.push(id);
  });

  return {
    handler: webhookCallback(bot, "http") as NonNullable<Peer["handler"]>,
    async group(size) {
      const rows = await Promise.all(people.slice(0, size).map((id) => keyv.get(id)));
      const opened = await Promise.all(
        rows.map(async (armored) => {
          const message = await readMessage({ armoredMessage: armored ?? "" });
          return JSON.parse(String((await decrypt({ message, decryptionKeys: privateKey })).data));
        }),
      );
      const lines = opened.map(
        ({ latitude, longitude, at }) => `${latitude.toFixed(5)}, ${longitude.toFixed(5)} ${at}`,
      );
      return lines.join("\n");
    },
  };
}

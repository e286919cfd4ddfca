import type { Faults } from "./fault.ts";

const ring = "src/core/storage/keys/key-ring.ts";
const memberKeys = "src/core/storage/keys/member-keys.ts";
const nextKeys = "src/core/storage/keys/next-keys.ts";
const ringKeys = "src/core/storage/keys/ring-keys.ts";
const seal = "src/core/storage/seal/pgp-seal.ts";
const message = "src/core/storage/seal/sealed-message.ts";
const sealedRing = "src/core/storage/ring-file/sealed-ring.ts";
const records = "src/core/storage/records/sealed-records.ts";
const shares = "src/core/sharing/shares.ts";
const ringFile = "src/core/storage/ring-file/ring-file.ts";
const privateFile = "src/lib/process/private-file.ts";
const deletesPosition = "if (!kept.position) await records.delete(recordKeys.position(circle, person));";
const destroysMember = "await seal.destroyMember(circle, person);";
// biome-ignore lint/suspicious/noTemplateCurlyInString: it is code
const contextInKey = '`whereat/1 row ${id} ${edge ?? "-"}`';
const payload = "src/core/storage/seal/payload.ts";
const encrypts = "Buffer.concat([cipher.update(chunk), cipher.final(), cipher.getAuthTag()])";
const decrypts = "Buffer.concat([cipher.update(chunk.subarray(0, -tagLength)), cipher.final()])";

/** What is on the disk, and what copies of it are worth. */
export const keeping: Faults = {
  "Only the latest position is kept: older ones are overwritten, and open in no copy of the store after a quarter of an hour.":
    [
      [
        "a new key each quarter of an hour",
        [memberKeys, " || newest.createdIn < number", ""],
        [nextKeys, "newest?.createdIn !== number - 1", "number > 0"],
      ],
      [
        "older keys are destroyed",
        [ring, "if (generation !== undefined) members.discardOlder(", "if (false) members.discardOlder("],
      ],
    ],
  "A position that has expired is never shown, is gone from the store within a minute, and opens in no copy of the store after a quarter of an hour.":
    [
      ["its expiry", ["src/core/sharing/share-plan.ts", "instant(Math.min(later(at, keep), until))", "until"]],
      ["the sweep", [shares, deletesPosition, ""], [records, "await deleteExpired(now);", ""]],
      ["bucket destruction", [ringKeys, "ring.clearedTo = edge;", "ring.clearedTo = edge; if (edge > 0) return;"]],
    ],
  "After /stop, after leaving or being removed, and after /forget, no copy of that person's position opens.": [
    ["the member's key is destroyed", [shares, destroysMember, ""]],
    [
      "/stop",
      [
        "src/core/commands/stop.ts",
        "for (const circle of here ?? []) await shares.end(circle, account);\n      if (!here) await sharing.endAll(account);",
        "",
      ],
    ],
    [
      "leaving",
      [
        "src/core/sharing/ending/room-changes.ts",
        "await shares.end(circle, person);\n      await circles.part",
        "await circles.part",
      ],
    ],
    ["being removed", ["src/bots/telegram/receive/read-membership.ts", '    case "kicked":\n', ""]],
    ["/forget", ["src/core/commands/stop.ts", "await sharing.endAll(account);\n      if (account", "if (account"]],
  ],
  "After /wipe, and when the bot is removed, no copy of anything that was shared with that room opens.": [
    [
      "the circle's key is destroyed",
      ["src/core/sharing/ending/room-changes.ts", "await seal.destroyCircle(circle);", ""],
    ],
    [
      "/wipe",
      ["src/core/commands/wipe.ts", "await rooms.wipe(from.circle, incoming.sentAt)", "[from.person].slice(1)"],
    ],
    ["the bot is removed", ["src/core/messaging/handle.ts", "() => rooms.leave(room)", "async () => []"]],
  ],
  "A copy of the store holds no position, no name, no id and no exact time in clear, and all positions in it have one size.":
    [
      [
        "encryption",
        [message, encrypts, "Buffer.concat([chunk, Buffer.alloc(tagLength)])"],
        [message, decrypts, "Buffer.from(chunk.subarray(0, -tagLength))"],
      ],
      ["row ids that tell nothing", [seal, "rowId: (key) => idOf(key).name", "rowId: (key) => partsOf(key).join()"]],
      [
        "expiry rounded up",
        [ringKeys, "instant(Math.ceil(time / quarter) * quarter)", "time"],
        [ringKeys, "Number.isSafeInteger(time) && time % quarter === 0", "Number.isSafeInteger(time)"],
      ],
      ["padding", [payload, "const sizeStep = 512;", "const sizeStep = 1;"]],
    ],
  "What was deleted is in no file of the SQLite store any more.": [
    [
      "secure_delete",
      ["src/core/storage/stores/sqlite-file.ts", "PRAGMA secure_delete=ON", "PRAGMA secure_delete=OFF"],
    ],
    [
      "WAL truncation",
      ["src/core/storage/stores/sqlite-adapter.ts", "if (checkpoint.get()?.busy !== 0) throw new LogInUse();", ""],
    ],
    ["a sweep after a start", [records, "let dirty = true;", "let dirty = false;"]],
  ],
  "With a passphrase, the key ring opens with that passphrase and with nothing else.": [
    [
      "that passphrase",
      [sealedRing, '{ kind: "wrap", key, passphrase, cost }', '{ kind: "wrap", key, passphrase: "any", cost }'],
      [
        sealedRing,
        '{ kind: "unwrap", packet: wrapped, passphrase }',
        '{ kind: "unwrap", packet: wrapped, passphrase: "any" }',
      ],
    ],
    [
      "sealing",
      [
        "src/core/storage/ring-file/kept-ring.ts",
        'tier.kind === "file" ? plainSealer : await',
        "tier ? plainSealer : await",
      ],
    ],
    [
      "encryption",
      [message, encrypts, "Buffer.concat([chunk, Buffer.alloc(tagLength)])"],
      [message, decrypts, "Buffer.from(chunk.subarray(0, -tagLength))"],
    ],
  ],
  "A row that was changed, cut, or put in the place of another is refused, and so is an older one while the program runs.":
    [
      ["the tag of each chunk", [message, decrypts, "cipher.update(chunk.subarray(0, -tagLength))"]],
      [
        "the last chunk, which tells how long all were",
        [message, "chunks.decrypt(body.subarray(-tagLength), literal.length);", ""],
      ],
      ["the row's id in HKDF", [seal, contextInKey, '""']],
      ["the record's id in the row", [seal, "payload.id.equals(id.bytes) && ", ""], [seal, contextInKey, '""']],
      ["the newest row known", [seal, "|| payload.sequence < (newest.get(id.name)?.sequence ?? 0)", ""]],
    ],
  "The data folder and the files in it can be used by nobody but the user that runs whereat, or it does not start.": [
    ["its folder", [privateFile, "if ((folder.mode & forOthers) !== 0)", "if (false)"]],
    ["the files", [privateFile, "if ((file.mode & forOthers) !== 0)", "if (false)"]],
    ["a new folder", [privateFile, "{ recursive: true, mode: 0o700 }", "{ recursive: true, mode: 0o755 }"]],
    [
      "a new store",
      [privateFile, 'open(path, "wx", 0o600)', 'open(path, "wx", 0o644)'],
      [privateFile, "await chmod(path, 0o600);", ""],
    ],
    ["a new ring", [ringFile, '"wx+", 0o600', '"wx+", 0o644'], [ringFile, "await next.chmod(0o600);", ""]],
  ],
};

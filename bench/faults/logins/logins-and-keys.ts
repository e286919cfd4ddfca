import type { Faults } from "../fault.ts";

const run = "src/start/run-network.ts";
const renewal = "src/bots/matrix/login/renew-login.ts";
const people = "src/bots/matrix/crypto/forgetting/forget-people.ts";
const crypto = "src/bots/matrix/crypto/crypto-client.ts";
const crossSigning = "src/bots/matrix/crypto/identity/cross-signing.ts";
const storage = "src/bots/matrix/crypto/identity/secret-storage.ts";
const files = "src/core/storage/keys/file-keys.ts";

/** What becomes of logins and keys, and what they tell. */
export const logins: Faults = {
  "A network that cannot go on leaves the other running, and is in the log again each quarter of an hour; with none left, whereat ends with an error.":
    [
      ["the other goes on", [run, "if (standing.down.size === standing.all.size) return", "if (standing.down) return"]],
      ["it is loud", [run, "trouble.met();", ""]],
      ["it is tried again", [run, "await wait(pauseOfFailedNetwork);", "await never;"]],
      ["with none left it ends", [run, "standing.down.add(name);", ""]],
    ],
  "With its password, whereat makes a Matrix login again that has ended; the same identity signs the new device.": [
    ["the same device after a soft logout", [renewal, 'cause.isSoft ? "same device" : "new device"', '"new device"']],
    [
      "heard of",
      ["src/bots/matrix/http/fetch-request.ts", 'isSoft: at(body, "soft_logout") === true', "isSoft: false"],
    ],
    ["a new device has a key store of its own", [renewal, "else removeKeyStore(keyStore);", ""]],
    ["the identity is kept", [crypto, "await keepIdentity(texts, keys);", ""]],
    [
      "before it has heard anything",
      [
        "src/bots/matrix/start-matrix.ts",
        "if (signal.aborted || !(await renewal.renew(cause)))",
        "if (connected || signal.aborted || !(await renewal.renew(cause)))",
      ],
    ],
    ["and taken again", [crossSigning, "if (kept && (await machine.importIdentity(kept))) return true;", ""]],
  ],
  "A key store of Matrix that was put back or replaced is never used, and the log says so; nothing goes on with keys that the homeserver knows better.":
    [
      ["the count", [crypto, "if (file.count < fileKeys.count) throw new OlderKeyStoreError();", ""]],
      ["it goes on at the end", [crypto, "closing.push(machine.close, countOn);", "closing.push(machine.close);"]],
      [
        "the ring notes it",
        [
          files,
          "file.count = count;\n      saver.changed([]);\n      await saver.settled();\n    },\n  };",
          "},\n  };",
        ],
      ],
      [
        "the older key is destroyed",
        [files, "for (const older of file.keys.splice(file.keys.indexOf(key) + 1)) older.fill(0);", ""],
      ],
      ["the homeserver's word", ["src/bots/matrix/http/fetch-request.ts", '? "ONE_TIME_KEY_EXISTS"', '? "M_UNKNOWN"']],
      ["and what follows from it", ["src/bots/matrix/sync/sync-loop.ts", "loop.crypto.broken.catch(fail);", ""]],
    ],
  "Room keys of Matrix that were forgotten open in no earlier copy of the key store.": [
    [
      "sealed anew",
      [
        crypto,
        "if (forgotten > 0) await sealAnew();\n      else await countOn();",
        "if (forgotten >= 0) await countOn();",
      ],
    ],
  ],
  "Of people with whom the bot shares no encrypted room of Matrix any more, and of devices that were logged out, the key store has neither devices nor sessions after two days.":
    [
      ["devices", [people, 'await remove("devices", unused("devices"))', "0"]],
      ["identities", [people, 'await remove("identities", unused("identities"))', "0"]],
      ["sessions", [people, 'await remove("session", old)', "0"]],
      ["who is tracked", [people, "await remove(trackedUsers, gone);", ""]],
      ["whom a room's key was given to", [people, "await remove(outboundSessions, rowsOf(outboundSessions));", ""]],
      ["soon after somebody left", [crypto, "if (changes.left.length > 0) people.someoneLeft();", ""]],
      [
        "in each copy",
        [crypto, "if (forgotten > 0) await sealAnew();\n        return forgotten;", "return forgotten;"],
      ],
    ],
  "The recovery key of the bot's Matrix account is given once, in a file that only its user can read; an identity is replaced only when the operator says so.":
    [
      ["once", [storage, "await texts.set(noteName, masterKey);", ""]],
      [
        "for its user alone",
        [
          "src/lib/process/private-file.ts",
          "    await file.chmod(0o600);\n    await file.writeFile",
          "    await file.chmod(0o644);\n    await file.writeFile",
        ],
      ],
      ["sealed under it", [storage, "(writeRecoveryKey(key))", "(writeRecoveryKey(randomBytes(32)))"]],
      ["not unasked", [crossSigning, "if (options.resetIdentity && !isOurs)", "if (!isOurs)"]],
    ],
  "The file of a key ring without a passphrase names nobody, and nothing of people stays when the bot has left their last room.":
    [
      [
        "names",
        [
          "src/core/storage/keys/member-names.ts",
          "const seal = (parts: readonly (string | null)[]): string => {",
          "const seal = (parts: readonly (string | null)[]): string => {\n    if (parts) return JSON.stringify(parts);",
        ],
      ],
      [
        "who shares not",
        [
          "src/core/rooms/acquaintances.ts",
          "for (const person of await people(circle)) await part(person, circle);",
          "void circle;",
        ],
      ],
      [
        "noted beforehand",
        ["src/core/rooms/circle-parts/seen-people.ts", "list.includes(person) ? list : [...list, person]", "list"],
      ],
    ],
  "No password and no token of Matrix is sent to an address that is no homeserver.": [
    [
      "asked first",
      [
        "src/bots/matrix/http/connect.ts",
        "const found = await findHomeserver(homeserver, at);",
        "const found = at ? homeserver : await findHomeserver(homeserver, at);",
      ],
    ],
    [
      "where a domain sends on to",
      ["src/bots/matrix/login/find-homeserver.ts", "sentOn && hops > 0", "sentOn && hops < 0"],
    ],
  ],
};

import type { Faults } from "../fault.ts";

const tokens = "src/bots/matrix/login/by-code/grant-tokens.ts";
const grant = "src/bots/matrix/login/by-code/device-grant.ts";
const client = "src/bots/matrix/login/by-code/oauth-client.ts";
const byTokens = "src/bots/matrix/login/tokens.ts";
const verification = "src/bots/matrix/crypto/identity/verification.ts";
const logOut = "src/bots/matrix/login/log-out.ts";
const message = "src/core/storage/seal/sealed-message.ts";

/** What becomes of the logins of Matrix, and who may call their devices the bot's. */
export const matrixLogins: Faults = {
  "A Matrix login is kept sealed, and no new token of a login by a link and a code is used before it is durable: no failure of the store ends that login.":
    [
      [
        "sealed",
        [
          message,
          "Buffer.concat([cipher.update(chunk), cipher.final(), cipher.getAuthTag()])",
          "Buffer.concat([chunk, Buffer.alloc(tagLength)])",
        ],
        [
          message,
          "Buffer.concat([cipher.update(chunk.subarray(0, -tagLength)), cipher.final()])",
          "Buffer.from(chunk.subarray(0, -tagLength))",
        ],
      ],
      ["durable first", [tokens, "await writeGrant(keep, next).catch", "void writeGrant(keep, next).catch"]],
      ["what is not stored yet is kept in mind", [tokens, "if (unwritten === undefined) {", "if (keep) {"]],
    ],
  "A token of a Matrix login by a link and a code is renewed before it ends, and when the homeserver refuses it; only when its refresh token is refused, too, one line asks for another login, with no secret in it.":
    [
      ["before it ends", [tokens, "if (!isDue() || isPaused)", "if (!hasEnded() || isPaused)"]],
      ["when it is refused", [byTokens, 'error.code !== "M_UNKNOWN_TOKEN") throw error;', "error) throw error;"]],
      ["what the server says of it is heard", [client, '"INVALID_GRANT", ', ""]],
      ["the line asks", [grant, "log.warn(askToConfirm(asked, pace.now()));", "askToConfirm(asked, pace.now());"]],
      [
        "no secret in it",
        [grant, "({ link, code, endsAt }: AskedLogin", "({ link, deviceCode: code, endsAt }: AskedLogin"],
      ],
      ["whatever the server answers", [client, "&& /^[a-z_]{1,40}$/.test(said)", ""]],
    ],
  "Another session of the bot's Matrix account verifies its device only while whoever runs the bot asks for that, and says that the emoji are the same; every other request is declined, and the log says so.":
    [
      [
        "not unasked",
        [
          verification,
          "let changed = Promise.withResolvers<void>();",
          'let changed = Promise.withResolvers<void>();\n  queueMicrotask(() => void run({ say: () => undefined, ask: async (_, read) => read("yes") }, new AbortController().signal));',
        ],
      ],
      [
        "once",
        [verification, "take = undefined;\n    if (asked === undefined)", "if (asked === undefined)"],
        [verification, "isBusy = false;\n        take = undefined;", "isBusy = false;"],
      ],
      ["of the account alone", [verification, "asked?.user === me.userId && ", ""]],
      ["the emoji", [verification, 'isSame ? "confirm" : "say that they differ"', '"confirm"']],
      ["declined", [verification, "else if (asked && asked.device !== me.deviceId) decline(asked);", ""]],
      ["the log", [verification, "    log.warn(\n      ", "    ((_: string) => undefined)(\n      "]],
    ],
  "`npm run logout` ends the Matrix login where it was made, and removes the keys of its device; while it cannot be ended, nothing is changed.":
    [
      ["revoked", [grant, "await client.revoke(kept.refresh ?? kept.access);", "void client;"]],
      ["logged out", [logOut, 'await ask("POST", v3`logout`, { body: {} });', "void ask;"]],
      ["kept no more", [grant, "await forgetGrant(servers.keep);", ""]],
      [
        "by password, too",
        [logOut, 'if ("password" in access) await forgetSession(keep);\n  return wasThere;', "return wasThere;"],
      ],
      ["its keys", [logOut, "if (keyStore !== undefined) removeKeyStore(keyStore);", ""]],
      [
        "nothing is changed",
        [
          grant,
          "await client.revoke(kept.refresh ?? kept.access);",
          "await client.revoke(kept.refresh ?? kept.access).catch(() => undefined);",
        ],
      ],
    ],
};

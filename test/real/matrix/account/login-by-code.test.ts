import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { VerificationPhase } from "matrix-js-sdk/lib/crypto-api/index.js";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ElementPerson } from "../../../support/homeserver/element-person.ts";
import {
  askInRoom,
  type CodeLogins,
  programByCode,
  startCodeLogins,
} from "../../../support/homeserver/login/code-logins.ts";
import { runKills } from "../../../support/homeserver/login/login-kills.ts";
import { verifyByEmoji } from "../../../support/homeserver/verify-by-emoji.ts";

const bot = "@whereat:test.local";
const folder = mkdtempSync(join(tmpdir(), "whereat-code-"));
let logins: CodeLogins;
let ana: ElementPerson;

beforeAll(async () => {
  logins = await startCodeLogins(20);
  ana = await logins.person("ana");
  await ana.makesIdentity();
});

afterAll(async () => {
  await ana?.leaves();
  await logins?.stop();
  rmSync(folder, { recursive: true, force: true });
});

test("a link and a code, which a kill does not end, confirmed at an OpenID provider, lead to a signed device that answers an encrypted question; its tokens of twenty seconds and kills end no login; another session verifies it by emoji", async () => {
  const whereat = programByCode(logins, folder);
  whereat.launch();
  await whereat.says("confirm the code");
  // Killed before anybody has confirmed it: the code goes on, and no second device is made.
  await whereat.kill();
  whereat.launch();
  await whereat.says("confirm the code");
  expect(new Set(whereat.logged().match(/confirm the code \S+/g)).size).toBe(1);
  await whereat.confirm();
  await whereat.says("the bot's identity was set up and its device is signed");
  const room = await askInRoom(ana, bot);
  expect(await room.ask("!whereis", "Nobody shares a position")).toContain("with");
  const device = (await ana.client.getCrypto()!.getUserDeviceInfo([bot], true)).get(bot);
  expect(device?.size).toBe(1);
  const [[id, { displayName }] = ["", { displayName: "" }]] = [...(device ?? [])];
  expect([id.startsWith("WHEREAT"), displayName]).toEqual([true, "whereat"]);
  expect((await ana.client.getCrypto()!.getDeviceVerificationStatus(bot, id))?.signedByOwner).toBe(true);

  expect(await runKills(whereat, room, logins.provider, { minutes: 1, kills: 3 })).toEqual([]);

  const app = await logins.person("whereat");
  const crypto = app.client.getCrypto()!;
  await crypto.userHasCrossSigningKeys(bot, true);
  const unasked = await crypto.requestDeviceVerification(bot, id);
  await whereat.says("so it was declined");
  await expect.poll(() => unasked.phase, { timeout: 60_000 }).toBe(VerificationPhase.Cancelled);

  expect(await verifyByEmoji(app, id, folder)).toContain("Verified: that session and whereat's trust each other now.");
  expect((await crypto.getDeviceVerificationStatus(bot, id))?.crossSigningVerified).toBe(true);
  await app.leaves();
  await whereat.kill();
});

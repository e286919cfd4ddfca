import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { freshFolder, startProgram } from "../../../start/program.ts";
import { elementPerson } from "../../../support/homeserver/element-person.ts";
import { passwordOf, register, startHomeserver } from "../../../support/homeserver/homeserver.ts";
import { askInRoom } from "../../../support/homeserver/login/code-logins.ts";
import { verifyByEmoji } from "../../../support/homeserver/verify-by-emoji.ts";

test("a device of an account whose identity an app has made is signed by no one, until that app verifies it by emoji: then others see that it is signed", async () => {
  const homeserver = await startHomeserver();
  onTestFinished(() => homeserver.stop());
  const { userId: bot } = await register(homeserver.url, "whereat");
  for (const name of ["ana", "ben"]) await register(homeserver.url, name);
  const [app, ana] = [await elementPerson(homeserver.url, "whereat"), await elementPerson(homeserver.url, "ana")];
  onTestFinished(async () => void (await Promise.all([app.leaves(), ana.leaves()])));
  await app.makesIdentity();

  const folder = await freshFolder();
  const settings = [
    `MATRIX_HOMESERVER_URL=${homeserver.url}`,
    "MATRIX_USER=whereat",
    `MATRIX_PASSWORD='${passwordOf("whereat")}'`,
  ];
  writeFileSync(join(folder, ".env"), `${settings.join("\n")}\n`, { mode: 0o600 });
  const program = startProgram({}, "", folder);
  await expect.poll(program.stderr).toContain(`Matrix: connected as ${bot}`);
  // An app keeps in mind the devices of those alone with whom it shares an encrypted room.
  await askInRoom(ana, bot);
  const devices = [...((await ana.client.getCrypto()!.getUserDeviceInfo([bot], true)).get(bot)?.keys() ?? [])];
  const device = devices.find((id) => id !== app.client.getDeviceId()) ?? "";
  /** What an app of somebody else holds of it, once it has asked the homeserver. */
  const isSigned = async () => {
    const crypto = ana.client.getCrypto()!;
    await crypto.getUserDeviceInfo([bot], true);
    return (await crypto.getDeviceVerificationStatus(bot, device))?.signedByOwner;
  };
  expect(await isSigned()).toBe(false);
  expect(program.stderr()).toContain("npm run verify");

  await app.client.getCrypto()!.getUserDeviceInfo([bot], true);
  expect(await verifyByEmoji(app, device, folder)).toContain(
    "Verified: that session and whereat's trust each other now.",
  );
  await expect.poll(isSigned).toBe(true);
});

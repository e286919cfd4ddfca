import { afterEach, beforeEach, expect, onTestFinished } from "vitest";
import { describeStory } from "../../contracts/story.ts";
import { freshFolder, startProgram } from "../../start/program.ts";
import { passwordOf, type RealHomeserver, register, startHomeserver } from "../../support/homeserver/homeserver.ts";
import { patience } from "../../support/homeserver/nio-person.ts";
import { createMatrixHarness } from "../../support/story/matrix-harness.ts";
import { startProduct } from "./product/product.ts";

let homeserver: RealHomeserver;
beforeEach(async () => {
  homeserver = await startHomeserver();
});
afterEach(async () => homeserver?.stop());

describeStory("on Matrix, in encrypted rooms", async () => {
  const bot = await startProduct(homeserver.url, "whereat", { timeStands: true });
  const { harness, end } = await createMatrixHarness(homeserver.url, bot.userId, bot.pass);
  onTestFinished(async () => {
    await end();
    await bot.stop();
  });
  return harness;
});

describeStory("by the program itself, connected to Matrix", async () => {
  const folder = await freshFolder();
  const { userId } = await register(homeserver.url, "program");
  const program = startProgram({
    MATRIX_HOMESERVER_URL: homeserver.url,
    MATRIX_USER: "program",
    MATRIX_PASSWORD: passwordOf("program"),
    WHEREAT_STORE: `sqlite:${folder}/whereat.db`,
    WHEREAT_KEYS: `file:${folder}/keyring`,
  });
  const connected = expect.poll(() => program.stderr(), { timeout: patience });
  await connected.toContain(`connected as ${userId}`);
  const { harness, end } = await createMatrixHarness(homeserver.url, userId);
  onTestFinished(end);
  return harness;
});

import { expect, onTestFinished, test } from "vitest";
import { matrix } from "../../../../src/bots/matrix/matrix-plugin.ts";
import { parseConfig } from "../../../../src/config/config.ts";
import { instant, minute } from "../../../../src/lib/time.ts";
import { startFakeHomeserver } from "../../../support/fake-homeserver/fake-homeserver.ts";
import { createFakeRooms } from "../../../support/fake-homeserver/fake-rooms.ts";
import { makeDisk } from "../../../support/homeserver/whereat-account.ts";
import { createNetworkWorld } from "../../../support/networks/harness.ts";

test("on a machine that is behind its homeserver, what people say has the homeserver's time, and the log says by how much", async () => {
  const { world, received, lines, tells } = createNetworkWorld();
  const theirs = () => instant(world.now() + 6 * minute);
  const homeserver = await startFakeHomeserver(theirs);
  const rooms = createFakeRooms(homeserver, theirs);
  const disk = await makeDisk();
  const settings = {
    MATRIX_HOMESERVER_URL: homeserver.url,
    MATRIX_ACCESS_TOKEN: "syt_secret_token",
    WHEREAT_STORE: `sqlite:${disk.folder}/whereat.db`,
  };
  const { networks } = parseConfig([matrix], settings, () => undefined);
  const bot = await networks[0]!.open(world);
  onTestFinished(async () => {
    await bot.stop();
    await homeserver.stop();
    await disk.remove();
  });
  rooms.open("!march:fake.test", "March", ["@ana:fake.test"]);
  await bot.start();
  await tells(
    (incoming) => incoming.kind === "command",
    () => rooms.post("!march:fake.test", "@ana:fake.test", { msgtype: "m.text", body: "!whereis" }),
  );
  expect(received.find(({ kind }) => kind === "command")).toMatchObject({ sentAt: theirs() });
  expect(world.theirs.now()).toBe(theirs());
  expect(lines.filter((line) => line.includes("clock"))).toEqual([
    expect.stringContaining("this machine's clock is 6 min behind the network's"),
  ]);
});

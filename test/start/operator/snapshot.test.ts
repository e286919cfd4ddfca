import { chmodSync, cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { parseConfig } from "../../../src/config/config.ts";
import { openSealedStore } from "../../../src/core/storage/open-sealed-store.ts";
import { createLog } from "../../../src/lib/log.ts";
import { instant, minute, second } from "../../../src/lib/time.ts";
import { networks } from "../../../src/networks.ts";
import { startNetworks } from "../../../src/start/start-networks.ts";
import { startForTest } from "../../support/fake-bot-api/clients/test-server.ts";
import { seen } from "../../support/world/words.ts";

const exactly = { latitude: 52.51234, longitude: 13.40567 };

/** whereat on Telegram, over a data folder that can be put back to what it was. */
async function machine() {
  const api = await startForTest();
  const folder = mkdtempSync(join(tmpdir(), "whereat-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const [data, snapshot] = [join(folder, "data"), join(folder, "snapshot")];
  const now = () => instant(api.world.now());
  const settings = { TELEGRAM_BOT_TOKEN: api.token, TELEGRAM_API_ROOT: api.url };
  const logged: string[] = [];
  let running: Awaited<ReturnType<typeof startNetworks>> | undefined;
  /** Pauses between two tries, and within Telegram's limits, are over at once: the time of Telegram goes by for them. */
  const wait = async (milliseconds: number) => {
    if (milliseconds >= minute) return new Promise<never>(() => undefined);
    api.pass(milliseconds);
    await nextTurn();
  };

  const world = {
    api,
    logged,
    start: async () => {
      const tier = { kind: "file" as const, path: join(data, "keyring") };
      running = await startNetworks({
        sealed: await openSealedStore(`sqlite:${join(data, "whereat.db")}`, tier, now),
        networks: parseConfig(networks, settings, () => undefined).networks,
        now,
        wait,
        sleep: wait,
        random: () => 0.5,
        newId: () => `${Math.random()}`.padEnd(22, "x"),
        log: createLog("info", (line) => logged.push(line)),
        atExit: () => undefined,
      });
    },
    stop: async () => {
      await running?.stop();
      running = undefined;
    },
    copy: () => cpSync(data, snapshot, { recursive: true }),
    putBack: () => {
      rmSync(data, { recursive: true });
      cpSync(snapshot, data, { recursive: true });
      chmodSync(data, 0o700);
    },
  };
  onTestFinished(() => world.stop());
  return world;
}

test("when the whole data folder is put back from a copy, Telegram's numbers show it before anything is shown", async () => {
  const { api, logged, start, stop, copy, putBack } = await machine();
  const [ana, ben] = [api.places.person("Ana"), api.places.person("Ben")];
  const march = api.places.supergroup({ title: "March", members: [ana, ben], bot: "administrator" });
  const said = () =>
    api.screen
      .now(march, ben)
      .filter(({ isFromBot }) => isFromBot)
      .map(({ text }) => seen(text ?? ""));
  const answered = async (who: typeof ana, words: string, contains: string) => {
    api.people.say(who, march, words);
    await api.calls.until(() => said().some((text) => text.includes(contains)));
  };
  await start();
  const share = api.live.share(ana, march, exactly, 3600);
  await api.calls.until(() => api.calls.accepted("setMessageReaction").length === 1);
  await answered(ben, "/whereis", "52.51234");
  await stop();
  copy();
  await start();
  await answered(ana, "/stop", "stop");
  await stop();
  api.pass(22 * second);
  putBack();
  await start();
  api.live.move(share, exactly);
  await answered(ben, "/whereis", "Nobody shares");
  expect(logged.filter((line) => line.includes("a network knows of more"))).toHaveLength(1);
  await api.calls.until(() => said().some((text) => text.includes("lost part of my data")));
  api.pass(minute / 2);
  api.live.share(ana, march, exactly, 3600);
  await api.calls.until(() => api.calls.accepted("setMessageReaction").length === 2);
  await answered(ben, "/whereis", "Ana");
  expect(said().filter((text) => text.includes("52.51234"))).toEqual([]);
});

test("a start over the data of before says nothing, and a share goes on", async () => {
  const { api, logged, start, stop } = await machine();
  const [ana, ben] = [api.places.person("Ana"), api.places.person("Ben")];
  const march = api.places.supergroup({ title: "March", members: [ana, ben], bot: "administrator" });
  await start();
  const share = api.live.share(ana, march, exactly, 3600);
  await api.calls.until(() => api.calls.accepted("setMessageReaction").length === 1);
  api.people.say(ben, march, "/whereis");
  await api.calls.until(() => api.screen.fromBot(march).some(({ text }) => text?.includes("52.51234")));
  await stop();
  api.live.move(share, { ...exactly, latitude: 52.54321 });
  await start();
  api.people.say(ben, march, "/whereis");
  await api.calls.until(() => api.screen.fromBot(march).some(({ text }) => text?.includes("52.54321")));
  expect(logged.filter((line) => line.startsWith("warn"))).toEqual([]);
});

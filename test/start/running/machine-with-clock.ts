import { onTestFinished } from "vitest";
import { parseConfig } from "../../../src/config/config.ts";
import { openSealedStore } from "../../../src/core/storage/open-sealed-store.ts";
import { createClock } from "../../../src/lib/clock.ts";
import { createLog } from "../../../src/lib/log.ts";
import { second } from "../../../src/lib/time.ts";
import { networks } from "../../../src/networks.ts";
import { startNetworks } from "../../../src/start/start-networks.ts";
import { startFakeBotApi } from "../../support/fake-bot-api/start.ts";
import { seen } from "../../support/world/words.ts";

const began = Date.UTC(2026, 10, 23, 18);

/** The program on Telegram, on a machine whose clock is what somebody sets it to. */
export async function machineWithClock(ahead: number, serverIsWrong = false) {
  let elapsed = 0;
  let wallAhead = ahead;
  const wall = () => began + elapsed + wallAhead;
  const api = await startFakeBotApi({ now: () => began + elapsed, ...(serverIsWrong && { serverClock: wall }) });
  const ana = api.places.person("Ana", { username: "ana" });
  const ben = api.places.person("Ben", { username: "ben" });
  const march = api.places.supergroup({ title: "March", members: [ana, ben], bot: "administrator" });
  const now = createClock(wall, () => elapsed);
  const logged: string[] = [];
  const log = createLog("info", (line) => {
    logged.push(line);
    api.calls.look();
  });
  const settings = { TELEGRAM_BOT_TOKEN: api.token, TELEGRAM_API_ROOT: api.url };
  const config = parseConfig(networks, settings, () => undefined);
  const wait = async () => undefined;
  const running = await startNetworks({
    now,
    wait,
    sleep: wait,
    random: () => 0.5,
    atExit: () => undefined,
    newId: (() => {
      let ids = 0;
      return () => `${++ids}`.padEnd(22, "x");
    })(),
    log,
    sealed: await openSealedStore("memory:", { kind: "memory" }, now),
    networks: config.networks,
  });
  onTestFinished(async () => {
    await running.stop();
    await api.close();
  });
  // The menus of all languages tell the time as well, while it polls already.
  await api.calls.until(() => api.updates.isPolled() && logged.some((line) => line.includes(": connected as ")));
  const answers = () =>
    api.screen
      .now(march, ben)
      .filter(({ isFromBot }) => isFromBot)
      .map(({ text }) => seen(text ?? ""));
  return {
    api,
    ana,
    march,
    logged: () => logged.filter((line) => line.includes("clock")),
    setClock: (by: number) => void (wallAhead = by),
    pass: (time: number) => void (elapsed += time),
    share: (live: number) => api.live.share(ana, march, { latitude: 52.52, longitude: 13.405 }, live / second),
    /** Ben's answer, which may take the place of the last one. */
    asks: async () => {
      const said = () =>
        ["sendMessage", "editMessageText"]
          .flatMap((method) => api.calls.accepted(method))
          .filter(({ params }) => [undefined, ben.id].includes(params.receiver_user_id as number | undefined)).length;
      const before = said();
      api.people.say(ben, march, `/whereis@${api.bot.username}`);
      await api.calls.until(() => said() > before);
      const answer = answers().at(-1) ?? "";
      // One message a second goes into a group, and time stands still.
      elapsed += 2 * second;
      return answer;
    },
  };
}

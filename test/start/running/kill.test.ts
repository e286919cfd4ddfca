import { expect, onTestFinished, test } from "vitest";
import { startFakeBotApi } from "../../support/fake-bot-api/start.ts";
import { createRandom } from "../../support/soaks/telegram/random.ts";
import { createSoak } from "../../support/soaks/telegram/soak.ts";
import { freshFolder, hangsAfter } from "../program.ts";

/** The real program, connected to a crowd that the seed directs. bench/kills/telegram.ts does the same at length. */
async function startCrowd(seed: number) {
  const api = await startFakeBotApi({ now: Date.now });
  const random = createRandom(seed);
  const folder = await freshFolder();
  const settings = { WHEREAT_STORE: `sqlite:${folder}/whereat.db`, WHEREAT_KEYS: `file:${folder}/keyring` };
  // In so many rooms, so that none of them has to wait because of Telegram's 20 messages a minute.
  const soak = createSoak({ api, random, settings, sizes: { rooms: 8, people: 16 }, patience: hangsAfter / 4 });
  onTestFinished(async () => {
    await soak.end("SIGKILL");
    await api.close();
  });
  /** Resolves when the program has sent so many messages, or has done everything; `then` comes before it hears that the last one arrived. */
  const untilSent = (messages: number, then: () => void) =>
    api.calls.until(() => {
      const isNow = soak.sent() >= messages;
      if (isNow) then();
      return isNow || api.updates.pending().length === 0;
    });
  return { soak, random, untilSent };
}

test("killed while it answers, it loses no position and no command, and repeats at most what was on its way", {
  timeout: hangsAfter,
}, async () => {
  const { soak, random, untilSent } = await startCrowd(7);
  for (let kill = 0; kill < 3; kill += 1) {
    const { child } = soak.launch();
    soak.burst(50);
    await soak.connected();
    await untilSent(1 + random.below(6), () => child.kill("SIGKILL"));
    await soak.end("SIGKILL");
  }
  soak.launch();
  expect(soak.updates()).toBeGreaterThanOrEqual(150);
  expect(await soak.verify()).toMatchObject({ violations: [] });
  expect([...soak.logged().keys()]).toEqual([]);
});

test("told to end while it answers, it loses nothing and repeats nothing, and says goodbye with code 0", {
  timeout: hangsAfter,
}, async () => {
  const { soak, random, untilSent } = await startCrowd(8);
  for (let time = 0; time < 2; time += 1) {
    const { child } = soak.launch();
    soak.burst(30);
    await soak.connected();
    await untilSent(1 + random.below(6), () => undefined);
    await soak.end("SIGTERM");
    expect(child.exitCode).toBe(0);
  }
  soak.launch();
  expect(await soak.verify()).toMatchObject({ violations: [], repeated: 0 });
  expect([...soak.logged().keys()]).toEqual([]);
});

import { setTimeout as after } from "node:timers/promises";
import { parseArgs } from "node:util";
import { createRandom } from "../../test/support/soaks/telegram/random.ts";
import { isPinned, pin, pinNothing } from "../performance/child.ts";
import { createReport } from "../support/figures.ts";
import { freshFolder, runBench } from "../support/run.ts";
import { createFaults, planFaults, swallows } from "./faults.ts";
import { recoversWithin } from "./figures.ts";
import { tell } from "./report.ts";
import { type Soak, startSoak } from "./soak.ts";

const { values } = parseArgs({
  options: {
    minutes: { type: "string", default: "30" },
    scale: { type: "string", default: "1" },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
    networks: { type: "string", default: "telegram,matrix,encrypted" },
    anywhere: { type: "boolean", default: false },
    swallow: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});
const [minutes, scale, seed] = [values.minutes, values.scale, values.seed].map(Number) as [number, number, number];
const totalMs = minutes * 60_000;
/** An answer goes within the second in which it is due; this is for a deletion that waits for its turn. */
const lateAfter = 5000;

if (values.help) {
  console.log(`npm run soak -- --minutes 30 --scale 1 --seed 1
  --minutes   how long people share and ask, once everybody shares
  --scale     of 10,000 sharers in 1,000 circles, with 500 updates and 50 questions a second
  --seed      who does what, and the order of the faults
  --networks  of telegram, matrix and encrypted, with commas
  --swallow   some of what the bot says is lost for good: the soak must see it, and fail
  --anywhere  on any core: for a machine with other work`);
  process.exit(0);
}
if (values.anywhere) pinNothing();
console.log(`The same again: npm run soak -- --minutes ${minutes} --scale ${scale} --seed ${seed}`);

await runBench(minutes + 60, async (ends) => {
  const folder = await freshFolder(ends);
  const random = createRandom(seed);
  const faults = createFaults(() => soak, random, values.swallow ? swallows(random) : () => ({ kind: "pass" }));
  const networks = values.networks.split(",");
  const soak: Soak = await startSoak(ends, { folder, scale, seed, networks, faultSince: faults.since });
  pin(soak.pid, 0);
  pin(process.pid, 1);
  console.log(isPinned() ? "The program has one core, and what drives it another." : "Nothing is kept on one core.");
  await soak.begin();
  if (values.swallow) for (const proxy of soak.proxies) proxy.decide(swallows(random));

  const planned = planFaults(totalMs, random);
  ends.defer(() => faults.end());
  const began = Date.now();
  const schedule = (async () => {
    for (const { name, at, lasts } of planned) {
      await after(Math.max(0, began + at - Date.now()));
      await faults.begin(name);
      await after(lasts);
      await faults.end();
    }
  })();
  let [last, said, looked] = [began, began, began];
  for (let now = began; now - began < totalMs; now = Date.now()) {
    soak.live(now - last);
    last = now;
    if (now - looked >= 1000 && now - faults.lastEnd() > recoversWithin) soak.lookForLate(faults.lastEnd(), lateAfter);
    if (now - looked >= 1000) looked = now;
    if (now - said >= 10_000) {
      const fault = faults.times.at(-1);
      soak.progress((now - began) / 1000, fault !== undefined && fault.ended === undefined ? fault.name : "quiet");
      said = now;
    }
    await after(10);
  }
  await schedule;
  const measured = soak.measured();
  await soak.drain();
  await after(lateAfter);
  soak.lookForLate(faults.lastEnd() + recoversWithin, lateAfter);
  await soak.askEverywhere();
  return tell(createReport(), soak, {
    ...measured,
    faults: faults.times,
    memoryFrom: Math.min(300, (minutes * 60) / 6),
  });
});

import { createReport } from "../support/figures.ts";
import { runBench } from "../support/run.ts";
import { floods } from "./telegram-floods.ts";
import { refusals } from "./telegram-refusals.ts";

// Does one room notice what another does? The program on a fake Bot API whose calls take 80 ms each, every scenario on its own.
//   npx node bench/lanes/telegram.ts [a b c …]
const wanted = process.argv.slice(2);

await runBench(12, async (all) => {
  const report = createReport();
  for (const [name, run] of Object.entries({ ...floods, ...refusals })) {
    if (wanted.length > 0 && !wanted.some((one) => name.startsWith(`${one}:`))) continue;
    report.title(name);
    // Ended when the scenario is over, or with the whole bench when that is broken off.
    const ends = all.use(new AsyncDisposableStack());
    await run(ends, report);
    await ends.disposeAsync();
  }
  return report.end();
});

import { cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { runBench } from "../support/run.ts";
import { isPinned, pin, pinNothing } from "./child.ts";
import { encrypted } from "./rows/encrypted.ts";
import { group, name } from "./rows/group.ts";
import { growth, sweep } from "./rows/growth.ts";
import { matrix } from "./rows/matrix.ts";
import { onTelegram } from "./rows/on-telegram.ts";
import { ring } from "./rows/ring.ts";
import type { Row } from "./rows/row.ts";
import { update } from "./rows/update.ts";

// How fast is whereat, beside the least that its promises cost on this machine? Everything runs in processes of its own, in turn.
//   npm run bench [-- ROWS …] [--rounds 5] [--sharers 100,1000,10000] [--expiring 100000] [--passphrase] [--scale 0.1] [--anywhere]
const rows: Readonly<Record<string, Row>> = {
  update,
  group,
  name,
  telegram: onTelegram,
  matrix,
  encrypted,
  growth,
  ring,
  sweep,
};

const { values, positionals } = parseArgs({
  options: {
    rounds: { type: "string", default: "5" },
    sharers: { type: "string", default: "100,1000,10000" },
    expiring: { type: "string", default: "100000" },
    passphrase: { type: "boolean", default: false },
    scale: { type: "string", default: "1" },
    anywhere: { type: "boolean", default: false },
    minutes: { type: "string", default: "60" },
    help: { type: "boolean", default: false },
  },
  allowPositionals: true,
});

const usage = Object.entries(rows).map(([row, { what }]) => `  ${row.padEnd(9)} ${what}`);
const unknown = positionals.filter((row) => rows[row] === undefined);
if (values.help || unknown.length > 0) {
  console.log([...unknown.map((row) => `There is no row "${row}".`), "Rows:", ...usage].join("\n"));
  process.exit(unknown.length > 0 ? 1 : 0);
}

await runBench(Number(values.minutes), async (ends) => {
  if (values.anywhere) pinNothing();
  pin(process.pid, 1);
  const [cpu] = cpus();
  const load = loadavg().map((one) => one.toFixed(1));
  console.log(`Node ${process.version}, ${cpus().length} × ${cpu?.model}; load of the last minutes ${load.join(", ")}`);
  console.log(
    isPinned()
      ? "What is measured is kept on one core, what drives it on another."
      : "Nothing is kept on a core of its own.",
  );
  for (const row of positionals.length > 0 ? positionals : Object.keys(rows)) {
    // Each row ends what it started, so that the next one has the machine for itself.
    await using own = new AsyncDisposableStack();
    ends.use(own);
    await rows[row]?.run(own, {
      rounds: Number(values.rounds),
      sharers: values.sharers.split(",").map(Number),
      expiring: Number(values.expiring),
      scale: Number(values.scale),
      passphrase: values.passphrase ? "correct horse battery staple" : undefined,
    });
  }
  return true;
});

import { parseArgs } from "node:util";
import { functionsOf, inspected, type Ran, startCoverage } from "../support/coverage.ts";
import { answerTime, startOnMatrix } from "../support/matrix.ts";
import { type Ends, runBench } from "../support/run.ts";
import { startOnTelegram } from "../support/telegram.ts";

// Through which files does a message pass? V8 counts the functions of src that run in the program while one thing happens: on a fake Bot
// API, and in an encrypted room of a real Synapse. Each thing is done several times, and what ran every time is counted.
//   npx node bench/performance/trace.ts [--functions] [--no-matrix]
const { values } = parseArgs({
  options: { functions: { type: "boolean", default: false }, "no-matrix": { type: "boolean", default: false } },
});
const times = 8;

function print(title: string, ran: readonly Ran[]) {
  const files = Map.groupBy(ran, ({ file }) => file);
  const folders = Map.groupBy(files.keys(), (file) => file.slice(0, file.lastIndexOf("/")));
  console.log(`\n${title}: ${files.size} files, ${ran.length} functions`);
  for (const [folder, inside] of [...folders].toSorted(([a], [b]) => a.localeCompare(b))) {
    const count = inside.reduce((sum, file) => sum + (files.get(file)?.length ?? 0), 0);
    console.log(`  ${folder} (${inside.length} files, ${count} functions)`);
    for (const file of inside.toSorted()) {
      const names = files.get(file)?.map(({ name }) => name || "(without a name)") ?? [];
      console.log(`    ${file.slice(folder.length + 1)} ${values.functions ? names.join(", ") : names.length}`);
    }
  }
}

async function onTelegram(ends: Ends) {
  const { api, program } = await startOnTelegram(ends, 0, inspected);
  const [ana, ben] = [api.places.person("Ana"), api.places.person("Ben")];
  const march = api.places.supergroup({ title: "March", members: [ana, ben], bot: "administrator" });
  const live = api.live.share(ana, march, { latitude: 52.5, longitude: 13.4 }, 3600);
  const answers = () => [...api.calls.accepted("sendMessage"), ...api.calls.accepted("editMessageText")].length;
  const ask = async () => {
    const before = answers();
    api.people.say(ben, march, "/whereis");
    await api.calls.until(() => answers() > before);
  };
  await ask();
  const coverage = await startCoverage(program);
  const move = async (time: number) => {
    api.live.move(live, { latitude: 52.5 + (time + 1) / 1000, longitude: 13.4 });
    await api.updates.drained();
  };
  print("A live location's update on Telegram", await functionsOf(coverage, times, move));
  // An answer that would say the same again is not sent again: each question is asked after a move.
  print("/whereis in a group on Telegram", await functionsOf(coverage, times, ask, (time) => move(times + time)));
}

async function onMatrix(ends: Ends) {
  const on = await startOnMatrix(ends, inspected);
  const [ana, ben] = [await on.person("ana"), await on.person("ben")];
  const room = await on.room(ana, ben);
  await ana.says(room, "!here 52.500 13.400", on.bot);
  const ask = async () => {
    const time = await answerTime(on, ben, room, "!whereis", "52.500, 13.400");
    if (!Number.isFinite(time)) throw new Error("!whereis was not answered");
  };
  await ask();
  const coverage = await startCoverage(on.program);
  print("!whereis in an encrypted room on Matrix", await functionsOf(coverage, times, ask));
}

await runBench(5, async (ends) => {
  await onTelegram(ends);
  if (!values["no-matrix"]) await onMatrix(ends);
  return true;
});

import { setTimeout as after } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { Program } from "../../test/support/running/program.ts";

/** Has the program listen for an inspector on loopback: by a module before its own, as it refuses to start with --inspect. */
export const inspected = {
  NODE_OPTIONS: `--import=data:text/javascript,import{open}from'node:inspector';open(0,'127.0.0.1')`,
};

/** A function of src that ran. */
export type Ran = { file: string; name: string; key: string };

type ScriptCoverage = {
  url: string;
  functions: { functionName: string; ranges: { startOffset: number; endOffset: number; count: number }[] }[];
};

export type Coverage = {
  /** the functions that ran since this was asked last */
  take: () => Promise<Ran[]>;
};

/** Counts from now on which functions run in a program that was started with `inspected`. */
export async function startCoverage(program: Program): Promise<Coverage> {
  const [, address] = /listening on (ws:\/\/\S+)/.exec(program.stderr()) ?? [];
  if (address === undefined) throw new Error("the program listens for no inspector");
  const socket = new WebSocket(address);
  await new Promise((resolve, reject) => {
    socket.addEventListener("open", resolve);
    socket.addEventListener("error", () => reject(new Error("the inspector does not answer")));
  });
  const open = new Map<number, (result: { result?: ScriptCoverage[] }) => void>();
  socket.addEventListener("message", ({ data }) => {
    const { id, result } = JSON.parse(String(data)) as { id: number; result: { result?: ScriptCoverage[] } };
    open.get(id)?.(result);
    open.delete(id);
  });
  let number = 0;
  const ask = (method: string, params: object = {}) =>
    new Promise<{ result?: ScriptCoverage[] }>((resolve) => {
      number += 1;
      open.set(number, resolve);
      socket.send(JSON.stringify({ id: number, method, params }));
    });
  await ask("Profiler.enable");
  await ask("Profiler.startPreciseCoverage", { callCount: true, detailed: false });
  return {
    async take() {
      const { result = [] } = await ask("Profiler.takePreciseCoverage");
      return result.filter(({ url }) => url.startsWith("file:")).flatMap(functionsThatRan);
    },
  };
}

const root = fileURLToPath(new URL("../../", import.meta.url));

function functionsThatRan({ url, functions }: ScriptCoverage): Ran[] {
  const file = fileURLToPath(url).replace(root, "");
  if (!file.startsWith("src/")) return [];
  return functions.flatMap(({ functionName: name, ranges: [whole] }) => {
    // What starts at 0 without a name is the module itself.
    if (!whole || whole.count === 0 || (name === "" && whole.startOffset === 0)) return [];
    return [{ file, name, key: `${file}:${whole.startOffset}-${whole.endOffset}` }];
  });
}

/**
 * Does something several times. What ran each time is part of it; what runs each second or so anyway is not.
 * @param flow resolves when its last effect is seen
 * @param prepare done before each, and not counted
 */
export async function functionsOf(
  coverage: Coverage,
  times: number,
  flow: (time: number) => Promise<void>,
  prepare: (time: number) => Promise<void> = async () => undefined,
): Promise<Ran[]> {
  let common: Ran[] | undefined;
  for (let time = 0; time < times; time += 1) {
    await prepare(time);
    await coverage.take();
    await flow(time);
    // What is noted after the last effect.
    await after(150);
    const ran = await coverage.take();
    const keys = new Set(ran.map(({ key }) => key));
    common = (common ?? ran).filter(({ key }) => keys.has(key));
    await after(700);
  }
  return common ?? [];
}

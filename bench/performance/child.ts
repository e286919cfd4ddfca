import { fork, spawnSync } from "node:child_process";
import { once } from "node:events";
import { cpus } from "node:os";
import { join } from "node:path";
import type { Ends } from "../support/run.ts";
import type { Offers, Reply } from "./children/serve-parent.ts";

/** A process of its own, on a core of its own where the system can do that. */
export type Child<T extends Offers> = {
  pid: number;
  /** Has it do something. Rejects with what went wrong there. */
  ask: <Name extends keyof T & string>(
    name: Name,
    ...parameters: Parameters<T[Name]>
  ) => Promise<Awaited<ReturnType<T[Name]>>>;
  end: () => Promise<void>;
};

/** @param file in the folder of children; @param flags for node */
export function startChild<T extends Offers>(
  ends: Ends,
  file: string,
  parameters: readonly string[],
  flags: readonly string[] = [],
): Child<T> {
  const child = fork(join(import.meta.dirname, "children", file), parameters, {
    execArgv: [...flags],
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const { pid } = child;
  if (pid === undefined) throw new Error(`${file} was not started`);
  pin(pid, 0);
  const open = new Map<number, PromiseWithResolvers<unknown>>();
  child.on("message", ({ id, result, error }: Reply) => {
    const asked = open.get(id);
    open.delete(id);
    if (error === undefined) asked?.resolve(result);
    else asked?.reject(new Error(`${file}: ${error}`));
  });
  const gone = once(child, "exit").then(() => {
    for (const { reject } of open.values()) reject(new Error(`${file} ended by itself`));
  });
  const kill = () => child.kill("SIGKILL");
  process.once("exit", kill);
  let asked = 0;
  const end = async () => {
    process.off("exit", kill);
    // A profile is written at an orderly end only.
    if (child.connected) child.disconnect();
    await gone;
  };
  ends.defer(end);
  return {
    pid,
    ask(name, ...given) {
      const one = Promise.withResolvers<unknown>();
      open.set(++asked, one);
      child.send({ id: asked, name, parameters: given });
      return one.promise as Promise<Awaited<ReturnType<T[typeof name]>>>;
    },
    end,
  };
}

/** Whether processes can be kept on one core: with two cores and util-linux's taskset. */
let canPin = cpus().length > 1;

/** Keeps a process on one core, so that what drives it does not run there. */
export function pin(pid: number, core: number): void {
  if (!canPin) return;
  const { error, status } = spawnSync("taskset", ["-a", "-p", "-c", String(core), String(pid)], { stdio: "ignore" });
  // A thread that has ended meanwhile makes it fail, once.
  if (error === undefined && status !== 0) spawnSync("taskset", ["-a", "-p", "-c", String(core), String(pid)]);
  canPin = error === undefined;
}

/** Lets the system decide where each process runs: on a machine that has other work, a core of its own may stand still for long. */
export function pinNothing(): void {
  canPin = false;
}

export const isPinned = (): boolean => canPin;

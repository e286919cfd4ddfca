import { type ChildProcess, spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:net";

/** A server on loopback that can be stopped, made to hang and started again, with the same data at the same address. */
export type Server = {
  port: number;
  /** nothing happens when it runs */
  start(): Promise<void>;
  /** resolves when it is gone */
  stop(signal?: NodeJS.Signals): Promise<void>;
  /** takes connections and answers nothing, until it is woken */
  hang(): void;
  wake(): void;
};

/**
 * @param command the program and its arguments; it must listen on the port it is given
 * @param isReady whether it answers
 */
export async function createServerProcess(
  command: (port: number) => string[],
  isReady: (port: number) => Promise<boolean>,
): Promise<Server> {
  const port = await freePort();
  let running: ChildProcess | undefined;
  let ended: Promise<unknown> = Promise.resolve();

  const lives = () => running !== undefined && running.exitCode === null && running.signalCode === null;
  const launch = () => {
    const [program = "", ...args] = command(port);
    const started = spawn(program, args, { stdio: "ignore" });
    running = started;
    ended = new Promise((resolve) => started.once("exit", resolve));
  };
  const signal = (name: NodeJS.Signals) => {
    if (!lives() || running?.pid === undefined) return;
    for (const pid of family(running.pid)) {
      try {
        process.kill(pid, name);
      } catch {
        // It ended since it was listed.
      }
    }
  };

  return {
    port,
    async start() {
      for (let tries = 0; tries < 200; tries++) {
        // One that was killed may have left something behind that makes the next one end at once.
        if (!lives()) launch();
        if (await isReady(port)) return;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      throw new Error("the server did not start");
    },
    async stop(name = "SIGINT") {
      if (!lives()) return;
      running?.kill(name);
      await ended;
    },
    hang: () => signal("SIGSTOP"),
    wake: () => signal("SIGCONT"),
  };
}

/** A process and all that it started, and they. */
function family(pid: number): number[] {
  const parents = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map((name) => {
      try {
        const fields = readFileSync(`/proc/${name}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
        return { pid: Number(name), parent: Number(fields[1]) };
      } catch {
        return { pid: Number(name), parent: 0 };
      }
    });
  const children = parents.filter(({ parent }) => parent === pid);
  return [pid, ...children.flatMap((child) => family(child.pid))];
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });

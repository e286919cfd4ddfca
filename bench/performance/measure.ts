import { readFileSync } from "node:fs";

/** What some work cost the process that did it. */
export type Cost = {
  operations: number;
  milliseconds: number;
  /** microseconds of CPU time, of all threads */
  cpu: number;
  /** bytes given to the system to be written: files and sockets */
  written: number;
  /** milliseconds in which nothing else could run; `cpu` is how much of them this thread really worked */
  pause: { wall: number; cpu: number };
};

/** Does some work. @param work resolves with how many operations it was */
export async function costOf(work: () => Promise<number>): Promise<Cost> {
  const pauses = watchPauses();
  const [cpuBefore, writtenBefore, began] = [process.cpuUsage(), writtenBytes(), performance.now()];
  const operations = await work();
  const milliseconds = performance.now() - began;
  const { user, system } = process.cpuUsage(cpuBefore);
  return {
    operations,
    milliseconds,
    cpu: user + system,
    written: writtenBytes() - writtenBefore,
    pause: await pauses.end(),
  };
}

/**
 * The longest time in which the event loop did not turn, seen by a timer of one millisecond. On a machine with other work the loop may also
 * stand because its thread was not let run, so the thread's own CPU time is told beside it; that leaves out waiting for the disk.
 */
export function watchPauses(): { end: () => Promise<{ wall: number; cpu: number }> } {
  const longest = { wall: 0, cpu: 0 };
  let last = { wall: performance.now(), cpu: threadCpu() };
  const look = () => {
    const now = { wall: performance.now(), cpu: threadCpu() };
    longest.wall = Math.max(longest.wall, now.wall - last.wall);
    longest.cpu = Math.max(longest.cpu, now.cpu - last.cpu);
    last = now;
  };
  const timer = setInterval(look, 1);
  return {
    async end() {
      // What still blocks the loop is seen once it turns again.
      await new Promise((resolve) => setTimeout(resolve, 2));
      look();
      clearInterval(timer);
      return longest;
    },
  };
}

/** Milliseconds. */
function threadCpu(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** What a process has given to the system to be written, which Linux alone tells; else 0. */
export function writtenBytes(pid: number | "self" = "self"): number {
  try {
    return Number(/^wchar: (\d+)$/m.exec(readFileSync(`/proc/${pid}/io`, "utf8"))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

/** Microseconds of CPU time that a process has used so far, of all its threads; by Linux's clock of 100 ticks a second. */
export function cpuOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  // The second field is the name in parentheses, and may hold spaces: proc(5).
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) * 10_000;
}

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
};

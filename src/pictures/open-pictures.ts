import { Worker } from "node:worker_threads";
import { type Drawing, NoPicture, type Pictures } from "../core/model/pictures.ts";
import { createMutex } from "../lib/async/mutex.ts";
import type { Duration } from "../lib/time.ts";
import { maxWaiting, patience } from "./limits.ts";
import type { Drawn } from "./picture-worker.ts";

type Parts = {
  /** resolves after so many milliseconds, or when the signal aborts */
  sleep: (milliseconds: Duration, signal: AbortSignal) => Promise<void>;
};

/**
 * Draws pictures in a thread of its own, one at a time, so that nothing else waits for them. The thread is started with the first picture; one
 * that fails or takes too long is ended, and the next picture has another.
 */
export function openPictures({ sleep }: Parts): Pictures & { close(): Promise<void> } {
  const inTurn = createMutex();
  let waiting = 0;
  let worker: Worker | undefined;

  function start(): Worker {
    const started = new Worker(new URL("./picture-worker.ts", import.meta.url), { execArgv: [], env: {} });
    // Between two pictures nobody else listens, and what nobody hears would end the program.
    started.on("error", () => undefined);
    started.once("exit", () => {
      if (worker === started) worker = undefined;
    });
    // It keeps no program from ending.
    started.unref();
    return started;
  }

  async function end() {
    const ending = worker;
    worker = undefined;
    await ending?.terminate();
  }

  async function drawNow(drawing: Drawing): Promise<Uint8Array> {
    worker ??= start();
    const answered = new AbortController();
    const tooLong = sleep(patience, answered.signal);
    const drawn = await Promise.race([answerOf(worker, drawing), tooLong]);
    answered.abort();
    if (drawn?.png) return drawn.png;
    // It may be broken, or busy for ever.
    await end();
    throw new NoPicture("failed");
  }

  return {
    async draw(drawing) {
      if (waiting >= maxWaiting) throw new NoPicture("busy");
      waiting += 1;
      try {
        return await inTurn(() => drawNow(drawing));
      } finally {
        waiting -= 1;
      }
    },
    close: () => inTurn(end),
  };
}

/** @returns undefined when the thread ends without an answer */
function answerOf(worker: Worker, drawing: Drawing): Promise<Drawn | undefined> {
  const { promise, resolve } = Promise.withResolvers<Drawn | undefined>();
  const over = () => resolve(undefined);
  worker.once("message", resolve);
  worker.once("error", over);
  worker.once("exit", over);
  worker.postMessage(drawing);
  return promise.finally(() => {
    worker.off("message", resolve);
    worker.off("error", over);
    worker.off("exit", over);
  });
}

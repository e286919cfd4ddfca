import { Worker } from "node:worker_threads";
import { type Drawing, NoPicture, type Pictures } from "../core/model/pictures.ts";
import { createMutex } from "../lib/async/mutex.ts";
import type { Log } from "../lib/log.ts";
import type { Duration } from "../lib/time.ts";
import { keptFor, mapPatience, maxWaiting, patience } from "./limits.ts";
import type { Asked, Drawn, Given, Reading } from "./picture-worker.ts";

type Parts = {
  /** resolves after so many milliseconds, or when the signal aborts */
  sleep: (milliseconds: Duration, signal: AbortSignal) => Promise<void>;
  /** the path of a map file, for streets beneath; without it there are rings and bearings */
  map?: string | undefined;
  log: Log;
};

/**
 * Draws pictures in a thread of its own, one at a time, so that nothing else waits for them. The thread is started with the first picture,
 * and ended when there was none for a while; one that fails or takes too long is ended, and the next picture has another.
 */
export function openPictures({ sleep, map, log }: Parts): Pictures & { close(): Promise<void> } {
  const inTurn = createMutex();
  let waiting = 0;
  let worker: Worker | undefined;
  let idle = new AbortController();
  const told = new Set<string>();

  function start(workerData: Given): Worker {
    const options = { execArgv: [], env: {}, workerData };
    const started = new Worker(new URL("./picture-worker.ts", import.meta.url), options);
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

  /** @returns undefined where it could not be drawn; then the thread was ended: it may be broken, or busy for ever */
  async function tryWith(given: Given, drawing: Drawing): Promise<Uint8Array | undefined> {
    const thread = (worker ??= start(given));
    const answered = new AbortController();
    const hurry = async () => {
      await sleep(mapPatience, answered.signal);
      if (!answered.signal.aborted) thread.postMessage("no time for a map" satisfies Asked);
    };
    const tooLong = sleep(patience, answered.signal);
    const drawn = await Promise.race([answerOf(thread, drawing, hurry), tooLong]);
    answered.abort();
    if (drawn?.wrong !== undefined) tell(`${drawn.wrong}: pictures show no streets`);
    if (drawn?.png === undefined) await end();
    return drawn?.png;
  }

  async function drawNow(drawing: Drawing): Promise<Uint8Array> {
    const drawn = await tryWith({ map }, drawing);
    if (drawn) return drawn;
    if (map === undefined) throw new NoPicture("failed");
    // What is in a map may be more than a thread can bear. The next picture has one again: it may be of another place.
    const bare = await tryWith({ map: undefined }, drawing);
    await end();
    if (bare === undefined) throw new NoPicture("failed");
    tell("a picture could not be drawn with the map file: it shows no streets");
    return bare;
  }

  async function endLater() {
    const { signal } = (idle = new AbortController());
    await sleep(keptFor, signal);
    if (!signal.aborted) await inTurn(end);
  }

  function tell(wrong: string) {
    if (told.has(wrong)) return;
    told.add(wrong);
    log.warn(wrong);
  }

  return {
    async draw(drawing) {
      if (waiting >= maxWaiting) throw new NoPicture("busy");
      waiting += 1;
      idle.abort();
      try {
        return await inTurn(() => drawNow(drawing));
      } finally {
        waiting -= 1;
        if (waiting === 0) void endLater();
      }
    },
    async close() {
      await inTurn(end);
      idle.abort();
    },
  };
}

/**
 * @param hurry called when it begins to read a map
 * @returns undefined when the thread ends without an answer
 */
function answerOf(worker: Worker, drawing: Drawing, hurry: () => Promise<void>): Promise<Drawn | undefined> {
  const { promise, resolve } = Promise.withResolvers<Drawn | undefined>();
  const over = () => resolve(undefined);
  const hear = (said: Drawn | Reading) => (said === "reads a map" ? void hurry() : resolve(said));
  worker.on("message", hear);
  worker.once("error", over);
  worker.once("exit", over);
  worker.postMessage(drawing satisfies Asked);
  return promise.finally(() => {
    worker.off("message", hear);
    worker.off("error", over);
    worker.off("exit", over);
  });
}

import { createServer, type Socket } from "node:net";
import { join } from "node:path";
import type { Log } from "../lib/log.ts";
import { NoMoreAnswers, openInterview } from "./configure/interview.ts";
import { listen } from "./health/serve.ts";
import type { Running } from "./start-networks.ts";

/** Where whereat is asked to have its device verified. @param folder the data folder */
export const verifySocketIn = (folder: string): string => join(folder, "verify.sock");

/** The last line of a talk in which the device was verified begins so. */
export const verified = "Verified";

/**
 * Talks with whoever connects to a socket that only this user can reach, until the bot's device is verified. Where it cannot listen, the log
 * says so, and whereat goes on.
 * @returns ends it
 */
export async function serveVerification(
  folder: string,
  verify: Running["verify"],
  log: Log,
): Promise<() => Promise<void>> {
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    const gone = new AbortController();
    socket
      .on("error", () => socket.destroy())
      .once("close", () => {
        open.delete(socket);
        gone.abort();
      });
    const interview = openInterview({ input: socket, output: socket });
    verify(interview, gone.signal)
      .catch((error: unknown) => {
        if (error instanceof NoMoreAnswers) return;
        log.warn("the bot's device could not be verified", error);
        interview.say("It could not be done now: the log says why. Nothing was confirmed. Try it again.");
      })
      .finally(() => {
        interview.close();
        socket.end();
      });
  });
  try {
    const close = await listen(server, { path: verifySocketIn(folder) });
    return async () => {
      for (const socket of open) socket.destroy();
      await close();
    };
  } catch (error) {
    log.warn("npm run verify cannot be answered: its place cannot be used", error);
    return async () => undefined;
  }
}

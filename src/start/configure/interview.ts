import { createInterface } from "node:readline";
import { Writable } from "node:stream";
import { type Interview, Unusable } from "../../bots/network-plugin.ts";

/** Nobody answers any more. */
export class NoMoreAnswers extends Error {
  override name = "NoMoreAnswers" as const;
}

type Ends = { input: NodeJS.ReadableStream & { isTTY?: boolean }; output: NodeJS.WritableStream };

/** An interview on a terminal, or with answers from a pipe, a line each. What is secret is not shown while it is typed. */
export function openInterview({ input, output }: Ends): Interview & { close: () => void } {
  let isMuted = false;
  const shown = new Writable({
    write(part, _, done) {
      if (!isMuted) output.write(part);
      done();
    },
  });
  const terminal = input.isTTY === true;
  const lines = createInterface({ input, output: shown, terminal, historySize: 0 });
  let isOpen = true;
  lines.once("close", () => {
    isOpen = false;
  });
  const answers = lines[Symbol.asyncIterator]();
  const say = (line: string) => void output.write(`${line}\n`);

  async function next(question: string, isSecret: boolean): Promise<string> {
    lines.setPrompt(`${question} `);
    // From a pipe all may have come already: then only the answers are left.
    if (isOpen) lines.prompt();
    else output.write(`${question} `);
    isMuted = isSecret;
    const { value, done } = await answers.next();
    isMuted = false;
    // A line that nobody saw being typed has not ended on the screen either.
    if (isSecret || !terminal || done) say("");
    if (done) throw new NoMoreAnswers();
    return String(value).trim();
  }

  return {
    say,
    async ask(question, read, { isSecret } = { isSecret: false }) {
      for (;;) {
        const answer = await next(question, isSecret);
        try {
          return await read(answer);
        } catch (error) {
          if (!(error instanceof Unusable)) throw error;
          say(error.message);
        }
      }
    },
    close: () => lines.close(),
  };
}

/** Functions that a child process offers to the one that started it. Their arguments and results go through IPC, as JSON. */
export type Offers = Readonly<Record<string, (...parameters: never[]) => Promise<unknown>>>;

export type Request = { id: number; name: string; parameters: unknown[] };
export type Reply = { id: number; result?: unknown; error?: string };

/** Carries out what the parent asks for, one after the other, until it goes. */
export function serveParent(offers: Offers): void {
  let last: Promise<void> = Promise.resolve();
  process.on("message", ({ id, name, parameters }: Request) => {
    last = last.then(async () => {
      const reply: Reply = { id };
      try {
        const work = offers[name];
        if (work === undefined) throw new Error(`there is no ${name}`);
        reply.result = await work(...(parameters as never[]));
      } catch (error) {
        reply.error = error instanceof Error ? (error.stack ?? error.message) : String(error);
      }
      process.send?.(reply);
    });
  });
  process.once("disconnect", () => process.exit());
}

import { setImmediate as turn } from "node:timers/promises";
import { expect, test } from "vitest";
import { createSyncTokens } from "../../../../src/bots/matrix/sync/sync-token.ts";
import { createRetry, createTrouble } from "../../../../src/lib/async/retry.ts";
import { createLog } from "../../../../src/lib/log.ts";
import { instant } from "../../../../src/lib/time.ts";

/** Tokens on a disk that has this one, and a moment that is over when the test says so. */
async function tokensAfter(before: string | undefined) {
  const stored: string[] = [];
  let moment = Promise.withResolvers<void>();
  const tokens = createSyncTokens(
    {
      get: async () => before,
      set: async (_name, text) => void stored.push(text),
    },
    {
      retry: createRetry(
        async () => undefined,
        () => 0.5,
      ),
      rest: () => moment.promise,
      trouble: createTrouble(
        { what: "no token" },
        {
          log: createLog("warn", () => undefined),
          now: () => instant(0),
        },
      ),
      signal: new AbortController().signal,
    },
  );
  await tokens.stored();
  return {
    stored,
    /** A sync whose events are handled. */
    handled: async (token: string) => {
      tokens.add(token, Promise.resolve());
      await turn();
    },
    pass: async () => {
      moment.resolve();
      moment = Promise.withResolvers();
      await turn();
    },
  };
}

test("of the syncs of a moment one token is stored, the newest, when the moment is over", async () => {
  const { stored, handled, pass } = await tokensAfter("s0");
  await handled("s1");
  await handled("s2");
  expect(stored).toEqual([]);
  await pass();
  expect(stored).toEqual(["s2"]);
  await handled("s3");
  expect(stored).toEqual(["s2"]);
  await pass();
  expect(stored).toEqual(["s2", "s3"]);
});

test("the first token of all is stored at once: without any, what is said then would count as said before the bot came", async () => {
  const { stored, handled, pass } = await tokensAfter(undefined);
  await handled("s1");
  expect(stored).toEqual(["s1"]);
  await handled("s2");
  expect(stored).toEqual(["s1"]);
  await pass();
  expect(stored).toEqual(["s1", "s2"]);
});

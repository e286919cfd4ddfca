import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, test } from "vitest";
import { MatrixRequestError } from "../../../../src/bots/matrix/http/request-error.ts";
import { createPastCount } from "../../../../src/bots/matrix/sync/past-count.ts";
import { createRetry } from "../../../../src/lib/async/retry.ts";
import { createLog } from "../../../../src/lib/log.ts";
import { instant } from "../../../../src/lib/time.ts";

/** A bot with a count of its own, and the account's own data at a homeserver. */
function account() {
  let data: unknown;
  let count = 1;
  let isKnown = false;
  let losses = 0;
  let now = 1_795_435_200_000;
  let fails = 0;
  const written: number[] = [];
  const at = {
    accountData: async () => data,
    async setAccountData(_: string, content: object) {
      if (fails-- > 0) throw new MatrixRequestError({ code: "ECONNREFUSED", label: "account data" });
      data = content;
      written.push((content as { count: number }).count);
    },
  };
  const past = {
    isKnown: async () => isKnown,
    know: async () => void (isKnown = true),
    absence: undefined,
    count: () => count,
    lose: async () => void (losses += 1),
  };
  const start = () =>
    createPastCount({
      past,
      retry: createRetry(
        async () => {},
        () => 0.5,
      ),
      isStopping: () => false,
      now: () => instant(now),
      log: createLog("warn", () => {}),
    });
  return {
    at,
    start,
    written,
    losses: () => losses,
    setCount: (to: number) => void (count = to),
    forget: () => void (data = undefined),
    pass: (milliseconds: number) => void (now += milliseconds),
    fail: (times: number) => void (fails = times),
  };
}

test("a homeserver that knows of as much, or less, shows no loss, and is given the count", async () => {
  const { at, start, setCount, losses, written } = account();
  await start().look(at);
  setCount(5);
  await start().look(at);
  await start().look(at);
  expect(losses()).toBe(0);
  expect(written).toEqual([1, 5, 5]);
});

test("one that knows of more shows that store and ring were put back, once", async () => {
  const { at, start, setCount, losses } = account();
  setCount(9);
  await start().look(at);
  setCount(8);
  await start().look(at);
  expect(losses()).toBe(1);
  await start().look(at);
  expect(losses()).toBe(1);
});

test("a count that is gone is as bad, but not at the first start of all", async () => {
  const { at, start, forget, losses } = account();
  await start().look(at);
  expect(losses()).toBe(0);
  forget();
  await start().look(at);
  expect(losses()).toBe(1);
});

test("the count follows within seconds, and again when it could not be written", async () => {
  const { at, start, setCount, pass, fail, written } = account();
  const count = start();
  await count.look(at);
  setCount(2);
  count.keepUp(at);
  expect(written).toEqual([1]);
  pass(5000);
  fail(1);
  count.keepUp(at);
  await nextTurn();
  pass(5000);
  count.keepUp(at);
  pass(5000);
  count.keepUp(at);
  await nextTurn();
  expect(written).toEqual([1, 2]);
});

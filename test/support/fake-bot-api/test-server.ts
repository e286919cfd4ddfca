import { onTestFinished } from "vitest";
import { type FakeBotApi, type Options, startFakeBotApi } from "./start.ts";

export type Started = FakeBotApi & {
  /** Moves the clock on. @param ms milliseconds */
  readonly pass: (ms: number) => void;
};

/** A fake Bot API with a clock that moves when told, closed when the test is over. Its time begins at 2026-11-23T12:00:00Z. */
export async function startForTest(options: Partial<Options> = {}): Promise<Started> {
  let now = 1_795_435_200_000;
  const api = await startFakeBotApi({ now: () => now, ...options });
  onTestFinished(() => api.close());
  return {
    ...api,
    pass: (ms) => {
      now += ms;
    },
  };
}

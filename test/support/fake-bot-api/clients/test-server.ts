import { onTestFinished } from "vitest";
import { type FakeBotApi, type Options, startFakeBotApi } from "../start.ts";

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

/** Calls a method the plain way and gives back the body, whatever it says. */
export async function call(api: FakeBotApi, method: string, params: object = {}): Promise<Record<string, unknown>> {
  const response = await fetch(`${api.url}/bot${api.token}/${method}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(params),
  });
  return (await response.json()) as Record<string, unknown>;
}

/** The description of a refusal, or `accepted`. */
export async function refusalOf(api: FakeBotApi, method: string, params: object = {}): Promise<unknown> {
  const body = await call(api, method, params);
  return body.ok === true ? "accepted" : body.description;
}

export type Fetched = { readonly update_id: number; readonly [type: string]: unknown };

export async function getUpdates(api: FakeBotApi, params: object = {}): Promise<Fetched[]> {
  return (await call(api, "getUpdates", params)).result as Fetched[];
}

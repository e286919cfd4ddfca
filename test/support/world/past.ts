import type { Past } from "../../../src/bots/network-plugin.ts";

/** For networks that know of nothing that was lost. */
export const nothingLost: Past = {
  isKnown: async () => false,
  know: async () => {},
  absence: undefined,
  count: () => 0,
  lose: () => Promise.reject(new Error("nothing is lost in this test")),
};

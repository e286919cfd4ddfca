import fc from "fast-check";
import { expect, test } from "vitest";
import { type Simulated, simulation } from "../../support/history/simulation.ts";

const histories = Number(process.env["SIMULATED_HISTORIES"] ?? 60);

// bench/simulate.ts plays the same for as long as one likes.
test.each([
  ["under a seal that costs nothing", false, histories],
  ["under the real seal", true, Math.ceil(histories / 10)],
])(
  "machines die, stores and networks fail, and no promise is broken: %s",
  async (_, isSealed, runs) => {
    const simulated: Simulated = { groupHours: 0, deaths: 0 };
    await fc.assert(simulation(isSealed, simulated), { numRuns: runs });
    expect(simulated.deaths).toBeGreaterThan(0);
  },
  3_600_000,
);

import { expect } from "vitest";
import { hour, minute, second } from "../../src/lib/time.ts";
import { machineWithClock } from "../start/machine-with-clock.ts";

/** What a clock that is wrong does, and does not. */
export const clocks: Record<string, () => Promise<void>> = {
  "A machine whose clock is wrong hears its people all the same, and the log says by how much it is wrong.":
    async () => {
      for (const wrong of [6 * minute, -6 * minute]) {
        const { share, asks, logged } = await machineWithClock(wrong);
        share(hour);
        expect(await asks()).toContain("Ana is at 52.52000");
        const how = wrong > 0 ? "6 min ahead of" : "6 min behind";
        expect(logged()).toEqual([
          expect.stringContaining(`this machine's clock is ${how} the network's: set it right`),
        ]);
      }
      const { api, setClock, pass, share, asks, march, ana } = await machineWithClock(0);
      setClock(hour);
      const polls = () => api.calls.all.filter(({ method }) => method === "getUpdates").length;
      const before = polls();
      api.people.say(ana, march, "hello");
      await api.calls.until(() => polls() > before && api.updates.isPolled());
      pass(3 * second);
      setClock(0);
      pass(10 * minute);
      share(hour);
      expect(await asks()).toContain("Ana is at 52.52000");
    },
};

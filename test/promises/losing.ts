import { rowsOf } from "../core/storage/keys/ring-world.ts";
import {
  afterwards,
  holds,
  inStore,
  march,
  storeFiles,
  takesBack,
  whileRunning,
  whileStopped,
} from "../support/losses.ts";

/** What becomes of consent when data is lost or put back. */
export const losing: Record<string, () => Promise<void>> = {
  "A store that was lost, emptied or put back from a copy, or a key ring of before, brings back nothing that was stopped, and shows nobody more exactly than they chose.":
    async () => {
      for (const prepare of Object.values(whileStopped)) {
        const here = await march();
        const phone = await takesBack(here);
        await here.world.restartAfter(() => undefined);
        const change = prepare({ store: here.copyOf(storeFiles) });
        await afterwards(here);
        await here.world.restartAfter(() => change(here));
        await holds(here, phone);
      }
      for (const change of Object.values(whileRunning)) {
        const here = await march();
        const phone = await takesBack(here);
        const before = await inStore(here.folder, rowsOf);
        await afterwards(here);
        await change(here, before);
        await holds(here, phone);
      }
      const here = await march();
      const phone = await takesBack(here);
      const putBack = here.copyOf(["keyring"]);
      await afterwards(here);
      await here.world.restartAfter(putBack);
      await holds(here, phone);
    },
};

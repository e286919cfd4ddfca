import { defineConfig, mergeConfig } from "vitest/config";
import all from "./vitest.config.ts";

/** What takes longest: it starts the program, works on passphrases, dies at every step, or takes many random ones. `npm test` runs it too. */
const long = [
  "test/bots/telegram/product/answers-alone.test.ts",
  "test/bots/telegram/stories/board-hour.test.ts",
  "test/core/board/killed-boards.test.ts",
  "test/core/commands/rules/authority.test.ts",
  "test/core/histories/board-looks.test.ts",
  "test/core/histories/histories.test.ts",
  "test/core/histories/losses.test.ts",
  "test/core/histories/simulation.test.ts",
  "test/core/linked/accounts/joining-{authority,histories,killed}.test.ts",
  "test/core/linked/{authority,histories,killed,ten-rooms}.test.ts",
  "test/core/looks/killed-wipe.test.ts",
  "test/core/messaging/failures/failing-store.test.ts",
  "test/core/messaging/failures/killed.test.ts",
  "test/core/storage/formats.test.ts",
  "test/core/storage/golden.test.ts",
  "test/core/storage/keys/{open-key-ring,ring-crash}.test.ts",
  "test/core/storage/renewal/**",
  "test/core/storage/ring-file/{ring-parts,sealed-ring}.test.ts",
  "test/core/storage/stores/open-store.test.ts",
  "test/deploy/**",
  "test/docs/{bad-days,first-steps,shell-lines}.test.ts",
  "test/map/streets.test.ts",
  "test/pictures/{ground,kept,pictures}.test.ts",
  "test/promises/**",
  "test/start/**",
];

export default mergeConfig(all, defineConfig({ test: { exclude: long } }));

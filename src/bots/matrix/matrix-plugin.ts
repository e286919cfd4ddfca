import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type NetworkWorld, networkPlugin } from "../network-plugin.ts";
import { matrixSettings, readMatrixConfig } from "./matrix-config.ts";

/** Matrix, as an account on a homeserver. */
export const matrix = networkPlugin({
  name: "matrix",
  settings: matrixSettings,
  configure: readMatrixConfig,
  title: "Matrix",
  async setUp(interview) {
    const { setUpMatrix } = await import("./login/set-up-matrix.ts");
    return setUpMatrix(interview);
  },
  async logOut(config, keep) {
    const { logOutMatrix } = await import("./login/log-out.ts");
    return logOutMatrix(config, keep);
  },
  async open(config, { core, now, wall, theirs, pulse, wait, sleep, random, log, keep, past, fileKeys, atExit }) {
    const { startMatrix } = await import("./start-matrix.ts");
    const keyStore = config.keyStore ?? temporaryPath(atExit);
    const pace = { now, wall, sleep, random };
    return startMatrix(config, core.receive, {
      languageOf: core.languageOf,
      now,
      theirs,
      pulse,
      wait,
      log,
      keep,
      past,
      keyStore,
      fileKeys: await fileKeys(),
      pace,
    });
  },
});

/** Sealed under keys that are in memory only, and removed besides. */
function temporaryPath(atExit: NetworkWorld["atExit"]): string {
  const folder = mkdtempSync(join(tmpdir(), "whereat-"));
  atExit(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, "matrix-keys.db");
}

import { join } from "node:path";
import { version } from "../../src/lib/version.ts";
import { makeGolden } from "./golden-folder.ts";

await makeGolden(join(import.meta.dirname, version));

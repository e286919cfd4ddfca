import { join } from "node:path";
import packageJson from "../../package.json" with { type: "json" };
import { makeGolden } from "./golden-folder.ts";

await makeGolden(join(import.meta.dirname, packageJson.version));

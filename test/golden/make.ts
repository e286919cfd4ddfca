import { join } from "node:path";
import packageJson from "../../package.json" with { type: "json" };
import { makeGolden } from "./golden-folder.ts";
import { makeGoldenKeyStore } from "./golden-key-store.ts";

const folder = join(import.meta.dirname, packageJson.version);
await makeGolden(folder);
await makeGolden(`${folder}-passphrase`, { passphrase: "green river lamp seven hats" });
await makeGoldenKeyStore(`${folder}-matrix`);

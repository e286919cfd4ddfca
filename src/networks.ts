import { matrix } from "./bots/matrix/matrix-plugin.ts";
import type { NetworkPlugin } from "./bots/network-plugin.ts";
import { telegram } from "./bots/telegram/telegram-plugin.ts";

/**
 * Every network that whereat runs on when something is set for it. A new one is a line here.
 * The console is not among them: it has no settings, and is opened when nothing is set for any of these.
 */
export const networks: readonly NetworkPlugin[] = [telegram, matrix];

import { allowLive } from "./commands/allow-live.ts";
import type { Command } from "./commands/command.ts";
import { help, privacy } from "./commands/explain.ts";
import { here } from "./commands/here.ts";
import { expiry, precision } from "./commands/settings.ts";
import { choose, share, start } from "./commands/share.ts";
import { forget, stop } from "./commands/stop.ts";
import { whereis } from "./commands/whereis.ts";
import { wipe } from "./commands/wipe.ts";

/** The one list: dispatch, help, the networks' menus and the README's table are all read from it. */
export const commands: ReadonlyMap<string, Command> = new Map<string, Command>([
  ["whereis", whereis],
  ["share", share],
  ["here", here],
  ["stop", stop],
  ["expiry", expiry],
  ["precision", precision],
  ["privacy", privacy],
  ["forget", forget],
  ["wipe", wipe],
  ["allowlive", allowLive],
  ["help", help(() => commands)],
  ["start", start],
  ["choose", choose],
]);

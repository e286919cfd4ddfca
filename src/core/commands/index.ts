import { answerToRequest, ask } from "./asking/ask.ts";
import { map } from "./asking/map.ts";
import { pin } from "./asking/pin.ts";
import { whereis } from "./asking/whereis.ts";
import { who } from "./asking/who.ts";
import { allowLive } from "./choices/allow-live.ts";
import { across } from "./choices/join-circles.ts";
import { language } from "./choices/language.ts";
import { link } from "./choices/link.ts";
import { meet } from "./choices/meet.ts";
import { precision } from "./choices/precision.ts";
import type { Command } from "./define-command.ts";
import { expiry } from "./expiry.ts";
import { help, privacy } from "./explain.ts";
import { here } from "./here.ts";
import { setup } from "./setup.ts";
import { choose, share, start } from "./share.ts";
import { forget, stop } from "./stop.ts";
import { wipe } from "./wipe.ts";

/** The one list: dispatch, help, the networks' menus and the README's table are all read from it. */
export const commands: ReadonlyMap<string, Command> = new Map<string, Command>([
  ["whereis", whereis],
  ["map", map],
  ["pin", pin],
  ["ask", ask],
  ["share", share],
  ["here", here],
  ["stop", stop],
  ["meet", meet],
  ["expiry", expiry],
  ["precision", precision],
  ["language", language],
  ["who", who],
  ["privacy", privacy],
  ["forget", forget],
  ["setup", setup],
  ["link", link],
  ["wipe", wipe],
  ["allowlive", allowLive],
  ["help", help],
  ["start", start],
  ["choose", choose],
  ["answer", answerToRequest],
  ["across", across],
]);

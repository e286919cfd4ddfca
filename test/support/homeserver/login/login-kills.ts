import { setTimeout as after } from "node:timers/promises";
import type { askInRoom, ProgramByCode } from "./code-logins.ts";
import type { OAuthProvider } from "./oauth-provider.ts";

type Room = Awaited<ReturnType<typeof askInRoom>>;
const minute = 60_000;
/** Milliseconds until a question counts as lost, however busy the machine is. */
const patience = 2 * minute;
const asks = "confirm the code";

/**
 * Kills the program again and again while its tokens are renewed, and asks it something after each start.
 * @param random from 0 up to 1
 * @returns what was lost, a sentence each
 */
export async function runKills(
  whereat: ProgramByCode,
  room: Room,
  provider: Pick<OAuthProvider, "refreshes">,
  { minutes, kills, random = Math.random }: { minutes: number; kills: number; random?: () => number },
): Promise<string[]> {
  const lost: string[] = [];
  const before = whereat.logged().split(asks).length;
  const began = performance.now();
  for (let n = 1; n <= kills; n++) {
    const until = (minutes * minute * (n - 1 + random())) / kills;
    await after(Math.max(0, until - (performance.now() - began)));
    await whereat.kill();
    whereat.launch();
    const answer = await Promise.race([room.ask("!whereis", "Nobody shares"), after(patience)]);
    if (answer === undefined) lost.push(`after kill ${n}, a question was not answered`);
  }
  await after(Math.max(0, minutes * minute - (performance.now() - began)));
  if ((await Promise.race([room.ask("!whereis", "Nobody shares"), after(patience)])) === undefined)
    lost.push("at the end, a question was not answered");
  const codes = whereat.logged().split(asks).length - before;
  if (codes > 0) lost.push(`the login ended ${codes} times`);
  if (provider.refreshes() < minutes) lost.push("the tokens were hardly renewed");
  return lost;
}

import { type FakeBotApi, startFakeBotApi } from "../../test/support/fake-bot-api/start.ts";
import { type Program, spawnProgram } from "../../test/support/running/program.ts";
import { type Ends, endWith, freshFolder } from "./run.ts";

export type OnTelegram = { api: FakeBotApi; program: Program };

/**
 * The program, as npm start starts it, connected to a fake Bot API in this process.
 * @param latency milliseconds that each call takes to get there
 * @param settings more than the program needs
 */
export async function startOnTelegram(
  ends: Ends,
  latency: number,
  settings: Readonly<Record<string, string>> = {},
): Promise<OnTelegram> {
  const api = await startFakeBotApi({ now: Date.now, latency });
  ends.defer(() => api.close());
  const folder = await freshFolder(ends);
  const program = spawnProgram({
    TELEGRAM_BOT_TOKEN: api.token,
    TELEGRAM_API_ROOT: api.url,
    WHEREAT_STORE: `sqlite:${folder}/whereat.db`,
    WHEREAT_KEYS: `file:${folder}/keyring`,
    ...settings,
  });
  endWith(ends, program);
  await api.calls.until(() => api.updates.isPolled());
  return { api, program };
}

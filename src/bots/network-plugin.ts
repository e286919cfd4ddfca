import type { ChatNetwork } from "../core/model/ports.ts";

/** A network that will not have the bot, however often it tries. The message is ours, and says what to do. */
export class BotRefused extends Error {
  override name = "BotRefused" as const;
}

/** A chat network that listens as well: what main.ts starts and stops. */
export type ChatBot = {
  readonly network: ChatNetwork;
  /** Resolves when it is connected, with one line: as what, and what it can and cannot do there. */
  start(): Promise<string>;
  /** Rejects when it cannot go on, after it was connected; absent: it always can. */
  readonly broken?: Promise<never>;
  /** Resolves when everything in hand is answered, or is safe to be delivered again. */
  stop(): Promise<void>;
};

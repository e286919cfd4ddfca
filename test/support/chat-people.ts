import type { MessageRef } from "../../src/core/model/ids.ts";
import type { Message } from "../../src/core/model/message.ts";
import type { Standing } from "../../src/core/model/ports.ts";
import type { Instant } from "../../src/lib/time.ts";

export type Person = { name: string; handle?: string };
export type Room = { name: string; here: Set<string>; admins: Set<string>; standing: Standing; movedTo?: string };
/** What the bot posted, as people see it now. */
export type Post = {
  ref: MessageRef;
  chat: string;
  thread?: string;
  /** the room in which it is shown to that person alone */
  within?: string;
  message: Message;
  replyTo?: MessageRef;
  at: Instant;
  edits: number;
  removed: boolean;
};

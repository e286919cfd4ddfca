import { type Clock, day, later } from "../../lib/time.ts";
import { chatOf } from "../model/audience.ts";
import type { Effect } from "../model/effects.ts";
import type { MessageRef } from "../model/ids.ts";
import type { Incoming } from "../model/incoming.ts";
import type { Queue } from "../queue/queue.ts";

/** Where effects come from: the id of what came in, so that the same effect is queued once, and what it answers. */
export type Cause = { id: string; replyTo?: MessageRef | undefined };

/** @param note done when the first of them is durable, and before it is worked on; when there is none, at once */
export type CarryOut = (effects: readonly Effect[], cause: Cause, note?: () => Promise<void>) => Promise<void>;

/** Puts what a step leads to into the queue. Resolves when it is durable. */
export function createCarryOut(queue: Queue, clock: Clock): CarryOut {
  return async (effects, { id, replyTo }, note = async () => undefined) => {
    const now = clock();
    let said = 0;
    for (const effect of effects) {
      switch (effect.kind) {
        case "say": {
          said += 1;
          const item = {
            kind: "message",
            id: said === 1 ? id : `${id}/${said}`,
            to: effect.to,
            message: effect.message,
            due: now,
            droppedAt: later(now, day),
          } as const;
          if (!queue.hasSpace(chatOf(effect.to))) break;
          await queue.put(replyTo === undefined ? item : { ...item, replyTo }, said === 1 ? note : undefined);
          break;
        }
        case "acknowledge":
          await queue.put({
            kind: "reaction",
            id: `reaction/${effect.message}`,
            to: effect.to,
            message: effect.message,
            due: now,
            droppedAt: later(now, day),
          });
          break;
        case "follow":
          await queue.put(
            { kind: "incoming", id: effect.id, incoming: effect.incoming, due: now, droppedAt: later(now, day) },
            said === 0 ? note : undefined,
          );
          break;
        case "void":
          await dropVoid(effect);
          break;
      }
    }
    if (said === 0) await note();
  };

  async function dropVoid({ person, rooms }: Extract<Effect, { kind: "void" }>) {
    for (const item of queue.items())
      if (item.kind === "incoming" && sharesPosition(item.incoming, person, rooms)) await queue.remove(item.id);
  }
}

function sharesPosition(incoming: Incoming, person: string, rooms: readonly string[] | undefined): boolean {
  const isShare = incoming.kind === "position" || (incoming.kind === "command" && incoming.shares === true);
  if (!isShare || incoming.from.person !== person) return false;
  const { place } = incoming.from;
  return rooms === undefined || (place !== undefined && rooms.includes(place.room));
}

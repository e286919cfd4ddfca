import { coalesce } from "../../../lib/async/coalesce.ts";
import { createBoundedMap } from "../../../lib/bounded/bounded-map.ts";
import { at, textOf } from "../../../lib/json-value.ts";
import type { MatrixConnection } from "../http/matrix-connection.ts";
import { maxCreateEvents } from "../limits.ts";
import {
  allowingLive,
  mayChangeLive,
  mayShareLive,
  mayWrite,
  type Power,
  readCreators,
  readPower,
} from "./read-power-levels.ts";

export type LivePermission = {
  /** whether every member may begin a live share, and send its points */
  readonly allowed: boolean;
  /** whether every member may write at all, in an encrypted room */
  readonly mayWrite: boolean;
  /** whether the bot has the power to change that */
  readonly canChange: boolean;
};

export type PowerLevels = {
  /** As the room's state has it now. @throws MatrixRequestError */
  of(room: string): Promise<Power>;
  /** Whether the bot may say anything. */
  maySpeak(room: string): Promise<boolean>;
  live(room: string): Promise<LivePermission>;
  /** Lets every member begin a live share. @throws MatrixRequestError when the bot's power does not suffice */
  allowLive(room: string): Promise<void>;
};

type Ask = Pick<MatrixConnection, "userId" | "getState" | "getStateEvent" | "sendState" | "isEncrypted">;

const levelsType = "m.room.power_levels";

/** Who may do what in which room: asked each time, but for who made a room, which never changes. */
export function createPowerLevels(ask: () => Ask): PowerLevels {
  const created = createBoundedMap<unknown>(maxCreateEvents);
  const levels = coalesce((room) => ask().getState(room, levelsType, ""));

  const createEventOf = coalesce(async (room): Promise<unknown> => {
    const event = created.get(room) ?? (await ask().getStateEvent(room, "m.room.create", ""));
    if (event !== undefined) created.set(room, event);
    return event;
  });

  async function of(room: string): Promise<Power> {
    const [content, create] = await Promise.all([levels(room), createEventOf(room)]);
    return readPower(content, readCreators(create), textOf(at(create, "sender")));
  }

  return {
    of,
    async maySpeak(room) {
      const [power, isEncrypted] = await Promise.all([of(room), ask().isEncrypted(room)]);
      return power.of(ask().userId) >= power.toSend(isEncrypted ? "m.room.encrypted" : "m.room.message");
    },
    async live(room) {
      const [content, power, isEncrypted] = await Promise.all([levels(room), of(room), ask().isEncrypted(room)]);
      const own = power.of(ask().userId);
      const canChange = own >= power.toSet(levelsType) && mayChangeLive(content, own);
      return { allowed: mayShareLive(content, isEncrypted), mayWrite: mayWrite(content, isEncrypted), canChange };
    },
    async allowLive(room) {
      await ask().sendState(room, levelsType, "", allowingLive(await levels(room)));
    },
  };
}

import { type IPushRules, type MatrixClient, MatrixEvent } from "matrix-js-sdk";
import { PushProcessor } from "matrix-js-sdk/lib/pushprocessor.js";

/** Whether a person's phone rings for an event that is decrypted, as matrix-js-sdk judges by these rules. */
export function ringsBy(rules: IPushRules, userId: string): (event: object) => boolean {
  const silent = () => undefined;
  const logger = { info: silent, warn: silent, error: silent, debug: silent };
  const client = {
    pushRules: PushProcessor.rewriteDefaultRules(logger as never, rules, userId),
    credentials: { userId },
    getUserId: () => userId,
    getSafeUserId: () => userId,
    getRoom: () => null,
    supportsIntentionalMentions: () => true,
  } as unknown as MatrixClient;
  const processor = new PushProcessor(client);
  return (event) => processor.actionsForEvent(new MatrixEvent({ ...event, room_id: "!a" } as never)).notify === true;
}

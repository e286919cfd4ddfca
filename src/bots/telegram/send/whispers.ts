import { DeliveryError } from "../../../core/model/errors.ts";
import type { MessageRef } from "../../../core/model/ids.ts";
import type { Clock, Instant } from "../../../lib/time.ts";
import type { TelegramApi } from "../client/api.ts";
import { fieldsOf, idOf } from "../client/fields.ts";
import { refusalOf } from "../client/refusal.ts";
import { ephemeralBelieved } from "../limits.ts";
import { ephemeralRef, type Part, type SaidMessage } from "./message-ref.ts";

/** One member of a group, to whom alone a message there is shown. */
export type Receiver = { chat: number; person: number };

export type Whispers = {
  /**
   * The parameters of a call that make what it sends an ephemeral message.
   * @param asked what the person said: unless the bot is an admin, it may say something to one person only in answer, within 15 seconds
   * @throws DeliveryError "refused" when Telegram would not show it to that person alone
   */
  parametersFor(to: Receiver, asked: SaidMessage | undefined): Promise<object>;
  /**
   * What to try when Telegram refused those: an admin needs to answer nothing, and what was said may be gone, or 15 seconds old.
   * @throws what is given, when there is nothing else to try
   */
  parametersAfter(refusal: unknown, to: Receiver, asked: SaidMessage | undefined): Promise<object>;
  /** @throws DeliveryError "refused" when all could read what was sent, which is deleted at once */
  refOf(to: Receiver, sent: unknown, part?: Part): Promise<MessageRef>;
};

/** An id that no ephemeral message has had yet: asking for its deletion tells whether the server knows of such messages. */
const noMessage = 2_147_483_647;

const refused = () => new DeliveryError({ kind: "refused" });

/** What opens the way to a person for a bot that is no admin. */
const isEligible = (asked: SaidMessage | undefined, { chat }: Receiver) =>
  asked?.chat === chat && (asked.press !== undefined || asked.ephemeral !== undefined);

/** A server of Bot API 10.2 reads them on their own, one of 10.3 in the object, and each passes over the other form. */
function parametersOf({ chat, person }: Receiver, asked?: SaidMessage): object {
  const answered = asked?.chat === chat ? asked : undefined;
  const pressed = answered?.press === undefined ? {} : { callback_query_id: answered.press };
  const receiver = { receiver_user_id: person, ...pressed };
  const base = { ...receiver, ephemeral_message_parameters: receiver };
  if (answered === undefined || answered.press !== undefined) return base;
  const { ephemeral, message } = answered;
  return {
    ...base,
    reply_parameters: ephemeral === undefined ? { message_id: message } : { ephemeral_message_id: ephemeral },
  };
}

/**
 * Messages in a group that one member alone sees: core.telegram.org/bots/api#ephemeral-messages-and-commands.
 * @param isAdmin whether the bot is an admin of the group
 */
export function createWhispers(
  api: TelegramApi,
  { now, isAdmin }: { now: Clock; isAdmin: (chat: number) => Promise<boolean> },
): Whispers {
  let believed: { readonly isKnown: boolean; readonly at: Instant } | undefined;

  /**
   * A Bot API server passes over parameters that it does not know: one that is older than ephemeral messages would show all what is for one.
   * It does not know the method either (404), which a newer one does.
   */
  async function knowsThem({ chat, person }: Receiver): Promise<boolean> {
    if (believed !== undefined && now() - believed.at < ephemeralBelieved) return believed.isKnown;
    const isKnown = await api
      .deleteEphemeralMessage({ chat_id: chat, receiver_user_id: person, ephemeral_message_id: noMessage })
      .then(
        () => true,
        (cause: unknown) => {
          const refusal = refusalOf(cause);
          if (refusal === undefined || refusal.code === 429 || refusal.code >= 500) throw cause;
          // It says 404 of what it does not know. Anything but a word about that message tells nothing, and nothing is shown then.
          return refusal.code === 400;
        },
      );
    believed = { isKnown, at: now() };
    return isKnown;
  }

  return {
    async parametersFor(to, asked) {
      if (!isEligible(asked, to) && !(await isAdmin(to.chat))) throw refused();
      if (!(await knowsThem(to))) throw refused();
      return parametersOf(to, asked);
    },

    async parametersAfter(refusal, to, asked) {
      const mayBeThat = refusalOf(refusal)?.code === 400 && asked?.chat === to.chat;
      if (!mayBeThat || !(await isAdmin(to.chat))) throw refusal;
      return parametersOf(to);
    },

    async refOf(to, sent, part) {
      const answer = fieldsOf(sent);
      const id = idOf(answer?.ephemeral_message_id);
      if (id !== undefined && idOf(answer?.message_id) === undefined) return ephemeralRef(to.chat, to.person, id, part);
      believed = { isKnown: false, at: now() };
      const shown = idOf(answer?.message_id);
      if (shown !== undefined) await api.deleteMessage({ chat_id: to.chat, message_id: shown }).catch(() => undefined);
      throw refused();
    },
  };
}

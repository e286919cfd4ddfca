import type { Pin } from "../../../core/model/message.ts";
import { pictureFile, type TelegramApi } from "../client/api.ts";
import type { SentMessage } from "./message-ref.ts";
import { inThread, type ShownLine, withFormatting } from "./send-text.ts";
import { idsOf, type Target } from "./target.ts";

/** A pin beside a text. @param more for whom alone it is */
export const sendPin = (
  api: TelegramApi,
  chat: number,
  { latitude, longitude, accuracy }: Pin,
  more: object,
): Promise<{ message_id: number }> =>
  api.sendLocation({
    chat_id: chat,
    latitude,
    longitude,
    ...(accuracy !== undefined && { horizontal_accuracy: Math.ceil(accuracy) }),
    protect_content: true,
    disable_notification: true,
    ...more,
  });

/** A picture beside a text. @param more for whom alone it is, and what it answers */
export const sendPicture = (
  api: TelegramApi,
  to: Target,
  png: Uint8Array,
  more: object,
): Promise<{ message_id: number }> =>
  inThread(to.thread, (where) =>
    api.sendPhoto({
      chat_id: to.chat,
      ...where,
      photo: pictureFile(png),
      protect_content: true,
      disable_notification: true,
      ...more,
    }),
  );

/** A few grey pixels: what stands in the place of a picture that cannot be deleted. */
const blank = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAKAAAACgCAAAAACupDjxAAABB0lEQVR4Ac3BAQEAAAiDMKR/xXexBtuNNomTOImTOImTOImTOImTOImTOImTOImTOImTOImTOImTOImTOImTOImTOImTOImTOImTOImTOImTOImTOImTOImTOImTOImTOImTOImTOImTOImTOImTOImTOImTOImTOImTOImTOImTOImTOImTOImTOImTOImTOImTOImTOImTOImTOImTOImTOImTOImTOImTOImTOImTOImTOImTOImTOImTOImTOImTOImTOImTOImTOImTOImTOImTOImTOImTOImTOImTOImTOImTOImTOImTOImTOImTOImTOImTOImTOImTOImTOImTOIl7Lq0CHSUJaocAAAAASUVORK5CYII=",
  "base64",
);

/** Puts a blank picture and words in the place of a picture that cannot be deleted. */
export const pictureAway = (api: TelegramApi, at: SentMessage, lines: readonly ShownLine[]): Promise<unknown> =>
  withFormatting(lines, ({ text, ...how }) => {
    const media = { type: "photo", media: pictureFile(blank), caption: text, ...how } as const;
    return at.ephemeral === undefined
      ? api.editMessageMedia({ chat_id: at.chat, message_id: at.message, media })
      : api.editEphemeralMessageMedia({ ...idsOf(at), media });
  });

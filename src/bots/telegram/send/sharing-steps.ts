import { code, type Line, line } from "../../../core/model/message.ts";
import type { ChatNetwork } from "../../../core/model/ports.ts";

const share: readonly Line[] = [
  line("Choose Location, then Share My Live Location, and for how long."),
  line("To stop: ", code("/stop"), ", or Stop Sharing on the message. Deleting the message does not stop it."),
];

/** In the words of Telegram's own apps for phones; on a computer Telegram can share no position. */
export const sharingSteps: ChatNetwork["sharingSteps"] = {
  room: [line("On your phone, in this group, tap Attach, the paper clip."), ...share],
  privateChat: [
    line("On your phone, in this chat, tap Attach, the paper clip."),
    ...share,
    line("Or type coordinates: ", code("/here 52.5200 13.4050"), "."),
  ],
};

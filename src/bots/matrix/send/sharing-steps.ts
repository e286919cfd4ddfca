import { code, type Line, line } from "../../../core/model/message.ts";
import type { ChatNetwork } from "../../../core/model/ports.ts";

const steps: readonly Line[] = [
  line("Choose Location, then Live location, and for how long."),
  line("To stop: ", code("!stop"), ", or stop it in the app. Removing the message stops it too."),
];

/** In the words of Element's apps for phones. */
export const sharingSteps: ChatNetwork["sharingSteps"] = {
  room: [line("On your phone, in this room, tap the plus or the paper clip."), ...steps],
  privateChat: [line("On your phone, in this chat, tap the plus or the paper clip."), ...steps],
};

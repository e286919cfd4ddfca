import { bold, code, type Line, line } from "../../../core/model/message.ts";
import { beaconInfoTypes } from "../receive/read-location.ts";

/** What only Matrix makes necessary to say. The rest of what the bot says is in the core. */

export const removed = (): Line[] => [line("This answer is no longer valid.")];

export const cameInClear = (): Line[] => [
  line("This room is encrypted, but this came without encryption, so servers could read it. I did not take it."),
  line("Send it again from an app that encrypts."),
];

export const notRead = (): Line[] => [
  line("I could not read this: its key has not reached me."),
  line(
    "If it was for me, send it again. If that brings no answer either, look whether your app gives keys to verified devices only.",
  ),
];

export const roomIsPlain = (): Line[] => [
  line("This room is not encrypted: its servers can read every position and every answer in it, and may keep them."),
  line("An admin can turn encryption on in the room's settings. I go on either way."),
];

export const helloInPrivate = (): Line[] => [
  line("Here are only you and I: this is a private chat. ", code("!help"), " lists what I do."),
  line("If this is to be a room for more people, invite them before you say anything else to me."),
];

export const crowded = (): Line[] => [
  line("This was a private chat with me, and now somebody else is invited. I answer nothing here any more, and leave."),
  line("If it is to be a room for all of you, invite me again."),
];

export const liveNotAllowed = (canChange: boolean, me: string): Line[] => [
  line("To the admins: this room does not let its members share a live location."),
  canChange
    ? line("If they should, one of you can say ", code("!allowlive"), ", and I change it.")
    : line("If they should, make me (", code(me), ") an admin, and then say ", code("!allowlive"), "."),
  line(
    "What is changed: the power level for ",
    code(beaconInfoTypes.join(" and ")),
    " becomes ",
    bold("0"),
    ". In the meantime, everybody can say ",
    code("!here 52.5200 13.4050"),
    ".",
  ),
];

export const moveOn = (): Line[] => [
  line("This room has been replaced by a new one. Invite me there, and the settings come along."),
  line("What is shared here ends when I move, and nothing is shared there until somebody does."),
];

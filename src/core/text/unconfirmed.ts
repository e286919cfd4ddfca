import { type Text, text } from "./texts.ts";

/** What helps when a network does not say who is a member. */
export type Advice = "make-admin" | "ask-again";

export const someLeftOut = (advice: Advice): Text => text("some-left-out", { advice });
export const askerUnconfirmed = (advice: Advice): Text[] => [text("asker-unconfirmed", { advice })];

/** Instead of saying that nobody shares, which is not known. @param room undefined: the room in which it is said */
export const nobodyToShow = (room: string | undefined): Text => text("nobody-to-show", { room });

export const roomsUnconfirmed = (): Text => text("rooms-unconfirmed");

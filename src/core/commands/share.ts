import { day, later } from "../../lib/time.ts";
import type { Message } from "../model/message.ts";
import { networkFor } from "../rooms/membership.ts";
import { recordKeys } from "../storage/records/record-keys.ts";
import { shareHere, shareInPrivate } from "../text/room.ts";
import { linkedTo, linkOver } from "../text/sharing.ts";
import { text } from "../text/texts.ts";
import type { Command } from "./define-command.ts";

/** How long the button under the answer works: a link that is passed on opens nothing to people outside the room, but need not last. */
const linkLasts = day;

export const share: Command = {
  listed: { menu: "menu-share", help: "help-share" },
  where: "both",
  async run({ networks, records, newId }, { from, now }) {
    if (from.place === "private") {
      const { words } = networkFor(networks, from.person);
      return { kind: "message", reader: "one person", lines: [text(words.stepsInPrivate)] };
    }
    const network = networkFor(networks, from.room);
    const standing = await network.standing(from.room);
    const hearsPositions = !standing || standing.isAdmin || standing.hearsEverything;
    const payload = newId();
    await records.set(recordKeys.invitation(payload), from.room, later(now, linkLasts));
    const message: Message = {
      kind: "message",
      reader: "everybody",
      lines: hearsPositions ? shareHere(network.words.stepsInRoom) : shareInPrivate(),
      privateChat: { label: text("share-button"), payload },
    };
    return message;
  },
};

/** What the button under `/share` says in the private chat. */
export const start: Command = {
  where: "private",
  async run({ records, circles, members, networks, sharing }, { from, incoming, argument }) {
    if (from.place !== "private") return undefined;
    const before = await sharing.chosenBefore(from.person, incoming.id);
    if (before) return before;
    const steps = networkFor(networks, from.person).words.stepsInPrivate;
    if (argument === "") return { kind: "message", reader: "one person", lines: [text(steps)] };
    const room = await records.get(recordKeys.invitation(argument));
    const circle = room && (await circles.find(room));
    if (!circle || (await members.inRoom(room, from.person)).kind !== "member") return linkOver();
    await circles.meet(from.person, circle, { named: true });
    if ((await sharing.choices(from.person)).includes(circle)) return sharing.choose(from.person, circle, incoming.id);
    return linkedTo(await members.roomName(circle), steps);
  },
};

/** A button, or a number, that says with which circle a share that waits is. */
export const choose: Command = {
  where: "private",
  async run({ sharing }, { from, incoming, argument }) {
    if (from.place !== "private") return undefined;
    const before = await sharing.chosenBefore(from.person, incoming.id);
    if (before) return before;
    const [which = "", question] = argument.split(" ");
    const choices = await sharing.choices(from.person);
    const circle = choices.find((choice) => choice === which) ?? choices[Number(which) - 1];
    return sharing.choose(from.person, circle, incoming.id, question);
  },
};

import { day, later } from "../../lib/time.ts";
import { networkOf } from "../model/ids.ts";
import type { Message } from "../model/message.ts";
import { recordKeys } from "../storage/records/record-keys.ts";
import { shareHere, shareInPrivate } from "../text/room.ts";
import { linkedTo, linkOver } from "../text/sharing.ts";
import type { Command } from "./define-command.ts";

/** How long the button under the answer works: a link that is passed on opens nothing to people outside the room, but need not last. */
const linkLasts = day;

export const share: Command = {
  usage: "",
  summary: "how to share your position from here",
  where: "both",
  async run({ networks, records, newId }, { from, now }) {
    if (from.place === "private") {
      const network = networks.get(networkOf(from.person));
      return { kind: "message", reader: "one person", lines: network?.sharingSteps.privateChat ?? [] };
    }
    const network = networks.get(networkOf(from.room));
    const standing = await network?.standing(from.room);
    const hearsPositions = !standing || standing.isAdmin || standing.hearsEverything;
    const payload = newId();
    await records.set(recordKeys.invitation(payload), from.room, later(now, linkLasts));
    const message: Message = {
      kind: "message",
      reader: "everybody",
      lines: hearsPositions ? shareHere(network?.sharingSteps.room ?? []) : shareInPrivate(),
      privateChat: { label: "Share with this room in private", payload },
    };
    return message;
  },
};

/** What the button under `/share` says in the private chat. */
export const start: Command = {
  usage: "",
  summary: "begin",
  where: "private",
  hidden: true,
  async run({ records, circles, members, networks, sharing }, { from, incoming, argument }) {
    if (from.place !== "private") return undefined;
    const before = await sharing.chosenBefore(from.person, incoming.id);
    if (before) return before;
    const steps = networks.get(networkOf(from.person))?.sharingSteps.privateChat ?? [];
    if (argument === "") return { kind: "message", reader: "one person", lines: steps };
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
  usage: "",
  summary: "choose who may see a position that you sent",
  where: "private",
  hidden: true,
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

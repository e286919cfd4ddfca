import { day, later } from "../../lib/time.ts";
import { recordKeys } from "../storage/records/record-keys.ts";
import { shareHere, shareInPrivate } from "../text/room.ts";
import { linkedTo, linkOver } from "../text/sharing.ts";
import { answer, defineCommand } from "./define-command.ts";

/** How long the button under the answer works: a link that is passed on opens nothing to people outside the room, but need not last. */
const linkLasts = day;

export const share = defineCommand({
  usage: "",
  summary: "how to share your position from here",
  where: "both",
  async run({ records, newId }, { from, now }) {
    const { network } = from;
    if (from.place === "private") return [answer(from, network?.sharingSteps.privateChat ?? [])];
    const standing = await network?.standing(from.room.room);
    const hearsPositions = !standing || standing.isAdmin || standing.hearsEverything;
    const payload = newId();
    await records.set(recordKeys.invitation(payload), from.room.room, later(now, linkLasts));
    const lines = hearsPositions ? shareHere(network?.sharingSteps.room ?? []) : shareInPrivate();
    return [answer(from, lines, { privateChat: { label: "Share with this room in private", payload } })];
  },
});

/** What the button under `/share` says in the private chat. */
export const start = defineCommand({
  usage: "",
  summary: "begin",
  where: "private",
  hidden: true,
  async run({ records, circles, members, sharing }, { from, incoming, argument }) {
    const { person } = from;
    const say = ({ lines, ...more }: ReturnType<typeof linkOver>) => [answer(from, lines, more)];
    const before = await sharing.chosenBefore(person, incoming.id);
    if (before) return say(before);
    const steps = from.network?.sharingSteps.privateChat ?? [];
    if (argument === "") return [answer(from, steps)];
    const room = await records.get(recordKeys.invitation(argument));
    const circle = room && (await circles.find(room));
    if (!circle || (await members.inRoom(room, person)).kind !== "member") return say(linkOver());
    await circles.meet(person, circle, { named: true });
    if ((await sharing.choices(person)).includes(circle)) return say(await sharing.choose(person, circle, incoming.id));
    return say(linkedTo(await members.roomName(circle), steps));
  },
});

/** A button, or a number, that says with which circle a share that waits is. */
export const choose = defineCommand({
  usage: "",
  summary: "choose who may see a position that you sent",
  where: "private",
  hidden: true,
  async run({ sharing }, { from, incoming, argument }) {
    const { person } = from;
    const [which = "", question] = argument.split(" ");
    const choices = await sharing.choices(person);
    const circle = choices.find((choice) => choice === which) ?? choices[Number(which) - 1];
    const said =
      (await sharing.chosenBefore(person, incoming.id)) ??
      (await sharing.choose(person, circle, incoming.id, question));
    const { lines, ...more } = said;
    return [answer(from, lines, more)];
  },
});

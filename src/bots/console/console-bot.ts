import type { Receive } from "../../core/messaging/inbox.ts";
import { formatDuration, parseDuration } from "../../core/model/duration.ts";
import { type MessageRef, personId, roomId } from "../../core/model/ids.ts";
import type { Incoming, Origin } from "../../core/model/incoming.ts";
import { type Clock, type Duration, day } from "../../lib/time.ts";
import { readCommand } from "../parse-command.ts";
import { readLine } from "./read-line.ts";
import type { ConsoleRooms } from "./rooms.ts";

export type ConsoleParts = {
  rooms: ConsoleRooms;
  /** tells what is said from what was said at another time, which a store may still know of */
  session: string;
  receive: Receive;
  /** resolves when everything is answered */
  idle: () => Promise<void>;
  /** moves the console's clock, and ends what is over by then */
  pass: (time: Duration) => Promise<void>;
  clock: Clock;
  print: (line: string) => void;
};

export const consoleHelp = [
  "  ana@march> /whereis     ana says something in the room march; who is new in a room joins it, the first is its admin",
  "  ana> /stop              ana says something to the bot in private",
  "  :wait 30m               half an hour goes by",
  "  :join ana march         ana joins the room; :leave ana march, :kick ana march, :admin ana march likewise",
  "  :rooms  :people  :help  :quit",
];

/** Each minute of it is lived through: more would take long. */
const longestPause = 31 * day;

/**
 * A chat network that one can type: several people, several rooms.
 * @returns what to do with a line; false when it was the last one
 */
export function createConsoleBot(parts: ConsoleParts): (line: string) => Promise<boolean> {
  const { rooms, session, receive, idle, pass, clock, print } = parts;
  let messages = 0;

  async function tell(incoming: Incoming) {
    await receive(incoming);
    await idle();
  }

  async function enter(room: string, person: string) {
    const isNew = !rooms.names().includes(room);
    rooms.join(room, person);
    if (isNew) await tell({ kind: "bot-joined", room: roomId("console", room) });
  }

  async function hear(person: string, room: string | undefined, text: string) {
    if (room !== undefined) {
      const presence = rooms.presence(room, person);
      if (presence === "left" || presence === "removed") {
        return print(`    ${person} is not in ${room} any more. To come back: :join ${person} ${room}`);
      }
      if (presence === undefined) await enter(room, person);
    }
    const isNumber = room === undefined && /^\d{1,3}$/.test(text);
    const words = room === undefined && text !== "" ? { name: "", argument: "" } : undefined;
    const command = isNumber ? { name: "choose", argument: text } : (readCommand(text, "/!") ?? words);
    if (!command) return undefined;
    messages += 1;
    const id = personId("console", person);
    const from: Origin = room === undefined ? { person: id } : { person: id, place: { room: roomId("console", room) } };
    const message = `${room ?? person}/${messages}` as MessageRef;
    return tell({
      kind: "command",
      id: `console:${session}/${message}`,
      from,
      ...command,
      mentions: [],
      sentAt: clock(),
      message,
    });
  }

  async function depart(person: string, room: string, how: "left" | "removed") {
    if (rooms.presence(room, person) !== "here") return print(`    ${person} is not in ${room}`);
    rooms.leave(room, person, how);
    return tell({ kind: "person-left", person: personId("console", person), room: roomId("console", room) });
  }

  async function move(verb: string, [first = "", second = ""]: readonly string[]): Promise<void> {
    const both = first !== "" && second !== "";
    if (verb === "wait") {
      const time = parseDuration(first + second);
      if (time === undefined) return print("    For how long? For example :wait 30m");
      if (time > longestPause) return print(`    ${formatDuration(longestPause)} at a time, at the longest.`);
      await pass(time);
      return print(`    (${formatDuration(time)} later)`);
    }
    if (verb === "join" && both) return enter(second, first);
    if (verb === "leave" && both) return depart(first, second, "left");
    if (verb === "kick" && both) return depart(first, second, "removed");
    if (verb === "admin" && both && rooms.presence(second, first) === "here") return rooms.makeAdmin(second, first);
    if (["join", "leave", "kick", "admin"].includes(verb)) {
      return print(
        both ? `    ${first} is not in ${second}` : `    Who, and which room? For example :${verb} ana march`,
      );
    }
    if (verb === "rooms") return listRooms();
    if (verb === "people") return print(`    ${rooms.everybody().join(", ") || "nobody yet"}`);
    if (verb === "help") return consoleHelp.forEach(print);
    return print("    I do not understand that. :help lists what can be typed here.");
  }

  function listRooms() {
    for (const room of rooms.names()) {
      const people = rooms.people(room).map((person) => (rooms.isAdmin(room, person) ? `${person} (admin)` : person));
      print(`    ${room}: ${people.join(", ") || "nobody"}`);
    }
    if (rooms.names().length === 0) print("    no rooms yet");
  }

  return async (text) => {
    const line = readLine(text);
    if (line.kind === "unclear") print("    A line is person@room> message, or person> message. :help says more.");
    if (line.kind === "said") await hear(line.person, line.room, line.text);
    if (line.kind !== "world") return true;
    if (line.verb === "quit") return false;
    await move(line.verb, line.words);
    return true;
  };
}

import type { Receive } from "../../core/messaging/inbox.ts";
import { type MessageRef, type Network, personId, roomId } from "../../core/model/ids.ts";
import type { Incoming, Origin } from "../../core/model/incoming.ts";
import { parseDuration } from "../../core/text/durations/duration.ts";
import { type Text, text } from "../../core/text/texts.ts";
import { nearestWord } from "../../lib/nearest.ts";
import { type Clock, type Duration, day } from "../../lib/time.ts";
import { readCommand, readNumber } from "../parse-command.ts";
import { verbs } from "./complete.ts";
import { consoleWords } from "./console-words.ts";
import { readLine } from "./read-line.ts";
import type { ConsoleRooms } from "./rooms.ts";

export type ConsoleParts = {
  rooms: ConsoleRooms;
  /** tells what is said from what was said at another time, which a store may still know of */
  session: string;
  /** the networks on which rooms can be played beside the console's own */
  besides?: readonly Network[];
  /** the last code that the bot showed, which is typed as CODE where lines come from a file */
  shownCode?: () => string | undefined;
  receive: Receive;
  /** resolves when everything is answered */
  idle: () => Promise<void>;
  /** moves the console's clock, and ends what is over by then */
  pass: (time: Duration) => Promise<void>;
  clock: Clock;
  print: (line: string) => void;
};

/** Each minute of it is lived through: more would take long. */
const longestPause = 31 * day;

/**
 * A chat network that one can type: several people, several rooms.
 * @returns what to do with a line; false when it was the last one
 */
export function createConsoleBot(parts: ConsoleParts): (line: string) => Promise<boolean> {
  const { rooms, session, besides = [], shownCode, receive, idle, pass, clock, print } = parts;
  let messages = 0;
  /** Something about the console itself. */
  const remark = (said: Text) => print(`    ${consoleWords(said)}`);

  async function tell(incoming: Incoming) {
    await receive(incoming);
    await idle();
  }

  const isAtHome = (person: string, room: string) =>
    !rooms.everybody().includes(person) || rooms.homeOf(person) === rooms.networkOf(room);

  async function enter(room: string, person: string) {
    if (!isAtHome(person, room)) return remark(text("console-not-in", { person, room }));
    const isNew = !rooms.names().includes(room);
    rooms.join(room, person);
    if (isNew) await tell({ kind: "bot-joined", room: roomId(rooms.networkOf(room), room) });
  }

  async function hear(person: string, room: string | undefined, said: string) {
    if (room !== undefined) {
      const presence = rooms.presence(room, person);
      if (presence === "left" || presence === "removed") {
        return remark(text("console-gone-from", { person, room }));
      }
      if (presence === undefined) await enter(room, person);
      if (!isAtHome(person, room)) return undefined;
    }
    const typed = said.replace(/ CODE$/, (word) => ` ${shownCode?.() ?? word.trim()}`);
    const number = room === undefined ? readNumber(said) : undefined;
    const words = room === undefined && said !== "" ? { name: "", argument: "" } : undefined;
    const command = number !== undefined ? { name: "choose", argument: number } : (readCommand(typed, "/!") ?? words);
    if (!command) return undefined;
    messages += 1;
    const network = rooms.homeOf(person);
    const id = personId(network, person);
    const from: Origin = room === undefined ? { person: id } : { person: id, place: { room: roomId(network, room) } };
    const message = `${room ?? person}/${messages}` as MessageRef;
    return tell({
      kind: "command",
      id: `${network}:${session}/${message}`,
      from,
      ...command,
      // There is no other bot here that it could be for.
      ...(room !== undefined && { addressed: true as const }),
      mentions: [],
      sentAt: clock(),
      message,
    });
  }

  async function depart(person: string, room: string, how: "left" | "removed") {
    if (rooms.presence(room, person) !== "here") return remark(text("console-not-in", { person, room }));
    rooms.leave(room, person, how);
    const network = rooms.networkOf(room);
    return tell({ kind: "person-left", person: personId(network, person), room: roomId(network, room) });
  }

  async function move(verb: string, [first = "", second = ""]: readonly string[]): Promise<void> {
    const both = first !== "" && second !== "";
    if (verb === "wait") {
      const time = parseDuration(first + second);
      if (time === undefined) return remark(text("console-how-long"));
      if (time > longestPause) return remark(text("console-longest", { longest: longestPause }));
      await pass(time);
      return remark(text("console-later", { time }));
    }
    if (verb === "join" && both) return enter(second, first);
    if (verb === "leave" && both) return depart(first, second, "left");
    if (verb === "kick" && both) return depart(first, second, "removed");
    if (verb === "admin" && both && rooms.presence(second, first) === "here") return rooms.makeAdmin(second, first);
    if (["join", "leave", "kick", "admin"].includes(verb)) {
      if (both) return remark(text("console-not-in", { person: first, room: second }));
      return remark(text("console-who-and-where", { verb }));
    }
    if (verb === "room") {
      if (both && besides.includes(second) && rooms.setApart(first, second)) return undefined;
      return remark(text("console-which-network", { networks: besides }));
    }
    if (verb === "rooms") return listRooms();
    if (verb === "people") {
      const people = rooms.everybody();
      return remark(people.length > 0 ? text("console-people", { people }) : text("console-nobody-yet"));
    }
    if (verb === "help") return consoleWords(text("console-help")).split("\n").forEach(print);
    const nearest = nearestWord(verb, Object.keys(verbs), 2);
    return remark(nearest === undefined ? text("console-unknown") : text("console-nearest", { verb: nearest }));
  }

  function listRooms() {
    for (const room of rooms.names()) {
      const people = rooms
        .people(room)
        .map((person) => (rooms.isAdmin(room, person) ? consoleWords(text("console-admin", { person })) : person));
      remark(people.length > 0 ? text("console-room", { room, people }) : text("console-empty-room", { room }));
    }
    if (rooms.names().length === 0) remark(text("console-no-rooms"));
  }

  return async (typed) => {
    const line = readLine(typed);
    if (line.kind === "unclear") remark(text("console-unclear"));
    if (line.kind === "said") await hear(line.person, line.room, line.text);
    if (line.kind !== "world") return true;
    if (line.verb === "quit") return false;
    await move(line.verb, line.words);
    return true;
  };
}

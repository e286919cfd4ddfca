import { bareId, type MessageRef } from "../../core/model/ids.ts";
import { code, line } from "../../core/model/message.ts";
import type { ChatNetwork } from "../../core/model/ports.ts";
import { renderText } from "../render.ts";
import type { ConsoleRooms } from "./rooms.ts";

type Shown = { where: string; firstLine: string };

/**
 * The console as a chat network: what the bot says is printed under what was said to it.
 * @param print takes one line
 * @param session tells its messages from those of another time, which a store may still know of
 */
export function createConsoleNetwork(rooms: ConsoleRooms, print: (line: string) => void, session: string): ChatNetwork {
  const shown = new Map<MessageRef, Shown>();
  let last = 0;

  function show(where: string, text: string) {
    const [first = "", ...more] = text.split("\n");
    print(`    ${where} | ${first}`);
    for (const next of more) print(`    ${" ".repeat(where.length)} | ${next}`);
    return first;
  }

  return {
    network: "console",
    capabilities: { knowsRepeats: true, whispers: "never" },
    sharingSteps: {
      room: [line("On Telegram or Matrix: send a live location. In this console there are no phones.")],
      privateChat: [line("Type your coordinates here: ", code("/here 52.5200 13.4050"), ".")],
    },

    async membership(room, person) {
      return rooms.membership(bareId(room), bareId(person));
    },
    async roomName(room) {
      return bareId(room);
    },
    async standing() {
      return { isAdmin: true, hearsEverything: true };
    },

    async send(to, message) {
      const where = "room" in to ? `in ${bareId(to.room)}` : `to ${bareId(to.person)} only`;
      const firstLine = show(where, renderText(message.lines));
      const indent = `    ${" ".repeat(where.length)} |`;
      for (const [index, { label }] of message.choices?.entries() ?? []) print(`${indent} ${index + 1}  ${label}`);
      if (message.choices) print(`${indent} (answer with the number)`);
      if (message.privateChat) print(`${indent} [${message.privateChat.label}: /start ${message.privateChat.payload}]`);
      if (message.pin) print(`${indent} (with a pin on the network's own map)`);
      last += 1;
      const ref = `${session}/${last}` as MessageRef;
      shown.set(ref, { where, firstLine });
      return [ref];
    },

    async edit(ref, message) {
      const where = shown.get(ref)?.where ?? "";
      shown.set(ref, { where, firstLine: show(`${where}, in place of the last answer`, renderText(message.lines)) });
    },

    async remove(ref) {
      const gone = shown.get(ref);
      shown.delete(ref);
      if (gone) print(`    ${gone.where} | (the answer is deleted: “${gone.firstLine.slice(0, 40)}…”)`);
    },

    async acknowledge(message) {
      print(`    in ${message.slice(0, message.indexOf("/"))} | (the bot reacts: 👍)`);
    },

    isNewest: () => false,
  };
}

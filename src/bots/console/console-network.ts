import type { Audience } from "../../core/model/audience.ts";
import { DeliveryError } from "../../core/model/errors.ts";
import { bareId, type MessageRef, type Network, networkOf, type RoomId } from "../../core/model/ids.ts";
import type { Message } from "../../core/model/message.ts";
import type { EditingNetwork, NetworkWords } from "../../core/model/ports.ts";
import type { Language } from "../../core/text/languages.ts";
import { type Text, text } from "../../core/text/texts.ts";
import { consoleWords, wordsIn } from "./console-words.ts";
import type { ConsoleRooms } from "./rooms.ts";

const words: NetworkWords = {
  stepsInRoom: "console-steps-in-room",
  stepsInPrivate: "console-steps-in-private",
  sendOnce: "console-send-location",
  sendLive: "console-send-location",
  deleting: "console-deleting",
  whoElseSees: "console-sees",
  noBoard: "console-no-board",
};

type Shown = { where: string; firstLine: string; isPrivate: boolean; picture?: string };

/** Where pictures are put for as long as they stand. */
export type PictureFiles = {
  /** @returns its path */
  put: (name: string, png: Uint8Array) => Promise<string>;
  remove: (path: string) => Promise<void>;
};

const refused = () => new DeliveryError({ kind: "refused" });

/**
 * The console as a chat network: what the bot says is printed under what was said to it.
 * @param print takes one line
 * @param session tells its messages from those of another time, which a store may still know of
 * @param pictures absent: none are shown
 * @param plays the network whose rooms it plays
 */
export function createConsoleNetwork(
  rooms: ConsoleRooms,
  print: (line: string) => void,
  session: string,
  pictures?: PictureFiles,
  plays: Network = "console",
): EditingNetwork {
  const shown = new Map<MessageRef, Shown>();
  const byKey = new Map<string, MessageRef>();
  let last = 0;

  const roomOf = (id: RoomId): string => {
    const room = bareId(id);
    if (networkOf(id) !== plays || !rooms.names().includes(room) || rooms.networkOf(room) !== plays) throw refused();
    return room;
  };

  /** One screen shows everything, but it says for whom it is. */
  function placeOf(to: Audience, message: Message): Text {
    if ("person" in to) {
      if (networkOf(to.person) !== plays) throw refused();
      const person = bareId(to.person);
      return to.within
        ? text("console-within", { room: roomOf(to.within.room), person })
        : text("console-to", { person });
    }
    if (message.reader === "one person") throw refused();
    return text("console-in", { room: roomOf(to.room) });
  }

  function show(where: string, said: readonly Text[], language?: Language) {
    const [first = "", ...more] = wordsIn(said, language).split("\n");
    print(`    ${where} | ${first}`);
    for (const next of more) print(`    ${" ".repeat(where.length)} | ${next}`);
    return first;
  }

  return {
    network: plays,
    capabilities: { knowsRepeats: true, whispers: "in place" },
    words,

    async membership(room, person) {
      return rooms.membership(bareId(room), bareId(person));
    },
    async roomName(room) {
      return bareId(room);
    },
    async countPeople(room) {
      return rooms.people(roomOf(room)).length;
    },
    async standing() {
      return { isAdmin: true, hearsEverything: true };
    },

    ...(pictures && { noPicture: async () => undefined }),

    async send(to, message, key) {
      const { lines, privateChat, pin, keyboard, language } = message;
      const choices = message.choices ?? (keyboard?.kind === "replies" ? keyboard.replies : []);
      const where = consoleWords(placeOf(to, message));
      const before = byKey.get(key);
      if (before) return [before];
      const path = message.drawn && (await pictures?.put(`picture-${plays}-${last + 1}.png`, message.drawn));
      const said = [
        ...lines,
        ...choices.map(({ label }, index) => text("numbered-choice", { number: index + 1, label })),
        ...(choices.length > 0 ? [text("console-choose")] : []),
        ...(privateChat ? [text("console-private-chat", privateChat)] : []),
        ...(pin ? [text("console-pin")] : []),
        ...(path === undefined ? [] : [text("console-picture", { path })]),
      ];
      const firstLine = show(where, said, language);
      last += 1;
      const ref = `${session}/${plays}/${last}` as MessageRef;
      shown.set(ref, { where, firstLine, isPrivate: "person" in to, ...(path !== undefined && { picture: path }) });
      byKey.set(key, ref);
      return [ref];
    },

    async edit(ref, message) {
      const before = shown.get(ref);
      if (!before || (message.reader === "one person" && !before.isPrivate)) throw refused();
      const place = consoleWords(text("console-in-place", { where: before.where }));
      shown.set(ref, { ...before, firstLine: show(place, message.lines, message.language) });
    },

    async remove(ref) {
      const gone = shown.get(ref);
      shown.delete(ref);
      if (gone?.picture !== undefined) await pictures?.remove(gone.picture);
      if (gone) show(gone.where, [text("console-deleted", { beginning: gone.firstLine.slice(0, 40) })]);
    },

    async acknowledge(message) {
      const where = text("console-in", { room: message.slice(0, message.indexOf("/")) });
      show(consoleWords(where), [text("console-reacts")]);
    },

    isNewest: () => false,
  };
}

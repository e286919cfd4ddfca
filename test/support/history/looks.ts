import { plainWords } from "../../../src/bots/render.ts";
import type { MessageRef } from "../../../src/core/model/ids.ts";
import type { ChatNetwork } from "../../../src/core/model/ports.ts";
import { createValues } from "../../../src/core/text/values.ts";
import { hour, second } from "../../../src/lib/time.ts";
import type { CoreWorld } from "../world/core-world.ts";
import { seen } from "../world/words.ts";
import type { Seen } from "./model.ts";

/** An answer that people could read in a room, as the network saw it. */
type Answer = { room: string; asker: string | undefined; at: number; endedAt?: number };
type Shown = { who: string; answer: Answer; isCoarse: boolean; until: number };

const { age, duration } = createValues("en");
const nameOf = (person: string) => `${person[0]?.toUpperCase()}${person.slice(1)}`;

/** A network of which is looked at, after each call, what it has taken, also where it says that it failed. */
export function watching(port: ChatNetwork, look: () => void, failed: () => void = () => undefined): ChatNetwork {
  const watched = async <T>(call: Promise<T>): Promise<T> => {
    try {
      return await call;
    } catch (error) {
      failed();
      throw error;
    } finally {
      look();
    }
  };
  const edit = port.edit?.bind(port);
  return {
    ...port,
    send: (...of) => watched(port.send(...of)),
    remove: (...of) => watched(port.remove(...of)),
    ...(edit && { edit: (...of) => watched(edit(...of)) }),
  };
}

/**
 * Watches what the network is given, and from that alone knows what /who has to say: "kept for one expiry after the look, also after /stop; gone
 * with the /forget of who was shown; the asker's own takes only the name".
 * @param read what an answer says of each person
 */
export function createWitness(read: (words: string) => Seen[]) {
  const expiries = new Map<string, number>();
  const askers = new Map<MessageRef, string>();
  const known = new Map<MessageRef, { edits: number; answer?: Answer }>();
  let shown: Shown[] = [];
  let world: CoreWorld | undefined;

  function begin(post: CoreWorld["network"]["posts"][number], now: number): Answer | undefined {
    const asker = post.replyTo && askers.get(post.replyTo);
    const people = read(seen(plainWords(post.message.lines))).filter(({ mark }) => mark !== undefined);
    if (asker === undefined || people.length === 0) return undefined;
    const answer = { room: post.chat, asker, at: now };
    const until = now + (expiries.get(post.chat) ?? hour);
    shown = [...shown, ...people.map(({ who, isCoarse }) => ({ who, isCoarse, answer, until }))];
    return answer;
  }

  /** Takes up all that is new, also what the network took though it said that it failed. */
  function look() {
    if (!world) return;
    const now = world.now();
    for (const post of world.network.posts) {
      const before = known.get(post.ref);
      if (before && post.removed && before.answer) before.answer.endedAt ??= now;
      if (before?.edits === post.edits) continue;
      if (before?.answer) before.answer.endedAt ??= now;
      const answer = begin(post, now);
      known.set(post.ref, { edits: post.edits, ...(answer && { answer }) });
    }
  }

  return {
    connect: (port: ChatNetwork) => watching(port, look),
    watch: (watched: CoreWorld) => void (world = watched),
    /** somebody asks in a room */
    async asks(who: string, room: string) {
      const incoming = world?.command(who, room, "/whereis");
      if (!incoming) return;
      askers.set(incoming.message, who);
      await world?.tell(incoming);
    },
    /** "Shortening applies at once to everything kept." */
    setExpiry(room: string, expiry: number) {
      expiries.set(room, expiry);
      for (const one of shown) if (one.answer.room === room) one.until = Math.min(one.until, one.answer.at + expiry);
    },
    forget(who: string) {
      shown = shown.filter((one) => one.who !== who);
      for (const { answer } of shown) if (answer.asker === who) answer.asker = undefined;
    },
    wipe(room: string) {
      expiries.delete(room);
      shown = shown.filter(({ answer }) => answer.room !== room);
    },
    /** What the person is told, an answer a line, in any order. How many could read it is left out. */
    expected: (who: string, now: number): string[] =>
      shown
        .filter((one) => one.who === who && one.until > now)
        .map(({ answer: { asker, room, at, endedAt }, isCoarse }) => {
          const name = asker === undefined ? "Somebody whose name I have forgotten since" : nameOf(asker);
          const when = now - at < 5 * second ? "just now" : age(now - at);
          const exactly = isCoarse ? "within a square of 1 kilometre" : "exactly";
          const stood = endedAt === undefined ? undefined : duration(Math.max(second, endedAt - at));
          const where = `The ${room}${stood === undefined ? "" : ` for ${stood}`}`;
          const stands = stood === undefined ? "stands" : "stood";
          return `${name} asked ${when}. You were shown ${exactly}. The answer ${stands} in ${where}.`;
        }),
    /** What the answer to /who says, in the same form. */
    told: (words: string): string[] =>
      words.split("\n").flatMap((line) => (line.includes(" asked ") ? [line.replace(/ \(\d+ members\)/, "")] : [])),
  };
}

/** A line of /who without the times in it. */
export const withoutTimes = (line: string): string =>
  line.replace(/ asked .*? You/, " asked. You").replace(/ (stands|stood) in (The \w+).*/, " in $2");

export type Witness = ReturnType<typeof createWitness>;

import { plainWords } from "../../../../src/bots/render.ts";
import type { MessageRef } from "../../../../src/core/model/ids.ts";
import type { ChatNetwork } from "../../../../src/core/model/ports.ts";
import { hour, type Instant, second } from "../../../../src/lib/time.ts";
import type { CoreWorld } from "../../world/core-world.ts";
import { seen } from "../../world/words.ts";
import { watching } from "../looks.ts";
import { readAnswer } from "../read-answer.ts";
import { rooms } from "../steps.ts";
import { lineOf } from "./lines.ts";
import type { Line } from "./match.ts";
import { createExpiries, type Look, type Showing } from "./showings.ts";

type Post = CoreWorld["network"]["posts"][number];
type Asked = { who: string; room: string | undefined };
type Shown = { who: string; isCoarse: boolean };
/** What a board showed after a message of it was sent, edited or deleted. */
type Change = { room: string; at: Instant; isEdit: boolean; shows: readonly Shown[] };

/** How soon a board answers where nothing holds it up. */
const soon = 2 * second;

/**
 * Watches what the network is given, boards too, and from that alone knows what /who has to say.
 * @param isExact nothing dies, and nothing fails for a while: then whoever asked a board is answered by its next edit
 */
export function createBoardWitness(isExact: boolean) {
  const expiries = createExpiries();
  const asked = new Map<MessageRef, Asked>();
  const known = new Map<MessageRef, { edits: number; removed: boolean; look?: Look }>();
  const pending = new Map<string, { look: Look; since: Instant; isOverridden: boolean }[]>();
  const changes: Change[] = [];
  const troubles: Instant[] = [];
  const looks: Look[] = [];
  let world: CoreWorld | undefined;

  const shownBy = (post: Post): Shown[] =>
    readAnswer(seen(plainWords(post.message.lines))).filter(({ mark }) => mark !== undefined);
  const isRoom = (chat: string) => world?.network.rooms.has(chat) === true;

  function momentOf(shown: Shown, at: Instant, of: readonly string[], isSure: boolean): Showing {
    return { ...shown, rooms: of, from: at, to: at, before: expiries.count(), isSure };
  }

  function begin(post: Post, now: Instant): Look | undefined {
    const question = post.replyTo && asked.get(post.replyTo);
    const asker = isRoom(post.chat) ? question?.who : post.chat;
    const people = shownBy(post).filter(({ who }) => isRoom(post.chat) || who !== asker);
    if (asker === undefined || people.length === 0) return undefined;
    const of = isRoom(post.chat) ? post.chat : question?.room;
    const shown = people.map((one) => momentOf(one, now, of === undefined ? rooms : [of], true));
    const look: Look = { kind: "answer", room: isRoom(post.chat) ? post.chat : undefined, asker, shown };
    looks.push(look);
    return look;
  }

  function changeBoard(post: Post, board: Look, now: Instant, isEdit: boolean) {
    const shows = post.removed ? [] : shownBy(post);
    const isSame = (one: Shown) => (other: Shown) => one.who === other.who && one.isCoarse === other.isCoarse;
    const open = board.shown.filter(({ to }) => to === undefined);
    for (const one of open) if (!shows.some(isSame(one))) Object.assign(one, { to: now, before: expiries.count() });
    for (const one of shows)
      if (!open.some(isSame(one))) board.shown.push({ ...one, rooms: [post.chat], from: now, isSure: true });
    const change = { room: post.chat, at: now, isEdit, shows };
    changes.push(change);
    if (!isEdit) return;
    for (const question of pending.get(post.chat) ?? []) answer(question.look, change, question);
    pending.delete(post.chat);
  }

  function answer(look: Look, { at, shows, room }: Change, question: { since: Instant; isOverridden: boolean }) {
    const isSure = isExact && !question.isOverridden && at - question.since <= soon;
    look.shown.push(...shows.map((one) => momentOf(one, at, [room], isSure)));
  }

  /** Takes up all that is new, also what the network took though it said that it failed. */
  function look() {
    if (!world) return;
    const now = world.now();
    for (const post of world.network.posts) {
      const before = known.get(post.ref);
      const { edits, removed } = post;
      if (before?.edits === edits && before.removed === removed) continue;
      const isEdit = before !== undefined && before.edits < edits;
      if (post.message.silent === true && isRoom(post.chat)) {
        const board: Look = before?.look ?? { kind: "board", room: post.chat, asker: undefined, shown: [] };
        if (!before) looks.push(board);
        known.set(post.ref, { edits, removed, look: board });
        changeBoard(post, board, now, isEdit);
        continue;
      }
      if (before?.look) before.look.endedAt ??= now;
      const next = before && !isEdit ? before.look : begin(post, now);
      known.set(post.ref, { edits, removed, ...(next && { look: next }) });
    }
  }

  const meetsTrouble = () => void (world && troubles.push(world.now()));

  /** Somebody asked in a room, and no message answers them: what stood on its board does, and its next edit. */
  function askBoard(who: string, room: string, ref: MessageRef, since: { at: Instant; changes: number }) {
    const isTaken = world?.network.reactions.includes(ref) === true;
    if (!isTaken && isExact) return;
    const standing = changes.slice(0, since.changes).findLast((change) => change.room === room)?.shows ?? [];
    const shown = standing.map((one) => momentOf(one, since.at, [room], isTaken));
    const look: Look = { kind: "asked", room, asker: who, shown };
    looks.push(look);
    const question = { look, since: since.at, isOverridden: false };
    const next = changes.slice(since.changes).find((change) => change.room === room && change.isEdit);
    if (next) return answer(look, next, question);
    const others = pending.get(room) ?? [];
    for (const other of others) other.isOverridden = true;
    pending.set(room, [...others, question]);
  }

  return {
    connect: (port: ChatNetwork) => watching(port, look, meetsTrouble),
    /** something went wrong, and it may not be known what was delivered */
    meetsTrouble,
    troubles: troubles as readonly Instant[],
    watch: (watched: CoreWorld) => void (world = watched),
    /** @param room undefined: in private */
    async asks(who: string, room: string | undefined, words = "/whereis") {
      if (!world) return;
      const incoming = world.command(who, room, words);
      asked.set(incoming.message, { who, room });
      const since = { at: world.now(), changes: changes.length };
      await world.tell(incoming);
      if (room === undefined || !world.network.isHere(room, who)) return;
      const isAnswered = world.network.posts.some(({ replyTo }) => replyTo === incoming.message);
      if (!isAnswered) askBoard(who, room, incoming.message, since);
    },
    /** What was asked and not answered yet is remembered by the running program alone. */
    restarts() {
      for (const question of [...pending.values()].flat()) question.isOverridden = true;
    },
    setExpiry: (room: string, expiry: number) => expiries.set(room, expiry),
    forget(who: string) {
      for (const one of looks) {
        one.shown = one.shown.filter((shown) => shown.who !== who);
        if (one.asker === who) one.asker = undefined;
      }
    },
    wipe(room: string) {
      for (const one of looks) {
        one.shown = one.shown.filter(({ rooms: of }) => !(of.length === 1 && of[0] === room));
        // It may have shown them by another room, too.
        for (const shown of one.shown) if (shown.rooms.includes(room)) shown.isSure = false;
      }
      expiries.set(room, hour);
    },
    /** @param before what they were shown from then on need not be told of yet */
    lines: (who: string, now: number, before = Number.POSITIVE_INFINITY): Line[] =>
      looks.flatMap((one) => lineOf(one, who, expiries, now, before) ?? []),
  };
}

export type BoardWitness = ReturnType<typeof createBoardWitness>;

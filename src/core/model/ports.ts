import type { Duration, Instant } from "../../lib/time.ts";
import type { Language } from "../text/languages.ts";
import type { PlainTextId, Text } from "../text/texts.ts";
import type { Audience } from "./audience.ts";
import type { Boards, Turn } from "./boards.ts";
import type { CircleId, MessageRef, Network, PersonId, RoomId } from "./ids.ts";
import type { Message, Spoken } from "./message.ts";
import type { WhyNoPicture } from "./pictures.ts";

/**
 * Durable text by id. Every method rejects with a StoreError unless it did what it says:
 * `set` resolves when the text is as safe as the store makes it, `delete` when the rows are gone.
 */
export interface TextStore {
  get(id: string): Promise<string | undefined>;
  /** in the order of `ids` */
  getMany(ids: readonly string[]): Promise<(string | undefined)[]>;
  set(id: string, text: string): Promise<void>;
  delete(ids: readonly string[]): Promise<void>;
  /** every row; one that is set or deleted meanwhile may or may not be among them */
  entries(): AsyncIterable<readonly [id: string, text: string]>;
  /** leaves no deleted text in the store's own files, where it can */
  scrub(): Promise<void>;
  close(): Promise<void>;
}

/**
 * What a record is, as far as its seal is concerned: `about` tells it from all others of its kind.
 * With `circle` (and `member`) it is sealed under that circle's key (and that member's key in it) as well, and closes with them.
 */
export type RecordKey = {
  kind: string;
  about: readonly string[];
  circle?: CircleId;
  member?: PersonId;
  /** its loss, or an older one in its place, would undo what somebody chose or took back: the store is watched for that */
  guarded?: true;
  /** what it says may stay in memory while its keys last; never of a position */
  remembered?: true;
};

export type SealedRow = {
  text: string;
  /** to be called when the text is safely stored: destroys the record's earlier keys */
  stored(): Promise<void>;
};

/**
 * The keys of a file that a network seals by itself, and how far the file had come. Earlier copies of the file do not open once it was renewed;
 * one that was made since then says a lower count than the ring does.
 */
export type FileKeys = {
  /** the count that the ring knows */
  readonly count: number;
  /** copies, newest first; two when a renewal was cut off: the file is sealed under one of them */
  keys(): Uint8Array[];
  /**
   * Gives the file a new key, and destroys the older ones.
   * @param reseal seals all of the file under the key, durably before it returns, and gives the count that the file then says
   * @throws (rejects) StoreError when the ring could not be saved, and what `reseal` throws
   */
  renew(reseal: (key: Uint8Array) => number): Promise<void>;
  /** notes the count that the file says durably. @throws (rejects) StoreError */
  note(count: number): Promise<void>;
};

/** How the store, or what is known of the past, turned out not to be what the key ring last worked with. */
export type Loss =
  /** the store holds nothing */
  | "emptied"
  /** the store is an older copy, or another one */
  | "older store"
  /** rows were deleted or put back, or the store's note was changed */
  | "changed"
  /** the key ring is an older copy */
  | "older ring"
  /** a network knows of more than was handled: ring and store are older copies together */
  | "network"
  /** noticed by an earlier run, which ended before all that follows was done */
  | "unfinished";

/**
 * Whether what is stored is what was stored last. Where it is not, nobody can tell what was stopped or chosen since: every share is over, and
 * what cannot be known is taken to be the most careful.
 */
export interface Continuity {
  /** when something was last found to be lost: shares that began before are over; undefined: never */
  lostAt(): Instant | undefined;
  /** what was lost, until all that follows from it is done; meanwhile choices are taken to be the most careful */
  open(): Loss | undefined;
  /** looks at the store's note now. @throws StoreError (rejects) when that cannot be read */
  check(): Promise<void>;
  /** something outside the store shows that it is not what was stored last */
  lose(loss: Loss): Promise<void>;
  /** all that follows from the loss is done */
  close(): Promise<void>;
  /** never falls: a network that keeps it shows by it that more happened than is known here */
  count(): number;
  /** for how long the program did not run before it started, by the clock; undefined where that is not known */
  readonly absence: Duration | undefined;
  /** when the note was last written, by the clock: at least each minute while the store takes what is written */
  writtenAt(): Instant;
}

/** Makes text unreadable to whoever holds only the store, and, by destroying keys, to everybody. */
export interface Seal {
  /** when the program last started with a clock behind the time it had seen before: nothing is certain about shares from before then */
  readonly clockSetBackAt: Instant | undefined;
  /** it did so this time: the keys of every member were destroyed */
  readonly isClockBehind: boolean;
  /** the id of the record's row: tells nothing without the ring */
  rowId(key: RecordKey): string;
  /** with an expiry the record is sealed under the key of its bucket, and closes with it */
  seal(key: RecordKey, text: string, expiresAt?: Instant): Promise<SealedRow>;
  /** undefined when a key it was sealed under is destroyed; throws a SealError when the row is not what was sealed for this key */
  open(key: RecordKey, row: string): Promise<string | undefined>;
  /** the same, at once, as `as` reads it: what that makes may be remembered with the row */
  read<T>(key: RecordKey, row: string, as: (text: string) => T): T | undefined;
  /** rows with these ids are deleted: what they said is not to stay in memory */
  forget(ids: readonly string[]): void;
  /** the edge at which the row's bucket key is destroyed, read without opening it; undefined: the row has no expiry */
  bucketOf(row: string): Instant | undefined;
  destroyMember(circle: CircleId | undefined, member: PersonId): Promise<void>;
  destroyCircle(circle: CircleId): Promise<void>;
  /** makes a new key for the circle; the function returned destroys the old one, and is to be called when everything is sealed again */
  rotateCircle(circle: CircleId): Promise<() => Promise<void>>;
  /** destroys the keys of all buckets whose edge is not after `now` */
  destroyBuckets(now: Instant): Promise<void>;
  /** destroys the keys of one member's record */
  destroyRecord(key: RecordKey): Promise<void>;
  /**
   * Members' records of which, for a quarter of an hour now, an older copy opens with the same key, `max` at most. Resealing them closes that
   * copy: their members may send nothing more that would.
   */
  dueForReseal(now: Instant, max: number): readonly RecordKey[];
  /** circles whose key rotation was interrupted when the program ended: everything of theirs is to be sealed again */
  halfRotatedCircles(): readonly CircleId[];
  /** the keys of a file beside the store, which a network seals by itself */
  fileKeys(name: string): Promise<FileKeys>;
}

/** What is wanted of a membership: by itself it says of nobody that they are an admin. Some networks are asked less for it. */
export type AboutMembership = "with rights" | "by itself";

/** What a network says of somebody in a room, now. */
export type Membership =
  | { kind: "member"; name: string; handle?: string; isAdmin: boolean }
  | { kind: "not a member" }
  /** the network did not say */
  | { kind: "unconfirmed"; why: WhyUnconfirmed };

/** Why a network did not say whether somebody is a member: it never tells a bot that is no admin of the room; or it cannot say now. */
export type WhyUnconfirmed = "hidden" | "not now";

/** Who reads what is answered in a room: everybody there, or who asked alone. */
export const audiencesOfAnswers = ["room", "private"] as const;
export type Answers = (typeof audiencesOfAnswers)[number];

/** One thing that was looked at in a room: how it is, and the one step that mends it where something is amiss. */
export type Finding = {
  /** who can read there, which comes before anybody shares; or what the bot can do, and its people */
  readonly about: "reading" | "working";
  readonly says: Text;
  readonly step?: Text;
  /** it is as it should be, or told by the network itself when the bot comes: no greeting says it */
  readonly isKnown?: true;
  /** it comes with the way in which answers are read there, and is said when that is chosen */
  readonly isOfAnswers?: true;
};

export type Standing = { isAdmin: boolean; hearsEverything: boolean };

/** What a network can do, as far as the core plans with it. */
export type Capabilities = {
  /** a message that is sent again with the same key is shown once */
  readonly knowsRepeats: boolean;
  /** how long after it was sent a message can still be deleted; absent: always */
  readonly deletesWithin?: Duration;
  /** metres: a pin cannot show that a position is known less exactly than this; absent: it can show any */
  readonly widestPin?: number;
  /** each point of a live share is a message of its own, and stays in the room */
  readonly keepsPoints?: true;
  /** people know each other's ids, and type them to say whom they mean */
  readonly typedIds?: true;
  /** how one person in a room is told something alone: in place, though perhaps not always and then it refuses; or in the private chat, which it opens */
  readonly whispers: "in place" | "in private";
  /** it opens a private chat by itself, and invites the person into it: where others give a way into it, it writes there */
  readonly opensPrivateChats?: true;
};

/** What a network has the core say of it: texts of its own. */
export type NetworkWords = {
  /** how one shares from a room, and from the private chat, a step a line */
  stepsInRoom: PlainTextId;
  stepsInPrivate: PlainTextId;
  /** how somebody who was asked sends where they are, in private: once, or live */
  sendOnce: PlainTextId;
  sendLive: PlainTextId;
  /** what becomes of a share when its message is deleted */
  deleting: PlainTextId;
  /** who else sees what is said there */
  whoElseSees: PlainTextId;
  /** why a room has no board there; absent on networks that have boards */
  noBoard?: PlainTextId;
};

/** The few things that the core wants from a chat network. `send`, `sentBefore`, `edit`, `remove` and `acknowledge` throw only DeliveryErrors. */
export interface ChatNetwork {
  readonly network: Network;
  readonly words: NetworkWords;
  readonly capabilities: Capabilities;
  /**
   * Asks for room within the network's own limits for one message to this chat, and takes it.
   * @returns 0 when it may be sent now, else after how many milliseconds to ask again; absent on networks without limits
   */
  takeSlot?(to: Audience, turn?: Turn): Duration;
  /** @throws DeliveryError "later" when the network cannot be asked at the moment, but can be later */
  membership(room: RoomId, person: PersonId, about?: AboutMembership): Promise<Membership>;
  roomName(room: RoomId): Promise<string | undefined>;
  standing(room: RoomId): Promise<Standing | undefined>;
  /** how many people are in the room now, the bot not counted; undefined where it does not say */
  countPeople?(room: RoomId): Promise<number | undefined>;
  /** @param key the same for the same message, so that a network that can will show it once; @param replyTo the message it answers */
  send(to: Audience, message: Spoken, key: string, replyTo?: MessageRef): Promise<readonly MessageRef[]>;
  /** why no picture of this can be shown there, if so; absent on networks that show none. @throws DeliveryError, as `send` does */
  noPicture?(to: Audience, message: Message): Promise<WhyNoPicture | undefined>;
  /** what of an answer was taken that was sent under this key, if it was; only on networks that know repeats */
  sentBefore?(to: Audience, key: string, replyTo?: MessageRef): Promise<readonly MessageRef[]>;
  /**
   * Puts other words in the place of a message's own. Absent on networks that keep what it said before for whoever looks, as Matrix does
   * ("Event replacements"): there nothing but a redaction takes a position away.
   */
  edit?(ref: MessageRef, message: Spoken): Promise<void>;
  /** deletes or redacts; where that fails for good, edits the text away, in the language of who reads there. @param others somebody else wrote it: then it stays; of a live share, its latest point goes too */
  remove(ref: MessageRef, others?: true | "live share", language?: Language): Promise<void>;
  acknowledge(message: MessageRef): Promise<void>;
  /** lets every member of the room share live, and looks whether they may then; absent on networks that never forbid it; rejects when the network does */
  allowLive?(room: RoomId): Promise<"allowed now" | "allowed before" | "no power" | "may not write">;
  /** shows the people of a room by what they type there who will read the answer; absent on networks that cannot. @throws DeliveryError */
  showAnswers?(room: RoomId, answers: Answers): Promise<void>;
  /** looks at all that decides who can read there and what the bot can do, the most important first. @throws DeliveryError */
  check?(room: RoomId, answers: Answers): Promise<readonly Finding[]>;
  /** whether nothing that the bot knows of was said after `ref` but `question`; absent where no message is edited */
  isNewest?(ref: MessageRef, question: MessageRef): boolean;
  /** a room can have a board: one message that is edited in place, of which nobody's phone rings; absent where an edit is seen as more than that */
  readonly boards?: Boards;
}

/** A network on which an edit leaves nothing of what stood there before. */
export type EditingNetwork = ChatNetwork & Required<Pick<ChatNetwork, "edit" | "isNewest">>;

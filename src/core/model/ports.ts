import type { Duration, Instant } from "../../lib/time.ts";
import type { PlainTextId } from "../text/texts.ts";
import type { Audience } from "./audience.ts";
import type { CircleId, MessageRef, Network, PersonId, RoomId } from "./ids.ts";
import type { Message } from "./message.ts";

/** 128 random bits as text of A-Za-z0-9_-. */
export type RandomId = () => string;

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
export type RecordKey = { kind: string; about: readonly string[]; circle?: CircleId; member?: PersonId };

export type SealedRow = {
  text: string;
  /** to be called when the text is safely stored: destroys the keys that it supersedes */
  stored(): Promise<void>;
};

/** Makes text unreadable to whoever holds only the store, and, by destroying keys, to everybody. */
export interface Seal {
  /** when the program last began with a clock behind what it had seen before: of shares from before, nothing that is known is sure */
  readonly startedOver: Instant | undefined;
  /** it began so this time: every member's keys were destroyed */
  readonly isClockBehind: boolean;
  /** the id of the record's row: tells nothing without the ring */
  rowId(key: RecordKey): string;
  /** with an expiry the record is sealed under the key of its bucket, and closes with it */
  seal(key: RecordKey, text: string, expiresAt?: Instant): Promise<SealedRow>;
  /** undefined when a key it was sealed under is destroyed; throws a SealError when the row is not what was sealed for this key */
  open(key: RecordKey, row: string): Promise<string | undefined>;
  /** the edge at which the row's bucket key is destroyed, read without opening it; undefined: the row has no expiry */
  bucketOf(row: string): Instant | undefined;
  destroyMember(circle: CircleId | undefined, member: PersonId): Promise<void>;
  destroyCircle(circle: CircleId): Promise<void>;
  /** a new key for the circle; the function returned destroys the old one, once everything is sealed again */
  renewCircle(circle: CircleId): Promise<() => Promise<void>>;
  /** destroys the keys of all buckets whose edge is not after `now` */
  destroyBuckets(now: Instant): Promise<void>;
  /** destroys the keys of one record of a member */
  destroyRecord(key: RecordKey): Promise<void>;
  /**
   * Members' records of which an older copy opens with the same key, for a quarter of an hour now. What seals them anew closes
   * that copy; nothing does while their members say nothing more.
   */
  outdated(now: Instant): readonly RecordKey[];
  /** circles whose key was renewed but not yet the only one when the program ended: everything of them is to be sealed again */
  halfRenewed(): readonly CircleId[];
  /** 32 bytes for a purpose of its own, always the same for the same ring */
  derive(purpose: string): Uint8Array;
}

/** What a network says of somebody in a room, now. */
export type Membership =
  | { kind: "member"; name: string; handle?: string; isAdmin: boolean }
  | { kind: "not a member" }
  /** the network did not say */
  | { kind: "unconfirmed" };

/** What the bot can do in a room. */
export type Standing = { isAdmin: boolean; hearsEverything: boolean };

/** What a network can do, as far as the core plans with it. */
export type Capabilities = {
  /** a message that is sent again with the same key is shown once */
  readonly knowsRepeats: boolean;
  /** how long after it was sent a message can still be deleted; absent: always */
  readonly deletesWithin?: Duration;
  /** whether it can show something in a room to one person only; `within`: for so many milliseconds after that person asked */
  readonly whispers: "always" | "never" | { readonly within: Duration };
};

/** What a network has the core say of it: texts of its own. */
export type NetworkWords = {
  /** how one shares from a room, and from the private chat, a step a line */
  stepsInRoom: PlainTextId;
  stepsInPrivate: PlainTextId;
  /** what becomes of a share when its message is deleted */
  deleting: PlainTextId;
  /** who else sees what is said there */
  whoElseSees: PlainTextId;
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
  takeSlot?(to: Audience): Duration;
  /** @throws DeliveryError "later" when the network cannot be asked at the moment, but can be later */
  membership(room: RoomId, person: PersonId): Promise<Membership>;
  roomName(room: RoomId): Promise<string | undefined>;
  standing(room: RoomId): Promise<Standing | undefined>;
  /** @param key the same for the same message, so that a network that can will show it once; @param replyTo the message it answers */
  send(to: Audience, message: Message, key: string, replyTo?: MessageRef): Promise<readonly MessageRef[]>;
  /** what of an answer was taken that was sent under this key, if it was; only on networks that know repeats */
  sentBefore?(to: Audience, key: string, replyTo?: MessageRef): Promise<readonly MessageRef[]>;
  edit(ref: MessageRef, message: Message): Promise<void>;
  /** deletes or redacts; where that fails for good, edits the text away */
  remove(ref: MessageRef): Promise<void>;
  acknowledge(message: MessageRef): Promise<void>;
  /** lets every member of the room begin a live share; absent on networks that never forbid it; rejects when the network does */
  allowLive?(room: RoomId): Promise<"allowed now" | "allowed before" | "no power">;
  /** whether nothing that the bot knows of was said after `ref` but `question` */
  isNewest(ref: MessageRef, question: MessageRef): boolean;
}

import type { Interview } from "../../network-plugin.ts";
import type { AccountState } from "../crypto/identity/cross-signing.ts";
import type { SyncHandlers } from "../sync/handlers.ts";
import type { SyncEnd } from "../sync/sync-loop.ts";

export type Member = {
  readonly userId: string;
  readonly membership: "join" | "invite";
  readonly displayName: string | undefined;
};

/**
 * One account on one homeserver. Ids are Matrix's own; what comes from others is `unknown`. Every method throws MatrixRequestError when the
 * homeserver does not do what was asked, and it may be called again: a repeated transaction id is answered with the first event's id.
 */
export type MatrixConnection = {
  readonly userId: string;
  readonly deviceId: string;
  readonly account: AccountState;
  /** Receives what happens until `stop`, or until it cannot go on. Once per connection. */
  receive(handlers: SyncHandlers): Promise<SyncEnd>;
  /** Ends `receive`, waits for the handler in hand for at most a second and a half, and closes everything. */
  stop(): Promise<void>;

  /** Sends an event, encrypted when the room is. @param txnId unique for each event of this login @returns the event's id */
  send(roomId: string, type: string, content: object, txnId: string): Promise<string>;
  /** Sets a state event, which Matrix never encrypts. */
  sendState(roomId: string, type: string, stateKey: string, content: object): Promise<string>;
  /**
   * Brings a file to the homeserver, encrypted under a key of its own.
   * @returns what an event in an encrypted room says of it, its key too (spec, "EncryptedFile")
   */
  uploadEncrypted(plain: Uint8Array): Promise<object>;
  redact(roomId: string, eventId: string, txnId: string, reason?: string): Promise<string>;
  /** Reactions go in clear even in encrypted rooms, as other clients send them. */
  react(roomId: string, eventId: string, key: string, txnId: string): Promise<string>;

  /** The content of a state event, or undefined when the room has none. */
  getState(roomId: string, type: string, stateKey: string): Promise<unknown>;
  /** The same as the whole event, with its id and sender. */
  getStateEvent(roomId: string, type: string, stateKey: string): Promise<unknown>;
  /** How the account is shown, or undefined when it has no name, or none can be had now. */
  displayName(): Promise<string | undefined>;
  /** An event, decrypted if need be, or undefined when there is none that the bot may see. @throws DecryptionError */
  getEvent(roomId: string, eventId: string): Promise<unknown>;
  /** The latest point of a live share that is not redacted, encrypted or not, by the id of the event that began the share. */
  lastPoint(roomId: string, beacon: string): Promise<string | undefined>;
  /** Who is in the room, or invited to it, now. */
  members(roomId: string): Promise<Member[]>;
  isEncrypted(roomId: string): Promise<boolean>;
  /** The last of the bot's own messages in a room that are not redacted, newest first, edits among them, by their ids. */
  ownMessages(roomId: string, max: number): Promise<string[]>;
  /** The bot's own messages that were sent under these transaction ids lately, in the order of the ids. */
  sentUnder(roomId: string, txnIds: readonly string[]): Promise<(string | undefined)[]>;
  joinedRooms(): Promise<string[]>;
  join(roomId: string): Promise<void>;
  /** Leaves a room, or turns down an invitation. @param reason what the people of the room are told; in clear, as all of membership is */
  leave(roomId: string, reason?: string): Promise<void>;
  /** The rooms that the account's own notes (m.direct) call private chats, by the other's id. Who is in them is another question. */
  directRooms(): Promise<ReadonlyMap<string, readonly string[]>>;
  /** Makes an encrypted private chat, invites the person and notes it in m.direct. @returns the room's id */
  createDirectRoom(userId: string): Promise<string>;
  /** Notes in m.direct that a room is the private chat with a person, or with nobody any more. */
  noteDirectRoom(roomId: string, userId: string | undefined): Promise<void>;

  /** The content of the account's own data of this type, which only the account and its homeserver see; undefined: there is none. */
  accountData(type: string): Promise<unknown>;
  setAccountData(type: string, content: object): Promise<void>;

  /** Lets another session of the account verify this device. @see Verification in ../crypto/identity/verification.ts */
  verify(operator: Interview, signal: AbortSignal): Promise<boolean>;
  /** Forgets old keys of received messages, by the schedule given at the start. @returns how many */
  forgetKeys(): Promise<number>;
  /** Forgets the devices of those with whom no encrypted room is shared any more, when it is time to look. @returns how much of that there was */
  forgetPeople(): Promise<number>;
};

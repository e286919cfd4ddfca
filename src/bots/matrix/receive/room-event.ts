import type { PersonId, Position } from "../../../core/model/ids.ts";
import type { Instant } from "../../../lib/time.ts";

/** What can be seen of a live share in its `beacon_info`, which is in clear in every room. */
export type Beacon = {
  /** as the server's clock has it */
  readonly startedAt: Instant;
  /** as the server's clock has it */
  readonly until: Instant;
  /** the sharer's clock when it began, which may be wrong */
  readonly ts: number;
  /** how far that clock is behind the server's, in milliseconds; negative when it is ahead */
  readonly skew: number;
};

/** Which event it is, and by whom. The server vouches for the sender and the room. */
export type EventOrigin = {
  readonly event: string;
  readonly sender: string;
  readonly thread?: string;
  /** as the server's clock has it, never later than it was received */
  readonly sentAt: Instant;
};

/** What an event of a room means to whereat, before it is known what kind of room it is. */
export type RoomEvent = EventOrigin &
  (
    | {
        readonly kind: "command";
        readonly name: string;
        readonly argument: string;
        readonly mentions: PersonId[];
        /** it stands behind the bot's name */
        readonly addressed?: true;
        /** nothing but the bot's name makes it a command */
        readonly unmarked?: true;
        /** the event that was edited into it, as this one claims */
        readonly edits?: string;
      }
    /** nothing but a number: in a private chat it chooses from a list */
    | { readonly kind: "number"; readonly number: string }
    /** what is no command; `addressed`: it calls the bot */
    | { readonly kind: "words"; readonly addressed?: true }
    /** a picture or the like */
    | { readonly kind: "no words" }
    /** `ts`: the sender's own time */
    | { readonly kind: "location"; readonly ts: number; readonly position: Position }
    /** a location, or a point of the live share that the event `info` began, whose place cannot be read */
    | { readonly kind: "unreadable location"; readonly info?: string }
    /** a point of the live share that the event `info` began */
    | { readonly kind: "point"; readonly info: string; readonly ts: number; readonly position: Position }
    /** the sharer's beacon_info was set: to one that is live, or to one that is not; it replaces the one before */
    | { readonly kind: "beacon"; readonly type: string; readonly beacon?: Beacon; readonly replaces?: string }
    | { readonly kind: "redaction"; readonly redacts: string }
    | {
        readonly kind: "membership";
        readonly user: string;
        readonly before?: string;
        readonly now: string;
        /** the invitation that this answers was to a private chat */
        readonly isDirect: boolean;
      }
    /** what decides who can read the room, and how, was set */
    | { readonly kind: "readers" }
    | { readonly kind: "replaced"; readonly by: string }
    | { readonly kind: "power levels"; readonly levels: unknown; readonly before: unknown }
  );

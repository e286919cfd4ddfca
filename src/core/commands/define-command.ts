import type { Instant } from "../../lib/time.ts";
import type { CircleId, Network, PersonId, RoomId } from "../model/ids.ts";
import type { CommandIncoming } from "../model/incoming.ts";
import type { Reply } from "../model/message.ts";
import type { RandomId } from "../model/ports.ts";
import type { Circles } from "../rooms/circles.ts";
import type { Members, Networks } from "../rooms/membership.ts";
import type { Rooms } from "../rooms/room-changes.ts";
import type { Sharing } from "../sharing/private-share.ts";
import type { Shares } from "../sharing/shares.ts";
import type { SealedRecords } from "../storage/records/sealed-records.ts";
import type { PlainTextId } from "../text/texts.ts";

/** What commands are made of. */
export type Services = {
  records: SealedRecords;
  circles: Circles;
  shares: Shares;
  sharing: Sharing;
  members: Members;
  rooms: Rooms;
  networks: Networks;
  newId: RandomId;
};

/** Said in a room, by one of its members or by its admins anonymously. */
export type InRoom = {
  place: "room";
  room: RoomId;
  circle: CircleId;
  isAdmin: boolean;
  person?: PersonId;
  name: string;
};
/** Said in the private chat. */
export type InPrivate = { place: "private"; person: PersonId };

export type Asked = { from: InRoom | InPrivate; incoming: CommandIncoming; argument: string; now: Instant };

export type Command = {
  /** its entry in menus, and its line in /help; absent: part of another step, not something that people type */
  listed?: { menu: PlainTextId; help: PlainTextId };
  where: "room" | "private" | "both";
  adminOnly?: true;
  /** said on this network; on the others it is no command */
  only?: Network;
  /** changes nothing, and is answered at the moment when the answer can be sent */
  isQuestion?: true;
  /** obeyed however late the network delivers it: it only ever takes something away */
  atAnyAge?: true;
  /** about who says it: not for admins who speak as the room itself */
  asOneself?: true;
  run(services: Services, asked: Asked): Promise<Reply | undefined>;
};

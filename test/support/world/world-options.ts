import type { Command } from "../../../src/core/commands/define-command.ts";
import type { Network } from "../../../src/core/model/ids.ts";
import type { Pictures, WhyNoPicture } from "../../../src/core/model/pictures.ts";
import type { Places } from "../../../src/core/model/places.ts";
import type { ChatNetwork, Seal, TextStore } from "../../../src/core/model/ports.ts";
import type { Duration } from "../../../src/lib/time.ts";

export type Options = {
  /** where the store and the key ring are; in memory, unless it is given */
  folder?: string;
  /** puts something between the core and its store; asked anew when the program begins again */
  store?: (store: TextStore) => TextStore;
  /** the same for its network */
  connect?: (port: ChatNetwork) => ChatNetwork;
  /** has the program do something; where it dies over that, begins it again and has it do the same once more */
  survive?: (work: () => Promise<void>, beginAgain: () => Promise<void>) => Promise<void>;
  seal?: Seal;
  /** starts again when the store fails at the start, as whoever runs the program does */
  triesToResume?: true;
  deletesWithin?: Duration;
  /** metres: the widest circle that the network can draw around a pin */
  widestPin?: number;
  /** what the network is sent twice under one key it shows once */
  knowsRepeats?: true;
  /** "telegram", unless another is given */
  network?: Network;
  /** a second one, of the same abilities */
  beside?: Network;
  /** the network can let members begin live shares */
  canAllowLive?: true;
  /** the network can show something in a room to one person only */
  canWhisper?: true;
  /** the network invites people into the private chat */
  opensPrivateChats?: true;
  /** the network has boards, of so many lines at most */
  boardHolds?: number;
  /** what places are called; nothing knows it unless it is given */
  places?: Places;
  /** draws answers; nothing does unless it is given */
  pictures?: Pictures;
  /** why the network shows no picture; absent: it shows them */
  noPicture?: WhyNoPicture;
  /** those that there are, unless others are given */
  commands?: ReadonlyMap<string, Command>;
};

/** Where somebody is; `live` is how long the phone says that it will share, "forever" is until turned off. */
export type Sharing = {
  at: readonly [latitude: number, longitude: number];
  live?: Duration | "forever";
  accuracy?: number;
  heading?: number;
  thread?: string;
};
export type Said = { id?: string; ago?: Duration; mentions?: readonly string[]; thread?: string };

/** What of it the network is made with. */
export type NetworkOptions = Pick<
  Options,
  | "deletesWithin"
  | "widestPin"
  | "knowsRepeats"
  | "canAllowLive"
  | "canWhisper"
  | "opensPrivateChats"
  | "boardHolds"
  | "noPicture"
>;

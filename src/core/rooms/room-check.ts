import { DeliveryError } from "../model/errors.ts";
import type { RoomId } from "../model/ids.ts";
import type { Answers, ChatNetwork, Finding } from "../model/ports.ts";
import { text } from "../text/texts.ts";

/** What was found; `isWhole`: false when the network did not say all of it now. */
export type RoomCheck = { findings: readonly Finding[]; isWhole: boolean };

/** So many things are said when the bot comes into a room. */
const maxInGreeting = 3;

/** Looks at what the bot can and cannot do in a room: first who can read there, then whether it hears, then everything else. */
export async function checkRoom(network: ChatNetwork, room: RoomId, answers: Answers): Promise<RoomCheck> {
  const looked = await network.check?.(room, answers).catch((error: unknown) => {
    if (error instanceof DeliveryError) return undefined;
    throw error;
  });
  const standing = await network.standing(room);
  const found = looked ?? [];
  const isDeaf = standing !== undefined && !standing.isAdmin && !standing.hearsEverything;
  const hears: readonly Finding[] = isDeaf ? [{ about: "working", says: text("live-not-heard") }] : [];
  const about = (what: Finding["about"]) => found.filter((finding) => finding.about === what);
  return {
    findings: [...about("reading"), ...hears, ...about("working")],
    isWhole: network.check === undefined || looked !== undefined,
  };
}

/** The most important of what people have to know before they share. */
export const forGreeting = ({ findings }: RoomCheck) =>
  findings.filter(({ isKnown }) => !isKnown).slice(0, maxInGreeting);

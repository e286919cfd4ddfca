import { cleanName } from "../../rooms/names.ts";
import { roomSettings, type SettingValue } from "../../rooms/room-settings.ts";
import { type Text, text } from "../../text/texts.ts";
import { type Asked, announce, hint, type InRoom, type Services } from "../define-command.ts";

/** Whether what members say to the bot in a room goes, too. */
export async function chooseTidy({ settings }: Services, { from, incoming }: Asked<"room">, given: string) {
  const { room } = from.room;
  const now = await settings.of(room, "tidy");
  if (given === "") return [hint(from, toldOfTidy(from, now))];
  const value = roomSettings.tidy.values.find((one) => one === given);
  if (value === undefined) return [hint(from, [text("setup-no-such-value", { given: cleanName(given) })])];
  if (!(await settings.choose(room, "tidy", value, incoming.id)))
    return [hint(from, [text("setup-unchanged"), ...toldOfTidy(from, value)])];
  return [announce(from, [text("tidy-changed", { tidy: value }), ...pointsThatStay(from, value)])];
}

export const toldOfTidy = (from: InRoom, tidy: SettingValue<"tidy">): Text[] => [
  text("setup-tidy", { tidy }),
  ...pointsThatStay(from, tidy),
];
const pointsThatStay = ({ network }: InRoom, tidy: SettingValue<"tidy">): Text[] =>
  tidy === "on" && network.capabilities.keepsPoints ? [text("setup-tidy-points")] : [];

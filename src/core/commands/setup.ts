import { cleanName } from "../rooms/names.ts";
import { checkRoom } from "../rooms/room-check.ts";
import { roomSettings, type SettingName } from "../rooms/room-settings.ts";
import { ownName } from "../text/languages.ts";
import { type Text, text } from "../text/texts.ts";
import { allowLive } from "./choices/allow-live.ts";
import { boardOf, chooseBoard } from "./choices/board.ts";
import { chooseForRoom } from "./choices/language.ts";
import { chooseTidy, toldOfTidy } from "./choices/tidy.ts";
import { type Asked, announce, answer, defineCommand, hint, type InRoom, type Services } from "./define-command.ts";
import { expiry } from "./expiry.ts";

/** Steps of the set-up that are commands of their own. */
const steps = { expiry, live: allowLive } as const;

/** How a room is set up, what the bot can and cannot do there, and how to mend it. Everybody may see it, for everybody is affected. */
export const setup = defineCommand({
  listed: { menu: "menu-setup", help: "help-setup" },
  where: "room",
  rights: {
    adminSays: (argument) => /\s/.test(argument) || argument.toLowerCase() === "live",
    refusal: async () => [text("admins-only", { what: "setup" })],
  },
  async run(services, asked) {
    const { from } = asked;
    const [name = "", ...rest] = asked.argument.toLowerCase().split(/\s+/);
    if (name === "") return [await show(services, from)];
    if (isStep(name) && (name === "expiry" || from.network.allowLive))
      return steps[name].run(services, { ...asked, argument: rest.join(" ") });
    if (name === "language") return chooseForRoom(services, asked, rest.join(" "));
    if (name === "board") return chooseBoard(services, asked, rest.join(" "));
    if (name === "tidy") return chooseTidy(services, asked, rest.join(" "));
    return isSetting(name)
      ? choose(services, asked, name, rest.join(" "))
      : [hint(from, [unknown("setup-no-such", name)])];
  },
});

const isStep = (name: string): name is keyof typeof steps => Object.hasOwn(steps, name);
/** The language is chosen by its name as well, a board is not everywhere, and to tidy has words of its own. */
type Plain = Exclude<SettingName, "language" | "board" | "tidy">;
const isSetting = (name: string): name is Plain => name === "answers";
const unknown = (id: "setup-no-such" | "setup-no-such-value", given: string) => text(id, { given: cleanName(given) });

async function show({ circles, languages, settings }: Services, from: InRoom) {
  const { network, room, answers } = from;
  const { findings, isWhole } = await checkRoom(network, room.room, answers);
  const tidy = await settings.of(room.room, "tidy");
  // What its apps show there may be from before the room went by another id, or was refused then.
  if (answers === "private") await network.showAnswers?.(room.room, answers).catch(() => undefined);
  const toMend = findings.flatMap(({ says, step }) => (step ? [text("setup-to-mend", { says, step })] : []));
  const others = findings.flatMap(({ says, step }) => (step ? [] : [says]));
  const lines = [
    isWhole ? text("setup-amiss", { amiss: toMend.length }) : text("setup-not-whole"),
    ...toMend,
    ...others,
    text("setup-answers", { answers }),
    ...(network.boards ? [text("setup-board", { board: await boardOf(settings, from) })] : []),
    ...toldOfTidy(from, tidy),
    text("setup-expiry", { expiry: await circles.expiry(from.circle) }),
    text("setup-language", { language: ownName(await languages.ofRoom(room.room)) }),
    text("setup-reachable"),
  ];
  const other = answers === "private" ? "room" : "private";
  const tidied = tidy === "on" ? "off" : "on";
  const shortcuts = [{ label: text("setup-answers-button", { answers: other }), command: `setup answers ${other}` }];
  if (network.boards && answers === "room") {
    const board = (await settings.of(room.room, "board")) === "on" ? "off" : "on";
    shortcuts.push({ label: text("setup-board-button", { board }), command: `setup board ${board}` });
  }
  shortcuts.push({ label: text("setup-tidy-button", { tidy: tidied }), command: `setup tidy ${tidied}` });
  return answer(from, lines, { shortcuts });
}

/** Who chose it is not said: a button tells who pressed it, also of an admin who speaks as the room itself. */
async function choose(services: Services, { from, incoming }: Asked<"room">, name: Plain, given: string) {
  const { settings, rooms } = services;
  if (given === "") return [hint(from, [text("setup-answers", { answers: from.answers })])];
  const value = roomSettings[name].values.find((one) => one === given);
  if (value === undefined) return [hint(from, [unknown("setup-no-such-value", given)])];
  const { room } = from.room;
  if (!(await settings.choose(room, name, value, incoming.id)))
    return [hint(from, [text("setup-unchanged"), text("setup-answers", { answers: value })])];
  // What everybody reads of those who share goes, too.
  const hadBoard = value === "private" && (await settings.choose(room, "board", "off", incoming.id));
  if (value === "private") await rooms.clear(room);
  await from.network.showAnswers?.(room, value).catch(() => undefined);
  return [
    announce(from, [
      text("answers-changed", { answers: value }),
      ...(hadBoard ? [text("board-ended")] : []),
      ...caveats(await checkRoom(from.network, room, value)),
    ]),
  ];
}

/** What the network says of how such answers are read there. */
const caveats = ({ findings }: Awaited<ReturnType<typeof checkRoom>>): readonly Text[] =>
  findings.flatMap(({ says, isOfAnswers }) => (isOfAnswers ? [says] : []));

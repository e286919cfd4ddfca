import { cleanName } from "../../rooms/names.ts";
import { type Language, languageOf, ownName, readLanguage, languages as spoken } from "../../text/languages.ts";
import { type Text, text } from "../../text/texts.ts";
import { type Asked, announce, defineCommand, hint, type Services } from "../define-command.ts";

/** What gives the choice back to the app. */
const byApp = "auto";

/** In which language one person is spoken to, wherever something is for them alone. */
export const language = defineCommand({
  listed: { menu: "menu-language", help: "help-language" },
  ofAsker: true,
  where: "both",
  asOneself: true,
  async run({ languages }, { from, argument }) {
    const { person } = from;
    if (argument === "") {
      const now = await languages.of(from.place === "room" ? { person, within: from.room } : { person });
      return [hint(from, [text("language-is", named(now)), choices()], { shortcuts: shortcuts("language", now) })];
    }
    if (argument.toLowerCase() === byApp) {
      await languages.choose(person, undefined);
      return [hint(from, [text("language-by-app")])];
    }
    const chosen = readLanguage(argument);
    if (chosen === undefined) return [hint(from, [notSpoken(argument), choices()])];
    await languages.choose(person, chosen);
    return [hint(from, [text("language-chosen", named(chosen))])];
  },
});

/** What /setup does with "language" and what stands behind it. @param given empty: what holds is said */
export async function chooseForRoom(
  { settings }: Pick<Services, "settings">,
  { from, incoming }: Asked<"room">,
  given: string,
) {
  const { room } = from.room;
  const now = await settings.of(room, "language");
  // Whoever may not choose has nothing to tap.
  const ways = from.isAdmin ? { shortcuts: shortcuts("setup language", languageOf(now) ?? "en") } : {};
  if (given === "") return [hint(from, [text("setup-language", named(now)), choices()], ways)];
  const chosen = readLanguage(given);
  if (chosen === undefined) return [hint(from, [notSpoken(given), choices()], ways)];
  if (!(await settings.choose(room, "language", chosen, incoming.id)))
    return [hint(from, [text("setup-unchanged"), text("setup-language", named(chosen))])];
  return [announce(from, [text("room-language-changed", named(chosen))])];
}

const named = (one: Language) => ({ language: ownName(one) });
const notSpoken = (given: string): Text => text("language-not-spoken", { given: cleanName(given) });
const choices = (): Text => text("language-choices", { languages: spoken.map(ownName) });

const shortcuts = (command: string, now: Language) =>
  spoken
    .filter((one) => one !== now)
    .map((one) => ({ label: text("language-name", named(one)), command: `${command} ${one}` }));

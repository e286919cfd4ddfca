import { expect } from "vitest";
import { renderText } from "../../../src/bots/render.ts";
import { personId, roomId } from "../../../src/core/model/ids.ts";
import type { Spoken } from "../../../src/core/model/message.ts";
import { formatTexts } from "../../../src/core/text/catalogue.ts";
import { type Language, languages, reliedOn } from "../../../src/core/text/languages.ts";
import { formsOf } from "../../core/text/samples.ts";
import { createWorld } from "../../support/world/world.ts";

/** Whoever reads it relies on it. */
export const inOnesLanguage: Record<string, () => Promise<void>> = {
  "Who can see a position, until when and how to stop is said in the language of whoever reads it, with the English beneath where nobody has reviewed that language's words, and in English where it has none.":
    async () => {
      const world = await createWorld({ canWhisper: true });
      world.room("march", "ana", "ben");
      const heard = (who: string, language: Language) =>
        world.tell({ kind: "language-heard", person: personId("telegram", who), language });
      await heard("ana", "es");
      await heard("ben", "de");
      await world.tell({ kind: "bot-brought", room: roomId("telegram", "march"), by: personId("telegram", "ana") });
      const spoken = async (who: string, room: string | undefined, said: string) => {
        await world.says(who, room, said);
        return (world.network.posts.at(-1)?.message as Spoken | undefined)?.language;
      };
      // A room is spoken to in that of who brought the bot, one person in theirs, wherever it is.
      expect(await spoken("ben", "march", "/whereis")).toBe("es");
      expect(await spoken("ben", "march", "/privacy")).toBe("de");
      expect(await spoken("ben", undefined, "/share")).toBe("de");
      await world.says("ben", "march", "/language français");
      expect(await spoken("ben", "march", "/privacy")).toBe("fr");
      await heard("ben", "de");
      expect(await spoken("ben", undefined, "/share")).toBe("fr");

      for (const language of languages.filter((one) => one !== "en"))
        for (const id of reliedOn)
          for (const form of formsOf(id).slice(0, 2)) {
            const [lines, english] = [formatTexts([form], language), formatTexts([form], "en")].map((said) =>
              renderText(said),
            );
            const beneath = (english ?? "").split("\n").map((line) => `\u2068${line.replace(/^\u200E/, "")}\u2069`);
            expect(lines?.endsWith(beneath.join("\n")), `${id} in ${language}`).toBe(true);
            expect(lines).not.toBe(beneath.join("\n"));
          }

      // What cannot be said in a language: here a value is missing that its words need.
      const incomplete = { id: "linked-to", parameters: {} } as const;
      expect(renderText(formatTexts([incomplete], "de"))).toContain("Nobody sees anything yet.");
      expect(renderText(formatTexts([incomplete], "de"))).not.toContain("Noch sieht niemand etwas.");
    },
};

import type { Answers, Finding } from "../../../core/model/ports.ts";
import { text } from "../../../core/text/texts.ts";
import { at } from "../../../lib/json-value.ts";
import type { MatrixConnection } from "../http/matrix-connection.ts";
import type { PowerLevels } from "./power-levels.ts";

type Ask = Pick<MatrixConnection, "userId" | "getState" | "isEncrypted">;

/** Who was not in the room yet reads nothing of what was said there before. */
const sinceTheyJoined = ["joined", "invited"];
/** Who may join without having been invited (spec, m.room.join_rules). */
const open = ["public"];

/** What decides who can read a room, and what the bot can do there, the most important first. @throws MatrixRequestError */
export async function checkRoom(ask: Ask, power: PowerLevels, room: string, answers: Answers): Promise<Finding[]> {
  const [isEncrypted, visibility, rules, levels, live] = await Promise.all([
    ask.isEncrypted(room),
    ask.getState(room, "m.room.history_visibility", ""),
    ask.getState(room, "m.room.join_rules", ""),
    power.of(room),
    power.live(room),
  ]);
  const history = at(visibility, "history_visibility");
  // What comes before anybody shares is said when the bot comes, with how to verify: see before-sharing.ts.
  const reading: Finding[] = [
    isEncrypted
      ? { about: "reading", says: text("matrix-is-encrypted"), isKnown: true }
      : { about: "reading", says: text("matrix-not-encrypted"), step: text("matrix-encrypt"), isKnown: true },
  ];
  const hide = text("matrix-hide-history");
  if (history === "world_readable")
    reading.push({ about: "reading", says: text("matrix-anybody-reads"), step: hide, isKnown: true });
  // The bot gives nobody the key of what was said before they came, so in an encrypted room they read none of its answers.
  else if (!isEncrypted && !sinceTheyJoined.includes(String(history)))
    reading.push({ about: "reading", says: text("matrix-shows-history"), step: hide });
  if (open.includes(String(at(rules, "join_rule"))))
    reading.push({ about: "reading", says: text("matrix-anybody-joins"), step: text("matrix-close") });
  if (levels.toInvite <= levels.everybody)
    reading.push({ about: "reading", says: text("matrix-all-invite"), step: text("matrix-let-admins-invite") });
  const working: Finding[] = [];
  if (!live.allowed) {
    const step = text("matrix-allow-live", { power: live.canChange ? "enough" : "none" });
    working.push({ about: "working", says: text("matrix-no-live-here"), step, isKnown: true });
  }
  if (levels.of(ask.userId) < levels.toRedact)
    working.push({ about: "working", says: text("matrix-redacts-nothing"), step: text("matrix-let-redact") });
  if (answers === "private")
    reading.push({ about: "reading", says: text("matrix-answers-alone"), isKnown: true, isOfAnswers: true });
  return [...reading, ...working];
}

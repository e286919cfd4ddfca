import { tooManyRequests } from "../../test/support/fake-bot-api/http/faults.ts";
import type { FakeBotApi } from "../../test/support/fake-bot-api/start.ts";
import type { Report } from "../support/figures.ts";
import type { Ends } from "../support/run.ts";
import { startOnTelegram } from "../support/telegram.ts";
import { latency } from "./telegram-floods.ts";
import { answerTo, openRooms, timeUntil } from "./telegram-room.ts";

/** Telegram lets the bot say nothing in a chat for hours; what it said there can still be deleted. */
async function stopWhileRefused(ends: Ends, report: Report): Promise<void> {
  const { api } = await startOnTelegram(ends, latency);
  const [quiet, room] = await openRooms(api, 2);
  if (!quiet || !room) return;
  api.people.say(quiet.sharer, quiet.chat, "/stop");
  report.note(`quiet: ${Math.round(await timeUntil(api, () => !quiet.shows()))} ms until the standing answer is gone`);
  api.faults.inChat("sendMessage", room.chat.id, tooManyRequests(10_072));
  api.people.say(room.asker, room.chat, "/help");
  await timeUntil(api, () => api.calls.refused("sendMessage").length > 0);
  if (!room.shows()) throw new Error("no answer stands that could be deleted");
  api.people.say(room.sharer, room.chat, "/stop");
  const time = await timeUntil(api, () => !room.shows());
  report.atMost("/stop after a 429 with retry_after 10072, until the standing answer is gone", time, 2000, " ms");
}

const sharers = 50;
/** As many as an answer lists. */
const fits = 25;
const membershipPerSecond = 30;

/** What an answer claims: how many share, as a number or as the people it lists. */
function readAnswer(words: string) {
  // Numbers and names are isolated from the text around them (U+2066 to U+2069).
  const text = words.replaceAll(/[\u2066-\u2069]/g, "");
  const listed = text.match(/\d+\.\d+, \d+\.\d+/g)?.length ?? 0;
  const [, before = "", stated] = /^(.*?)(\d+) people share/m.exec(text) ?? [];
  const isFloor = /at least|more than/i.test(before);
  const more = /\band (\d+) more\b/i.exec(text)?.[1];
  const numbers = [isFloor ? undefined : stated, more === undefined ? undefined : listed + Number(more)];
  return { listed, numbers: numbers.filter((one) => one !== undefined).map(Number) };
}

/** @param retryAfter seconds that Telegram tells the bot to wait when it asked too much */
async function fiftySharers(ends: Ends, report: Report, retryAfter: number): Promise<void> {
  const { api } = await startOnTelegram(ends, latency);
  const people = Array.from({ length: sharers }, (_, index) => api.places.person(`Sharer ${index}`));
  const [asker, other] = [api.places.person("Asker"), api.places.person("Other")];
  const chat = api.places.supergroup({ title: "March", members: [asker, other, ...people], bot: "member" });
  // Without admin rights the bot hears commands that name it, and no live location.
  for (const [index, person] of people.entries())
    api.people.say(person, chat, `/here@${api.bot.username} 52.5${index + 10} 13.4`);
  await timeUntil(api, () => api.calls.accepted("setMessageReaction").length >= sharers);
  api.faults.budget("getChatMember", membershipPerSecond, retryAfter);
  for (const [who, when] of [
    [asker, "at first"],
    [other, "asked again"],
  ] as const) {
    await pause(api, 1500 + retryAfter * 1000);
    const from = api.calls.all.length;
    const message = api.people.say(who, chat, `/whereis@${api.bot.username}`);
    const time = await timeUntil(api, () => answerTo(api, message, "", from) !== undefined);
    const text = answerTo(api, message, "", from) ?? "";
    const asks = api.calls.all.slice(from).filter(({ method }) => method === "getChatMember");
    const confirmed = new Set(asks.filter(({ ok }) => ok).map(({ params }) => Number(params.user_id)));
    const known = people.filter(({ id }) => confirmed.has(id)).length;
    const { listed, numbers } = readAnswer(text);
    const lines = text.split("\n");
    report.note(`${when}: “${lines[0]} … ${lines.at(-1)}”`);
    report.note(
      `${asks.length} membership calls, of which ${asks.filter(({ ok }) => !ok).length} refused; ${known} sharers confirmed, ${listed} listed; ${Math.round(time)} ms`,
    );
    const isKnown = numbers.every((number) => number === sharers && known === sharers);
    report.isMet(`${when}: states no number that it does not know (states ${numbers.join(", ") || "none"})`, isKnown);
    // Besides those who are listed: who asks, and what the bot itself is there.
    report.atMost(`${when}: membership calls, beyond those listed`, asks.length - listed, 2);
    if (who === other) report.atMost("asked again: people who fit in the answer and are not in it", fits - listed, 0);
  }
}

/** Lets the budget fill up again. */
const pause = (api: FakeBotApi, milliseconds: number) => {
  const until = performance.now() + milliseconds;
  setTimeout(api.calls.look, milliseconds + 5);
  return timeUntil(api, () => performance.now() >= until);
};

export const refusals = {
  "d: /stop in a chat in which nothing can be sent": stopWhileRefused,
  "e: /whereis of 50 sharers without admin rights, 30 membership calls a second, else wait for a second": (
    ends: Ends,
    report: Report,
  ) => fiftySharers(ends, report, 1),
  "e2: the same, else wait for 10 seconds": (ends: Ends, report: Report) => fiftySharers(ends, report, 10),
};

import type { FakeBotApi } from "../../test/support/fake-bot-api/start.ts";
import type { Report } from "../support/figures.ts";
import type { Ends } from "../support/run.ts";
import { startOnTelegram } from "../support/telegram.ts";
import { openRooms, type Room, repeat, timeOf, timeUntil } from "./telegram-room.ts";

/** Milliseconds that each call of the Bot API takes to get there. */
export const latency = 80;
const perSecond = 30;
const floodSeconds = 20;
const floodMessages = 300;
const rooms = 20;

/** Says the next message of a flood. */
type Flood = (index: number) => void;

/** Somebody whom nobody else knows has added the bot to a group of their own. */
function strangersHelp(api: FakeBotApi): Flood {
  const stranger = api.places.person("Stranger");
  const own = api.places.supergroup({ title: "Flood", members: [stranger], bot: "member" });
  return () => void api.people.say(stranger, own, `/help@${api.bot.username}`);
}

/** One person is in a hundred groups with the bot, and asks in one after the other. */
function oneInAHundred(api: FakeBotApi): Flood {
  const one = api.places.person("One");
  const groups = Array.from({ length: 100 }, (_, index) =>
    api.places.supergroup({ title: `Group ${index}`, members: [one], bot: "administrator" }),
  );
  return (index) => {
    const group = groups[index % groups.length];
    if (group) api.people.say(one, group, "/whereis");
  };
}

/** In each room one question, so that none of them comes near a limit of its own. */
async function askEverywhere(api: FakeBotApi, open: readonly Room[], perSecondHere: number): Promise<number[]> {
  const asked: Promise<number>[] = [];
  await repeat(perSecondHere, open.length / perSecondHere, (index) => {
    const room = open[index];
    if (room) asked.push(timeOf(api, room, "/whereis"));
  });
  return Promise.all(asked);
}

async function questionDuring(ends: Ends, report: Report, begin: (api: FakeBotApi) => Flood): Promise<void> {
  const { api } = await startOnTelegram(ends, latency);
  const open = await openRooms(api, rooms);
  const quiet = await askEverywhere(api, open, 2);
  const flood = repeat(perSecond, floodSeconds, begin(api));
  const loaded = await askEverywhere(api, open, rooms / floodSeconds);
  report.note(
    `${await flood} messages in ${floodSeconds} s, of which ${api.updates.pending().length} wait at their end`,
  );
  report.compare("another room's /whereis", quiet, loaded);
}

/** Three people in three rooms stop at the same moment, so that the figure is no accident. */
async function stopBehind(ends: Ends, report: Report, begin: (api: FakeBotApi) => Flood): Promise<void> {
  const { api } = await startOnTelegram(ends, latency);
  const open = await openRooms(api, 6);
  const stop = (room: Room) => {
    api.people.say(room.sharer, room.chat, "/stop");
    return timeUntil(api, () => !room.shows());
  };
  const quiet = await Promise.all(open.slice(0, 3).map(stop));
  const flood = begin(api);
  for (let index = 0; index < floodMessages; index += 1) flood(index);
  const behind = open.slice(3);
  const times = await Promise.all(behind.map(stop));
  report.note(`quiet: ${Math.round(Math.max(...quiet))} ms until the standing answer is gone`);
  report.atMost(
    `/stop behind ${floodMessages} messages, until the standing answer is gone`,
    Math.max(...times),
    1000,
    " ms",
  );
  for (const { asker, chat } of behind) api.people.say(asker, chat, "/whereis");
  const from = api.calls.all.length;
  const isSaid = ({ chat }: Room) =>
    api.calls.all.slice(from).some(({ ok, params }) => ok && Number(params.chat_id) === chat.id && "text" in params);
  await timeUntil(api, () => behind.every(isSaid));
  report.isMet("no later answer shows where they were", !behind.some((room) => room.shows()));
}

export const floods = {
  "a: /whereis elsewhere, while a stranger's group says /help 30 times a second": (ends: Ends, report: Report) =>
    questionDuring(ends, report, strangersHelp),
  "b: /whereis elsewhere, while one person asks 30 times a second over 100 groups": (ends: Ends, report: Report) =>
    questionDuring(ends, report, oneInAHundred),
  "c: /stop behind 300 /help of a stranger's group": (ends: Ends, report: Report) =>
    stopBehind(ends, report, strangersHelp),
  "c2: /stop behind 300 /whereis of one person over 100 groups": (ends: Ends, report: Report) =>
    stopBehind(ends, report, oneInAHundred),
};

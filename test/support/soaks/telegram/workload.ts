import type { FakeBotApi } from "../../fake-bot-api/start.ts";
import { isIn } from "../../fake-bot-api/world/membership.ts";
import type { Chat, Message, Point } from "../../fake-bot-api/world/world.ts";
import { type Crowd, somewhere, type Walker } from "./crowd.ts";
import type { Random } from "./random.ts";

/** A command that must be answered exactly once. In private its words hold the mark, and so does the answer. */
export type Asked = { message: Message; chat: Chat; mark: string; isAnswerable: () => boolean };

export type Workload = {
  /** something happens that the bot is told: at least one update */
  happen: () => void;
  asked: readonly Asked[];
  /** words of what nobody may be answered */
  forbidden: readonly string[];
};

const everyHour = 3600;

/** People of a crowd who share, move, ask, stop and leave, as the seed has it. */
export function createWorkload(api: FakeBotApi, crowd: Crowd, random: Random): Workload {
  const asked: Asked[] = [];
  const forbidden: string[] = [];
  let marks = 0;
  const newMark = (letter: string) => `${letter}${++marks}x`;
  const walker = () => random.pick(crowd.walkers.filter(({ isThere }) => isThere));
  const sharing = () => crowd.walkers.filter(({ live }) => live !== undefined);

  function ask(chat: Chat, user: Walker["user"], text: string, mark = newMark("q")) {
    const message = api.people.say(user, chat, text.replace("MARK", mark));
    // Who is no longer in the room when it is their turn is not answered there.
    asked.push({ message, chat, mark, isAnswerable: () => chat.type === "private" || isIn(chat.members.get(user.id)) });
  }

  function doNotAsk(text: string): string {
    const mark = newMark("z");
    forbidden.push(mark);
    return text.replace("MARK", mark);
  }

  const show = (one: Walker, point: Point, from: "live" | "typed") => {
    one.shown = { ...point, from };
  };

  function move(one: Walker) {
    if (one.live === undefined) return;
    const point = somewhere(random);
    api.live.move(one.live, { ...point, horizontal_accuracy: 5 + random.below(30) });
    if (!one.isStopped) show(one, point, "live");
  }

  function share(one: Walker) {
    if (one.live !== undefined) return move(one);
    const point = somewhere(random);
    one.live = api.live.share(one.user, one.room, point, everyHour);
    one.isStopped = false;
    show(one, point, "live");
  }

  /** Ends the live location in the app: a position that was typed since stays. */
  function stopInTheApp(one: Walker) {
    if (one.live === undefined) return share(one);
    api.live.stop(one.live);
    one.live = undefined;
    if (one.shown?.from === "live") one.shown = undefined;
  }

  function type(one: Walker) {
    const point = somewhere(random);
    api.people.say(one.user, one.room, `/here ${point.latitude.toFixed(5)} ${point.longitude.toFixed(5)}`);
    show(one, point, "typed");
  }

  function sayStop(one: Walker) {
    const isSharing = one.shown !== undefined || (one.live !== undefined && !one.isStopped);
    // With nothing left to end it is answered once a minute.
    if (isSharing) ask(one.room, one.user, "/stop");
    else api.people.say(one.user, one.room, "/stop");
    one.isStopped = true;
    one.shown = undefined;
  }

  function leave(one: Walker) {
    if (crowd.walkers.filter(({ isThere }) => isThere).length <= crowd.walkers.length / 2) return move(one);
    api.members.kick(one.room, one.user, one.owner);
    one.isThere = false;
    one.isStopped = true;
    one.shown = undefined;
    if (one.live?.chat === one.room) one.live = undefined;
  }

  function disturb(one: Walker) {
    const what = random.below(5);
    if (what === 0) return void api.people.say(one.user, one.room, doNotAsk("/whereis@other_bot MARK"));
    if (what === 1) return void api.people.sendVenue(one.user, one.room, somewhere(random), "Hall", "Market 1");
    if (what === 2) return void api.people.say(one.user, one.room, doNotAsk("Where is MARK?"));
    const said = api.people.say(one.user, one.room, "Where is everybody?");
    if (what === 3) return api.people.editText(said, doNotAsk("/whereis MARK"));
    const pin = api.people.sendLocation(one.user, api.places.privateChat(one.user), somewhere(random), {
      unheard: true,
    });
    api.people.forward(one.user, pin, one.room);
  }

  const often: readonly [number, (one: Walker) => void][] = [
    [60, () => move(random.pick(sharing().length > 0 ? sharing() : [walker()]))],
    [6, share],
    [3, stopInTheApp],
    [2, sayStop],
    [4, type],
    [1, leave],
    [8, (one) => ask(one.room, one.user, "/whereis MARK")],
    [5, (one) => ask(one.room, one.user, `/whereis ${walker().user.first_name}`)],
    [2, (one) => ask(one.room, one.user, "/whereis")],
    [4, (one) => ask(api.places.privateChat(one.user), one.user, "/whereis MARK")],
    [2, (one) => ask(api.places.privateChat(one.user), one.user, "/MARK")],
    [2, (one) => ask(one.room, one.user, "/precision MARK")],
    [1, (one) => ask(one.room, one.owner, `/expiry ${random.pick(["90m", "2h", "1 day", "MARK"])}`)],
    [3, disturb],
  ];
  const total = often.reduce((sum, [weight]) => sum + weight, 0);

  return {
    asked,
    forbidden,
    happen() {
      let left = random.below(total);
      const [, act] = often.find(([weight]) => (left -= weight) < 0) ?? [0, move];
      act(walker());
    },
  };
}

import { hour } from "../../../../src/lib/time.ts";
import { beginsToShare, isAt, liveAllowed, openRoom } from "../../../real/matrix/nio-room.ts";
import { type NioPerson, nioPerson } from "../../homeserver/nio-person.ts";
import { somewhere, written } from "../telegram/crowd.ts";
import type { Random } from "../telegram/random.ts";

/** Somebody in a room, and what the bot must show of them once it has heard everything. */
type Walker = {
  name: string;
  person: NioPerson;
  room: string;
  /** the event that began the live share of their phone */
  live?: string | undefined;
  /** the phone still sends, but they said !stop */
  isStopped: boolean;
  /** what was shown before they began to share live: it stands when the bot was away from the beginning to the end of that */
  beneath?: string | undefined;
  shown?: { at: string; from: "live" | "once" } | undefined;
};

/** A command that must be answered exactly once, or at most once where it may be quiet. */
export type Asked = { room: string; event: string; words: string; mayBeQuiet: boolean };

export type Walks = {
  walkers: readonly Walker[];
  /** is in all the rooms, as their admin, and shares nothing */
  observer: NioPerson;
  /** somebody does something, of which one message is encrypted, after all that they did before */
  happen: () => Promise<unknown>;
  ask: (room: string, person: NioPerson, words: string) => Promise<Asked>;
  stop: (one: Walker) => Promise<void>;
  asked: readonly Asked[];
  /** events in which somebody shared where they are */
  shared: ReadonlySet<string>;
  end: () => Promise<void>;
};

/** Enough people and rooms that nobody says more commands a minute than the core takes. */
const map = { ana: "north", ben: "north", cem: "south", dora: "south", emre: "east", fay: "east" } as const;
const key = { rotation_period_msgs: 20 };

/** Encrypted rooms, and people who walk about in them, share, ask and stop, as the random numbers have it. */
export async function openWalks(homeserver: string, bot: string, random: Random): Promise<Walks> {
  const observer = await nioPerson(homeserver, "observer");
  const power = { ...liveAllowed.power, users: { [observer.userId]: 100, [bot]: 50 } };
  const people = await Promise.all(Object.keys(map).map((name) => nioPerson(homeserver, name)));
  const rooms = new Map<string, string>();
  for (const place of new Set(Object.values(map))) {
    const there = people.filter((_, index) => Object.values(map)[index] === place);
    rooms.set(place, await openRoom(bot, [observer, ...there], { power, rotation: key }));
  }
  const walkers = Object.entries(map).map(([name, place], index): Walker => {
    return { name, person: people[index]!, room: rooms.get(place)!, isStopped: false };
  });
  const asked: Asked[] = [];
  const shared = new Set<string>();
  const turns = new Map<NioPerson, Promise<unknown>>();

  /** One after the other: what a person shows in the end is what they did last. */
  function inTurn<T>(person: NioPerson, work: () => Promise<T>): Promise<T> {
    const turn = (turns.get(person) ?? Promise.resolve()).then(work);
    turns.set(person, turn);
    return turn;
  }
  const say = ({ person, room }: { person: NioPerson; room: string }, words: string) => person.says(room, words, bot);
  async function ask(room: string, person: NioPerson, words: string, mayBeQuiet = false): Promise<Asked> {
    const one = { room, event: await say({ room, person }, words), words, mayBeQuiet };
    asked.push(one);
    return one;
  }

  async function move(one: Walker) {
    if (one.live === undefined) return begin(one);
    const point = somewhere(random);
    await isAt(one.person, one.room, one.live, `geo:${written(point).replace(" ", "")};u=9`, bot);
    if (one.isStopped) return;
    if (one.shown?.from === "once") one.beneath = one.shown.at;
    one.shown = { at: written(point), from: "live" };
  }
  const endLive = (one: Walker) => {
    one.live = undefined;
    if (one.shown?.from === "live") one.shown = undefined;
  };
  async function begin(one: Walker) {
    endLive(one);
    one.live = await beginsToShare(one.person, one.room);
    one.isStopped = false;
    shared.add(one.live);
    await move(one);
  }
  async function endInTheApp(one: Walker) {
    if (one.live === undefined) return begin(one);
    if (random.below(2) === 0) await beginsToShare(one.person, one.room, hour, false);
    else await one.person.does("redact", { room: one.room, event: one.live });
    // Redacted before the bot came to it, it was never one.
    shared.delete(one.live);
    endLive(one);
    await ask(one.room, one.person, "!whereis");
  }
  async function shareOnce(one: Walker) {
    const at = written(somewhere(random));
    const uri = `geo:${at.replace(" ", "")}`;
    const content = { msgtype: "m.location", body: "here", geo_uri: uri };
    const type = "m.room.message";
    const event =
      random.below(2) === 0
        ? await say(one, `!here ${at}`)
        : String(await one.person.does("send", { room: one.room, type, content, to: bot }));
    shared.add(event);
    one.shown = { at, from: "once" };
    one.beneath = undefined;
  }
  async function stop(one: Walker) {
    // With nothing left to end, a person is answered once a minute.
    await ask(one.room, one.person, "!stop", one.shown === undefined);
    one.isStopped = true;
    one.shown = undefined;
    one.beneath = undefined;
  }
  const nameOf = () => random.pick(walkers).name;

  const often: readonly [number, (one: Walker) => Promise<unknown>][] = [
    [45, move],
    [4, begin],
    [4, endInTheApp],
    [12, shareOnce],
    [5, stop],
    [12, (one) => ask(one.room, one.person, "!whereis")],
    [10, (one) => ask(one.room, one.person, `!whereis ${nameOf()}`)],
    [3, (one) => ask(one.room, one.person, "!expiry 3h")],
  ];
  const total = often.reduce((sum, [weight]) => sum + weight, 0);
  const expiry = () => `!expiry ${random.pick(["", "30m", "90 min", "2h", "1 day"])}`.trim();

  return {
    walkers,
    observer,
    asked,
    shared,
    ask: (room, person, words) => inTurn(person, () => ask(room, person, words)),
    stop: (one) => inTurn(one.person, () => stop(one)),
    happen() {
      const one = random.pick(walkers);
      if (random.below(20) === 0) return inTurn(observer, () => ask(one.room, observer, expiry()));
      let left = random.below(total);
      const [, act] = often.find(([weight]) => (left -= weight) < 0) ?? [0, move];
      return inTurn(one.person, () => act(one));
    },
    async end() {
      await Promise.all([observer, ...people].map((person) => person.leavesTheKeyboard()));
    },
  };
}

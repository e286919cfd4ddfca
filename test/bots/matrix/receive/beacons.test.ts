import { expect, test } from "vitest";
import { maxAskedAhead, maxRemembered } from "../../../../src/bots/matrix/limits.ts";
import { createBeacons } from "../../../../src/bots/matrix/receive/beacons.ts";
import { instant } from "../../../../src/lib/time.ts";
import { ana, beaconInfo, ben, me, now, read, sentAt } from "../fake/events.ts";

/** Rooms whose state can be asked for; counts the questions. */
function start(state: Record<string, unknown> = {}) {
  const asked: string[] = [];
  const ask = () => ({
    userId: me,
    async getStateEvent(room: string, type: string, key: string) {
      asked.push(`${room} ${type} ${key}`);
      return state[`${room} ${type} ${key}`];
    },
  });
  const beacons = createBeacons(ask, () => now);
  const note = (content = {}, parts = {}, room = "!a") => {
    const heard = read(beaconInfo(content, parts));
    if (heard?.kind !== "beacon") throw new Error("no beacon");
    return beacons.note(room, heard);
  };
  return { beacons, note, asked };
}
const beacon = { startedAt: sentAt, until: instant(sentAt + 3_600_000), ts: sentAt, skew: 0 };

test("a share that was heard of is known, to its own sender, in its own room", async () => {
  const { beacons, note, asked } = start();
  expect(note()).toEqual([]);
  expect(await beacons.find("!a", "$info", ana)).toEqual(beacon);
  expect(asked).toEqual([]);
  expect(await beacons.find("!a", "$info", ben)).toBeUndefined();
  expect(await beacons.find("!b", "$info", ana)).toBeUndefined();
});

test("a share that was not heard of is found in the room's state, if it is the one there now", async () => {
  const { beacons, asked } = start({ [`!a org.matrix.msc3672.beacon_info ${ana}`]: beaconInfo() });
  expect(await beacons.find("!a", "$info", ana)).toEqual(beacon);
  expect(await beacons.find("!a", "$info", ana)).toEqual(beacon);
  expect(asked).toHaveLength(2);
  expect(await beacons.find("!a", "$another", ana)).toBeUndefined();
  expect(await beacons.find("!a", "$another", ana)).toBeUndefined();
  expect(asked).toHaveLength(4);
});

test("so many shares are remembered; of the oldest the room's state is asked again", async () => {
  const { beacons, note, asked } = start({ [`!2 org.matrix.msc3672.beacon_info ${ana}`]: beaconInfo() });
  for (let number = 1; number <= maxRemembered; number++) note({}, {}, `!${number}`);
  // Asked about now, so that it is not the oldest any more.
  expect(await beacons.find("!1", "$info", ana)).toEqual(beacon);
  note({}, {}, "!one more");
  expect(await beacons.find("!1", "$info", ana)).toEqual(beacon);
  expect(asked).toEqual([]);
  expect(await beacons.find("!2", "$info", ana)).toEqual(beacon);
  expect(asked).toContain(`!2 org.matrix.msc3672.beacon_info ${ana}`);
});

test("a share that has ended in the state, or was redacted there, is none", async () => {
  for (const content of [{ live: false }, undefined]) {
    const event = { ...beaconInfo(), content: content && beaconInfo(content).content };
    const { beacons } = start({ [`!a m.beacon_info ${ana}`]: { ...event, type: "m.beacon_info" } });
    expect(await beacons.find("!a", "$info", ana)).toBeUndefined();
  }
});

test("the next one ends the one before, whether it is live or not", async () => {
  const { beacons, note } = start();
  note();
  expect(note({}, { event_id: "$next" })).toEqual(["$info"]);
  expect(await beacons.find("!a", "$info", ana)).toBeUndefined();
  expect(await beacons.find("!a", "$next", ana)).toEqual(beacon);
  expect(note({ live: false }, { event_id: "$end" })).toEqual(["$next"]);
  expect(await beacons.find("!a", "$next", ana)).toBeUndefined();
});

test("the end of a share that was begun before the start of the program names it", () => {
  const { note } = start();
  expect(note({ live: false }, { event_id: "$end", unsigned: { replaces_state: "$info" } })).toEqual(["$info"]);
});

test("the same again changes nothing; one that comes late, after a gap, ends itself and not the newer one", async () => {
  const { beacons, note } = start();
  note({}, { event_id: "$new", origin_server_ts: sentAt + 500 });
  expect(note({}, { event_id: "$new", origin_server_ts: sentAt + 500 })).toEqual([]);
  expect(note({}, { event_id: "$old" })).toEqual(["$old"]);
  expect(await beacons.find("!a", "$new", ana)).toBeDefined();
  expect(await beacons.find("!a", "$old", ana)).toBeUndefined();
});

test("what others share, and what is shared in other rooms, goes on", async () => {
  const { beacons, note } = start();
  note();
  note({}, { event_id: "$bens", sender: ben, state_key: ben });
  note({}, { event_id: "$there" }, "!b");
  expect(await beacons.find("!a", "$info", ana)).toBeDefined();
  beacons.end("!a", "$info");
  expect(await beacons.find("!a", "$info", ana)).toBeUndefined();
  expect(await beacons.find("!b", "$there", ana)).toBeDefined();
});

/** A homeserver that answers only when it is told to; and how many questions wait. */
function startSlow(senders: readonly string[]) {
  let waiting: (() => void)[] = [];
  const asked: string[] = [];
  const state = new Map(
    senders.map((sender) => [sender, beaconInfo({}, { sender, state_key: sender, event_id: `$${sender}` })]),
  );
  const ask = () => ({
    userId: me,
    async getStateEvent(_room: string, type: string, key: string) {
      asked.push(key);
      await new Promise<void>((resolve) => waiting.push(resolve));
      return type.startsWith("org") ? state.get(key) : undefined;
    },
  });
  const beacons = createBeacons(ask, () => now);
  const answer = async () => {
    for (const resolve of waiting) resolve();
    waiting = [];
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { beacons, asked, state, answer };
}

test("after a start, what must be asked about the first points of many shares is asked at once", async () => {
  const senders = Array.from({ length: maxAskedAhead + 1 }, (_, number) => `@p${number}:x`);
  const { beacons, asked, answer } = startSlow(senders);
  beacons.awaits("!a", senders);
  const [first = "", second = ""] = senders;
  const found = beacons.find("!a", `$${first}`, first);
  expect(asked).toHaveLength(2 * maxAskedAhead);
  await answer();
  expect(await found).toEqual(beacon);
  expect(await beacons.find("!a", `$${second}`, second)).toEqual(beacon);
  expect(asked).toHaveLength(2 * maxAskedAhead);
  const last = senders.at(-1) ?? "";
  void beacons.find("!a", `$${last}`, last);
  expect(asked).toHaveLength(2 * maxAskedAhead + 2);
});

test("nothing is asked about whom something is known of, and nothing ahead while nothing must be asked", async () => {
  const { beacons, asked } = startSlow([ana, ben]);
  const heard = read(beaconInfo({}, { event_id: "$known" }));
  if (heard?.kind === "beacon") beacons.note("!a", heard);
  beacons.awaits("!a", [ana, ben, "@eva:x"]);
  expect(await beacons.find("!a", "$known", ana)).toEqual(beacon);
  expect(asked).toEqual([]);
  void beacons.find("!a", "$other", ben);
  expect(asked).toEqual(["@eva:x", "@eva:x", ben, ben]);
});

test("a share that began after it was asked ahead is asked about again, and a question that failed is asked anew", async () => {
  const { beacons, asked, state, answer } = startSlow([ana]);
  beacons.awaits("!a", [ana, ben]);
  const first = beacons.find("!a", `$${ana}`, ana);
  await answer();
  await first;
  state.set(ben, beaconInfo({}, { sender: ben, state_key: ben, event_id: "$new" }));
  const found = beacons.find("!a", "$new", ben);
  await answer();
  await answer();
  expect(await found).toEqual(beacon);
  expect(asked.filter((user) => user === ben)).toHaveLength(4);

  let fails = true;
  const failing = createBeacons(
    () => ({
      userId: me,
      getStateEvent: async (_room: string, type: string, key: string) => {
        if (fails) throw new Error("away");
        return type.startsWith("org") ? state.get(key) : undefined;
      },
    }),
    () => now,
  );
  failing.awaits("!a", [ana, ben]);
  await expect(failing.find("!a", `$${ana}`, ana)).rejects.toThrow("away");
  fails = false;
  expect(await failing.find("!a", `$${ana}`, ana)).toEqual(beacon);
  expect(await failing.find("!a", "$new", ben)).toEqual(beacon);
});

import { expect, test } from "vitest";
import { adviceEvery } from "../../../../src/core/model/limits.ts";
import { hour, minute } from "../../../../src/lib/time.ts";
import { coreAtFake } from "../fake/core-at-fake.ts";
import { ana, beaconInfo, ben, location, me, point, sentAt } from "../fake/events.ts";
import { refusal } from "../fake/fake-account.ts";

const [march, toAna] = ["!march", "!ana"];
const hint =
  "I understand commands, and a location of your own that you send yourself. I took nothing from this message.\n" +
  "!help lists what I do; !share says how to share.";
const nobody = "Nobody shares a position with this room now.";
const where = "52.5163, 13.3777";

/** Ana and Ben in an encrypted room, and Ana's private chat. */
async function startMarch() {
  const at = await coreAtFake();
  at.room(march, [ana, ben], { encrypted: true });
  at.room(toAna, [ana], { encrypted: true });
  const asks = async (words: string, more: object = {}) =>
    (await at.answer(() => at.says(ben, march, words, more), march)).join("\n");
  return { ...at, asks };
}

test("a typo that is edited into !stop stops, and voids what was sent before the edit; the message itself is answered", async () => {
  const { shares, says, edits, asks, sent, clock, hears, core } = await startMarch();
  for (const room of [march, toAna]) {
    await shares(ana, march);
    expect(await asks("!whereis")).toContain(where);
    const typo = await says(ana, room, "!stpo");
    clock.now += 1000;
    const before = sent.length;
    await edits(ana, room, typo, "!stop");
    const [said] = sent.slice(before).filter((one) => one.room === room);
    expect(said?.content["body"]).toContain("Stopped.");
    if (room === march) expect(said?.content["m.relates_to"]).toEqual({ "m.in_reply_to": { event_id: typo } });
    // Sent between the typo and the edit, and delivered after both.
    const late = { event_id: `$late${room}`, origin_server_ts: clock.now - 500 };
    await hears({ ...location("geo:52.5163,13.3777"), ...late }, march, "decrypted");
    await core.idle();
    expect(await asks("!whereis")).toContain("Nobody shares");
  }
});

test("an edited message in a thread is answered in its thread", async () => {
  const { shares, says, edits, sent } = await startMarch();
  await shares(ana, march);
  const typo = await says(ana, march, "!stpo", { "m.relates_to": { rel_type: "m.thread", event_id: "$root" } });
  await edits(ana, march, typo, "!stop");
  expect(sent.at(-1)?.content["m.relates_to"]).toMatchObject({
    rel_type: "m.thread",
    event_id: "$root",
    "m.in_reply_to": { event_id: typo },
  });
});

test("who claims to edit what somebody else said has edited nothing, and nobody is told that they stopped", async () => {
  const { shares, says, edits, asks, answer } = await startMarch();
  await shares(ana, march);
  const typo = await says(ana, march, "!stpo");
  expect(await answer(() => edits(ben, march, typo, "!stop"), march)).toEqual([]);
  expect(await asks("!whereis")).toContain(where);
});

test("an edit into !stop of what cannot be looked up is obeyed all the same", async () => {
  const { shares, edits, asks, fail, sent } = await startMarch();
  await shares(ana, march);
  fail((method) => (method === "getEvent" ? refusal(502, "M_UNKNOWN") : undefined));
  const edit = await edits(ana, march, "$before", "!stop");
  expect(sent.at(-1)?.content["m.relates_to"]).toEqual({ "m.in_reply_to": { event_id: edit } });
  expect(await asks("!whereis")).toContain("Nobody shares");
});

test("another command that is edited into a message is not done, which is told once in a while; other edits say nothing", async () => {
  const { says, edits, answer, pass } = await startMarch();
  const hello = await says(ben, march, "Hello.");
  const edited = (words: string, room = march) => answer(() => edits(ben, room, hello, words), room);
  const onlyStop = "In an edited message I read only !stop and !forget. Say it again in a new message.";
  expect(await edited("!whereis")).toEqual([onlyStop]);
  expect(await edited("!expiry 1m")).toEqual([]);
  await pass(adviceEvery);
  expect(await edited("!whereis")).toEqual([onlyStop]);
  for (const words of ["!fly", "Hello again.", "@whereat hello"]) expect(await edited(words)).toEqual([]);
});

test("words beneath a picture are read as words, and a command there is obeyed", async () => {
  const { shares, says, asks, answer } = await startMarch();
  await shares(ana, march);
  const beneath = (words: string, room: string) =>
    answer(() => says(ana, room, words, { msgtype: "m.image", filename: "IMG_1.jpg", url: "mxc://x/y" }), room);
  expect(await beneath("Look at this", march)).toEqual([]);
  expect(await beneath("Look at this", toAna)).toEqual([hint]);
  expect(await beneath("! stop", march)).toEqual([expect.stringContaining("Stopped.")]);
  expect(await asks("!whereis")).toContain("Nobody shares");
});

test("what says nothing, in private, gets one word in a while; in a room it gets none", async () => {
  const { says, does, answer, pass } = await startMarch();
  const sends = (room: string) => [
    () => says(ana, room, "IMG_1.jpg", { msgtype: "m.image" }),
    () => says(ana, room, "Voice message", { msgtype: "m.audio", "org.matrix.msc3245.voice": {} }),
    () => does(ana, room, "m.sticker", { body: "a cat", url: "mxc://x/y" }),
    () => does(ana, room, "org.matrix.msc3381.poll.start", {}),
  ];
  for (const send of sends(march)) expect(await answer(send, march)).toEqual([]);
  const said = [];
  for (const send of sends(toAna)) said.push(...(await answer(send, toAna)));
  expect(said).toEqual([expect.stringContaining("I read words and locations only.")]);
  await pass(adviceEvery);
  expect(await answer(sends(toAna)[1]!, toAna)).toHaveLength(1);
});

test("plain words in private get the one short hint, a few times in a while; in a room they are between people", async () => {
  const { says, answer, pass } = await startMarch();
  const say = (words: string, room: string, more: object = {}) => answer(() => says(ana, room, words, more), room);
  expect(await say("where is everybody?", march)).toEqual([]);
  expect(await say("where is everybody?", toAna)).toEqual([hint]);
  expect(await say("waves", toAna, { msgtype: "m.emote" })).toEqual([hint]);
  expect(await say("52.5, 13.4", toAna)).toEqual([hint]);
  expect(await say("hello?", toAna)).toEqual([]);
  await pass(minute);
  // Another bot's words, and those of the server, which would answer for ever.
  for (const msgtype of ["m.notice", "m.server_notice"]) expect(await say("hello", toAna, { msgtype })).toEqual([]);
  const droppedPin = { msgtype: "m.location", geo_uri: "geo:1,2", "org.matrix.msc3488.asset": { type: "m.pin" } };
  expect(await say("a place", toAna, droppedPin)).toEqual([hint]);
});

test("the bot is called by its name: a question is answered, a command obeyed, and other words get one hint in a while", async () => {
  const { shares, asks, pass, answer, says } = await startMarch();
  await shares(ana, march);
  const pill = `<a href="https://matrix.to/#/${me}">Where At</a>`;
  for (const [words, more] of [
    ["@whereat whereis ana", {}],
    ["whereat: whereis ana", {}],
    ["Where At: whereis ana", {}],
    ["Where At whereis ana", { format: "org.matrix.custom.html", formatted_body: `${pill} whereis ana` }],
    [`${me}: whereis ana`, { "m.mentions": { user_ids: [me] } }],
  ] as const)
    expect(await asks(words, more)).toContain(where);
  expect(await asks("@whereat where is ana?")).toBe(hint);
  expect(await asks("@whereat hello?")).toBe("");
  await pass(adviceEvery);
  expect(await asks("thanks, Where At", { "m.mentions": { user_ids: [me] } })).toBe(hint);
  expect(await asks("!stpo")).toBe("");
  expect(await asks("@whereat !stpo")).toBe("I do not know !stpo. Did you mean !stop? !help lists what I do.");
  expect(await answer(() => says(ana, march, "whereat: stop please"), march)).toEqual([
    expect.stringContaining("Stopped."),
  ]);
  expect(await asks("!whereis")).toContain("Nobody shares");
});

test("a mark with a blank behind it, or a wide one, makes a command as well", async () => {
  const { asks } = await startMarch();
  for (const words of ["! whereis", "/ whereis", "！whereis", "!whereis?"]) expect(await asks(words)).toContain(nobody);
});

test("a room that is not known yet is asked about at its first sentence, and not at each", async () => {
  const { says, asked } = await startMarch();
  for (let sentence = 0; sentence < 5; sentence++) await says(ben, march, "Hello.");
  expect(asked.filter((method) => method === "members")).toHaveLength(1);
});

test("where a room forbids reactions, a sharer is told in words that it was taken in, once for a share", async () => {
  const { does, hears, read, core, fail, idle } = await startMarch();
  fail((method) => (method === "react" ? refusal(403) : undefined));
  await hears(beaconInfo(), march);
  for (const at of [0, 1, 2]) await hears(point(`geo:52.5,13.${at}`, {}, { event_id: `$p${at}` }), march, "decrypted");
  await core.idle();
  await idle();
  expect(read(march)).toEqual(["I have it. People of this room can ask where you are now. To end it: !stop."]);
  await does(ana, march, "m.room.message", { msgtype: "m.location", body: "here", geo_uri: "geo:52.5,13.4" });
  expect(read(march)).toHaveLength(2);
});

test("a phone that is three hours behind is told so in private, in one line, and shares as it should", async () => {
  const { hears, core, idle, rooms, read, asks } = await startMarch();
  const late = { "org.matrix.msc3488.ts": sentAt - 3 * hour };
  await hears(beaconInfo({ ...late, timeout: 15 * minute }), march);
  await hears(point("geo:52.5163,13.3777", late), march, "decrypted");
  await core.idle();
  await idle();
  const direct = [...rooms.keys()].find((room) => room.startsWith("!direct")) ?? "";
  expect(read(direct)).toEqual([
    "Your phone's clock is about 3 hours behind.\n" +
      "I go by the server's time, so your live location lasts as long as you chose. Please set the clock right.",
  ]);
  expect(await asks("!whereis")).toContain(where);
});

import { describe, expect, test } from "vitest";
import { MatrixRequestError } from "../../../../src/bots/matrix/http/request-error.ts";
import { StoreError } from "../../../../src/core/model/errors.ts";
import { createBot } from "../fake/bot-at-fake.ts";
import { ana, beaconInfo, ben, event, location, me, point, sentAt, text } from "../fake/events.ts";
import { refusal } from "../fake/fake-account.ts";

const theAna = `matrix:${ana}`;
const inA = { room: "matrix:!a" };
const ref = (event: string, room = "!a") => `matrix:${JSON.stringify([room, event])}`;

async function inRoom(settings: Parameters<typeof createBot>[0] = {}) {
  const bot = await createBot(settings);
  bot.room("!a", [ana, ben], { encrypted: true });
  return bot;
}

describe("in a room", () => {
  test("a command is the room's, and goes by its event", async () => {
    const { hears, received } = await inRoom();
    await hears(text("!whereis ben"), "!a", "decrypted");
    expect(received).toEqual([
      {
        kind: "command",
        id: ref("$event"),
        from: { person: theAna, place: inA },
        name: "whereis",
        argument: "ben",
        mentions: [],
        sentAt,
        message: ref("$event"),
      },
    ]);
  });

  test("a location is a share that goes by its event, as its redaction does", async () => {
    const { hears, received, events } = await inRoom();
    await hears(location("geo:1,2"), "!a", "decrypted");
    expect(received[0]).toMatchObject({ kind: "position", share: ref("$event"), live: false, first: true });
    const unsigned = { redacted_because: {} };
    events.set("$event", { type: "m.room.encrypted", sender: ana, content: {}, unsigned });
    await hears(event("m.room.redaction", { redacts: "$event" }, { event_id: "$r", sender: ben }));
    expect(received[1]).toEqual({ kind: "share-ended", person: theAna, share: ref("$event") });
  });

  test("a redaction that the homeserver did not carry out ends nothing", async () => {
    const { hears, received, events } = await inRoom();
    events.set("$event", { type: "m.room.message", sender: ana, content: {} });
    for (const redacts of ["$event", "$unknown"])
      await hears(event("m.room.redaction", { redacts }, { event_id: "$r" }));
    expect(received).toEqual([]);
  });

  test("a live share shows nothing until its first point, and then goes by the event that began it", async () => {
    const { hears, received } = await inRoom();
    await hears(beaconInfo());
    expect(received).toEqual([]);
    await hears(point("geo:1,2"), "!a", "decrypted");
    await hears(point("geo:1,3"), "!a", "decrypted");
    const share = {
      live: true,
      share: ref("$info"),
      startedAt: sentAt,
      until: sentAt + 3_600_000,
      message: ref("$info"),
    };
    expect(received).toMatchObject([
      { ...share, first: true, from: { person: theAna, place: inA } },
      { ...share, first: false, position: { longitude: 3 } },
    ]);
  });

  test("points before and after a share, of somebody else, of another room and of nothing count for nothing", async () => {
    const { hears, received, room, clock } = await inRoom();
    room("!b", [ana, ben]);
    clock.now = sentAt + 7_200_000;
    await hears(beaconInfo());
    await hears(point("geo:1,2", { "org.matrix.msc3488.ts": sentAt - 1 }), "!a", "decrypted");
    await hears(point("geo:1,2", {}, { origin_server_ts: sentAt + 3_600_001 }), "!a", "decrypted");
    await hears(point("geo:1,2", {}, { sender: ben }), "!a", "decrypted");
    await hears(point("geo:1,2"), "!b", "decrypted");
    await hears(
      point("geo:1,2", { "m.relates_to": { rel_type: "m.reference", event_id: "$other" } }),
      "!a",
      "decrypted",
    );
    expect(received).toEqual([]);
  });

  test("the end of a live share is told with the share that it ends", async () => {
    const { hears, received } = await inRoom();
    await hears(beaconInfo());
    await hears(beaconInfo({ live: false }, { event_id: "$end" }));
    expect(received).toEqual([{ kind: "share-ended", person: theAna, share: ref("$info") }]);
  });

  test("a number chooses nothing", async () => {
    const { hears, received } = await inRoom();
    await hears(text("1"), "!a", "decrypted");
    expect(received).toEqual([]);
  });

  test("what cannot be read is nothing, until it comes again and can", async () => {
    const { hears, received } = await inRoom();
    await hears(event("m.room.encrypted", { algorithm: "x", ciphertext: "y" }), "!a", "undecryptable");
    await hears(text("!help"), "!a", "decrypted");
    expect(received).toHaveLength(1);
  });
});

describe("without encryption", () => {
  test("nothing is taken in an encrypted room but what is state, and that is said in reply, once for each share", async () => {
    const { hears, received, bodies, sent } = await inRoom();
    await hears(text("!whereis"));
    await hears(location("geo:1,2"));
    await hears(beaconInfo());
    await hears(point("geo:1,2"));
    await hears(point("geo:1,3", {}, { event_id: "$p2" }));
    expect(received).toEqual([]);
    expect(bodies("!a")).toHaveLength(2);
    expect(bodies("!a")[0]).toContain("came without encryption");
    expect(sent[1]?.content["m.relates_to"]).toEqual({ "m.in_reply_to": { event_id: "$info" } });
    await hears(point("geo:1,4"), "!a", "decrypted");
    expect(received).toHaveLength(1);
  });

  test("a flood of it is told of a few times in a while, so that nothing else waits for words", async () => {
    const { hears, bodies, received, clock } = await inRoom();
    for (let number = 0; number < 50; number++) await hears(text("!help", {}, { event_id: `$${number}` }));
    expect(bodies("!a")).toHaveLength(5);
    clock.now += 600_000;
    await hears(text("!help", {}, { event_id: "$later" }));
    expect(bodies("!a")).toHaveLength(6);
    expect(received).toEqual([]);
  });

  test("a plain room is warned once, also over restarts, and is served", async () => {
    const first = await createBot();
    first.room("!p", [ana, ben]);
    await first.hears(text("!whereis"), "!p");
    const again = await createBot({ account: first.account, kept: first.kept });
    await again.hears(text("!help", {}, { event_id: "$2" }), "!p");
    expect([first.received.length, again.received.length]).toEqual([1, 1]);
    expect(first.bodies("!p").filter((body) => body.includes("This room is not encrypted"))).toHaveLength(1);
  });

  test("a room that turns encryption on is an encrypted one from then on", async () => {
    const bot = await createBot();
    const room = bot.room("!p", [ana, ben]);
    await bot.hears(text("!help"), "!p");
    room.encrypted = true;
    await bot.hears(event("m.room.encryption", { algorithm: "m.megolm.v1.aes-sha2" }, { state_key: "" }), "!p");
    await bot.hears(text("!help", {}, { event_id: "$2" }), "!p");
    expect(bot.received).toHaveLength(1);
  });
});

describe("trouble", () => {
  test("with the homeserver that passes has the event come again", async () => {
    for (const error of [
      refusal(undefined, "ECONNRESET"),
      refusal(502, "HTTP_502"),
      refusal(429, "M_LIMIT_EXCEEDED"),
    ]) {
      const { hears, received, fail } = await inRoom();
      const said = text("!help");
      fail((method) => (method === "members" ? error : undefined));
      for (let tries = 0; tries < 8; tries++)
        await expect(hears(said, "!a", "decrypted")).rejects.toThrow(MatrixRequestError);
      fail(() => undefined);
      await hears(said, "!a", "decrypted");
      expect(received).toHaveLength(1);
    }
  });

  test("of a login that is over is for whoever receives, at once", async () => {
    const { hears, fail } = await inRoom();
    fail((method) => (method === "members" ? refusal(401, "M_UNKNOWN_TOKEN") : undefined));
    await expect(hears(text("!help"), "!a", "decrypted")).rejects.toThrow("M_UNKNOWN_TOKEN");
  });

  test("of the login, which is no longer accepted, is passed on: nothing goes on with it", async () => {
    const { hears, fail } = await inRoom();
    fail((method) => (method === "members" ? refusal(401, "M_UNKNOWN_TOKEN") : undefined));
    await expect(hears(text("!help"), "!a", "decrypted")).rejects.toThrow("M_UNKNOWN_TOKEN");
  });

  test("with the store has the event come again", async () => {
    const receive = async () => {
      throw new StoreError("down");
    };
    const { hears } = await inRoom({ receive });
    await expect(hears(text("!help"), "!a", "decrypted")).rejects.toThrow(StoreError);
  });

  test("leaves nothing of what was said in the log", async () => {
    const { hears, fail, logged } = await inRoom();
    fail((method) => (method === "send" ? refusal(500, "M_UNKNOWN") : undefined));
    await hears(location("geo:52.5163,13.3777"), "!a");
    expect(logged.join()).not.toMatch(/52\.5|ana|!a|example/);
    expect(logged).not.toEqual([]);
  });
});

test("what somebody said in a private chat who is not in it any more is answered to nobody", async () => {
  const { hears, received, room } = await createBot();
  room("!a", [ana]);
  await hears(text("!whereis", {}, { sender: ben }), "!a", "decrypted");
  expect(received).toEqual([]);
});

test("what the bot itself does is heard by nobody", async () => {
  const { hears, received } = await inRoom();
  for (const said of [text("!wipe yes"), location("geo:1,2"), point("geo:1,2")])
    await hears({ ...said, sender: me }, "!a", "decrypted");
  expect(received).toEqual([]);
});

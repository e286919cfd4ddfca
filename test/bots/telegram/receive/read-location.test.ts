import { describe, expect, test } from "vitest";
import {
  ana,
  anonymous,
  ben,
  channel,
  date,
  edit,
  group,
  live,
  message,
  now,
  place,
  privateChat,
  read,
  supergroup,
} from "./updates.ts";

const ofAna = { from: { person: "telegram:7" }, share: "telegram:7/10", message: "telegram:7/10" };

describe("a live location", () => {
  test("begins in the private chat", () => {
    expect(read(message({ location: live }))).toEqual([
      {
        kind: "position",
        ...ofAna,
        live: true,
        position: { latitude: 52.52, longitude: 13.405, accuracy: 12, heading: 90, at: date * 1000, order: 1001 },
        startedAt: date * 1000,
        until: (date + 900) * 1000,
        first: true,
      },
    ]);
  });

  test("begins in a group, and in a topic of it", () => {
    expect(read(message({ chat: group, location: live }))).toMatchObject([
      { from: { person: "telegram:7", place: { room: "telegram:-123" } }, share: "telegram:-123/10" },
    ]);
    const inTopic = { chat: supergroup, message_thread_id: 5, is_topic_message: true, location: live };
    expect(read(message(inTopic))).toMatchObject([
      { from: { place: { room: "telegram:-1001234567890", thread: "5" } }, message: "telegram:-1001234567890/10" },
    ]);
  });

  test("is updated by edits of the same message, timed by the edit, and ends when its beginning said", () => {
    expect(read(edit({ location: live }))).toMatchObject([
      { ...ofAna, live: true, first: false, position: { at: (date + 30) * 1000 }, until: (date + 900) * 1000 },
    ]);
  });

  test("is prolonged by an edit beyond a day, and has no end when it is until turned off", () => {
    expect(read(edit({ location: { ...live, live_period: 90_000 } }))).toMatchObject([
      { until: (date + 90_000) * 1000 },
    ]);
    const [endless] = read(message({ location: { ...live, live_period: 0x7fffffff } }));
    expect(endless).toMatchObject({ live: true });
    expect(endless).not.toHaveProperty("until");
  });

  test("ends with an edit that has no live_period, whether it was stopped or had run out by then", () => {
    const ended = [{ kind: "share-ended", person: "telegram:7", share: "telegram:7/10" }];
    expect(read(edit({ location: place }))).toEqual(ended);
    expect(read(edit({ edit_date: date + 901, location: { ...place, horizontal_accuracy: 8 } }))).toEqual(ended);
  });

  test("is no end of a share when its period is nonsense", () => {
    for (const live_period of [0, -1, 1.5, "900", null, Number.NaN, 2 ** 31]) {
      expect(read(edit({ location: { ...place, live_period } }))).toEqual([]);
      expect(read(message({ location: { ...place, live_period } }))).toEqual([]);
    }
  });
});

describe("a plain location", () => {
  test("is shared once", () => {
    const [shared] = read(message({ location: place }));
    expect(shared).toMatchObject({ kind: "position", ...ofAna, live: false, first: true });
    expect(shared).not.toHaveProperty("until");
  });

  test("that is delivered late, or was edited, may be a live one that is over by now, and begins nothing", () => {
    const late = date - 61;
    const [heard] = read(message({ date: late, location: place }));
    expect(heard).toMatchObject({ kind: "position", ...ofAna, live: true, until: late * 1000, first: true });
    expect(read(message({ edit_date: date + 30, location: place }))).toMatchObject([{ until: date * 1000 }]);
    expect(read(message({ date: date - 60, location: place }))).toMatchObject([{ live: false }]);
  });

  test.each([
    ["a venue", { venue: { location: place, title: "Café", address: "Street 1" } }],
    ["forwarded", { forward_origin: { type: "user", sender_user: ben, date } }],
    ["forwarded, by an older server", { forward_from: ben, forward_date: date }],
    ["through a bot", { via_bot: { id: 5, is_bot: true, first_name: "pin" } }],
    ["by a bot", { from: { id: 5, is_bot: true, first_name: "pin" } }],
    ["as a channel", { chat: supergroup, from: { id: 136817688, is_bot: true }, sender_chat: channel }],
    ["as a channel, under a person's name", { chat: supergroup, sender_chat: channel }],
    ["as the group itself", { chat: supergroup, from: anonymous, sender_chat: supergroup }],
    ["passed on from the linked channel", { chat: supergroup, is_automatic_forward: true }],
    ["without a sender", { from: undefined }],
    ["in a channel", { chat: channel }],
    ["in a channel's inbox", { chat: { ...supergroup, is_direct_messages: true } }],
    ["in somebody else's private chat", { chat: { ...privateChat, id: 8 } }],
    ["in a business chat", { business_connection_id: "b" }],
    ["ephemeral", { chat: supergroup, message_id: 0, ephemeral_message_id: 44 }],
    ["in a reply to it", { location: undefined, text: "there", reply_to_message: { location: place, from: ben } }],
  ])("is nobody's position when it is sent %s", (_how, parts) => {
    for (const location of [place, live]) {
      const heard = [...read(message({ location, ...parts })), ...read(edit({ location, ...parts }))];
      expect(heard.filter(({ kind }) => kind === "position")).toEqual([]);
    }
  });

  test.each([
    ["a venue", { venue: { location: place, title: "Café", address: "Street 1" } }],
    ["forwarded", { forward_origin: { type: "user", sender_user: ben, date } }],
    ["through a bot", { via_bot: { id: 5, is_bot: true, first_name: "pin" } }],
  ])("that is nobody's is words to the bot in private, so that its sender is told: %s", (_how, parts) => {
    expect(read(message({ location: place, ...parts }))).toMatchObject([
      { kind: "command", name: "", from: { person: "telegram:7" }, id: "telegram:7/10" },
    ]);
    expect(read(edit({ location: place, ...parts }))).toEqual([]);
    expect(read(message({ location: place, ...parts, business_connection_id: "b" }))).toEqual([]);
    expect(read(message({ location: place, ...parts, chat: supergroup }))).toEqual([]);
  });

  test("is not read from updates that are not for the bot", () => {
    const sent = { message_id: 10, from: ana, chat: privateChat, date, location: live };
    for (const kind of [
      "channel_post",
      "edited_channel_post",
      "business_message",
      "edited_business_message",
      "guest_message",
    ]) {
      expect(read({ update_id: 1, [kind]: sent })).toEqual([]);
    }
  });
});

describe("numbers of a location", () => {
  test.each([
    Number.NaN,
    Number.POSITIVE_INFINITY,
    JSON.parse("1e999"),
    90.0000001,
    -91,
    "52.5",
    "",
    " ",
    null,
    [],
    true,
    {},
  ])("%j is no latitude", (latitude) => expect(read(message({ location: { ...place, latitude } }))).toEqual([]));

  test.each([Number.NaN, Number.NEGATIVE_INFINITY, 180.0000001, -181, 540, "13.4", null])(
    "%j is no longitude",
    (longitude) => expect(read(message({ location: { ...place, longitude } }))).toEqual([]),
  );

  test.each([
    [90, 180],
    [-90, -180],
    [0, 0],
    [-0, 5e-7],
  ])("%j, %j is a place on earth", (latitude, longitude) =>
    expect(read(message({ location: { latitude, longitude } }))).toMatchObject([{ position: { latitude, longitude } }]),
  );

  test("accuracy and heading are left out when they are none", () => {
    for (const parts of [
      { horizontal_accuracy: "12", heading: 0 },
      { horizontal_accuracy: Number.NaN, heading: 361 },
      { heading: "90" },
      { horizontal_accuracy: 0, heading: null },
    ]) {
      const [shared] = read(message({ location: { ...place, ...parts } }));
      expect(shared).toHaveProperty("position", { ...place, at: date * 1000, order: 1001 });
    }
    expect(read(message({ location: { ...place, horizontal_accuracy: 1500, heading: 360 } }))).toMatchObject([
      { position: { accuracy: 1500, heading: 360 } },
    ]);
  });

  test("a time in the future is the time of receiving, and nonsense is no time", () => {
    for (const ahead of [601, 86_400, 8e9]) {
      expect(read(message({ date: date + ahead, location: place }))).toMatchObject([
        { startedAt: now, position: { at: now } },
      ]);
    }
    for (const bad of [0, -1, 1.5, "1795445600", null, Number.NaN, 8.64e12 + 1, 2 ** 60]) {
      expect(read(message({ date: bad, location: place }))).toEqual([]);
      expect(read(edit({ edit_date: bad, location: live }))).toMatchObject([{ position: { at: date * 1000 } }]);
    }
  });

  test("an id that JSON has rounded is nobody's", () => {
    for (const id of [2 ** 53, 1e20, -7, 0, "7", 7.5, null]) {
      expect(read(message({ from: { ...ana, id }, chat: supergroup, location: place }))).toEqual([]);
      expect(read(message({ message_id: id, location: place }))).toEqual([]);
    }
    expect(read(message({ chat: { ...supergroup, id: -(2 ** 53) }, location: place }))).toEqual([]);
  });
});

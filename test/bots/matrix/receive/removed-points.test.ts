import { describe, expect, test } from "vitest";
import { createBot } from "../fake/bot-at-fake.ts";
import { ana, beaconInfo, ben, event, point, sentAt } from "../fake/events.ts";

describe("a redacted point of a live share", () => {
  const unsigned = { redacted_because: {} };
  const redaction = (redacts: string) =>
    event("m.room.redaction", { redacts }, { event_id: `$r${redacts}`, sender: ana });

  test.each(["org.matrix.msc3672.beacon", "m.beacon", "m.room.encrypted"])(
    "that was %s takes its position away, by the time at which the server has it, and its share goes on",
    async (type) => {
      const bot = await createBot();
      bot.room("!a", [ana, ben]);
      await bot.hears(beaconInfo());
      await bot.hears(point("geo:52.5,13.4", {}, { event_id: "$p", origin_server_ts: sentAt + 7 }));
      expect(bot.received.at(-1)).toMatchObject({ kind: "position", position: { order: sentAt + 7 } });
      bot.events.set("$p", { type, sender: ana, content: {}, unsigned, origin_server_ts: sentAt + 7 });
      await bot.hears(redaction("$p"));
      expect(bot.received).toContainEqual({ kind: "position-removed", person: `matrix:${ana}`, order: sentAt + 7 });
      const ended = bot.received.filter((one) => one.kind === "share-ended").map(({ share }) => share);
      expect(ended).not.toContain(String(Object(bot.received.find(({ kind }) => kind === "position")).share));
      await bot.hears(point("geo:52.6,13.4", {}, { event_id: "$q" }));
      expect(bot.received.at(-1)).toMatchObject({ kind: "position", position: { latitude: 52.6 } });
    },
  );

  test("that the homeserver did not redact, or does not know, takes nothing away", async () => {
    const bot = await createBot();
    bot.room("!a", [ana, ben]);
    bot.events.set("$p", { type: "m.beacon", sender: ana, content: {}, origin_server_ts: sentAt });
    for (const id of ["$p", "$unknown"]) await bot.hears(redaction(id));
    expect(bot.received).toEqual([]);
  });
});

import type { IPushRules } from "matrix-js-sdk";
import { expect, test } from "vitest";
import { minute } from "../../../../src/lib/time.ts";
import { ringsBy } from "../../../support/homeserver/push-rules.ts";
import { coreAtFake } from "../fake/core-at-fake.ts";
import { me } from "../fake/events.ts";

const names = ["ana", "ben", "cem", "dora", "eva", "finn"];
const people = names.map((name) => `@${name}:example.org`);
const script = ["!whereis", "!whereis ana", "!help", "!whereis zoe", "!pin ben", "!share", "!precision", "!privacy"];

/** What a homeserver's default rules say of messages (spec, "Predefined Rules"): every message notifies, but a notice does not. */
const rules: IPushRules = {
  global: {
    override: [
      {
        rule_id: ".m.rule.suppress_notices",
        default: true,
        enabled: true,
        conditions: [{ kind: "event_match", key: "content.msgtype", pattern: "m.notice" }],
        actions: [],
      },
    ],
    underride: [
      {
        rule_id: ".m.rule.message",
        default: true,
        enabled: true,
        conditions: [{ kind: "event_match", key: "type", pattern: "m.room.message" }],
        actions: ["notify"],
      },
    ],
  },
} as never;

/** Whether a phone rings for it, as matrix-js-sdk judges, once it is decrypted. */
function ringsFor(userId: string) {
  const rings = ringsBy(rules, userId);
  return (type: string, content: object) => rings({ type, content, sender: me, event_id: "$e" });
}

test("in an hour of six people in an encrypted room, nobody's answer goes because another asks, no phone rings, and nothing said to the bot stays without a sign", async () => {
  const bot = await coreAtFake();
  const { core } = bot;
  bot.room("!a", people, { encrypted: true });
  const says = (sender: string, body: string, more: object = {}) => bot.says(sender, "!a", body, more);
  const signs = () => bot.sent.length + bot.asked.filter((method) => method === "react").length;
  const share = async () => {
    for (const [index, sender] of people.slice(0, 3).entries())
      await says(sender, "here", { msgtype: "m.location", geo_uri: `geo:52.5${index},13.4;u=10` });
  };

  await share();
  const askers = new Map<string, string>();
  for (let turn = 0; turn < 60; turn += 1) {
    if (turn % 20 === 19) await share();
    const asker = people[turn % people.length]!;
    const words = script[turn % script.length]!;
    const [sentBefore, redactedBefore, heard] = [bot.sent.length, bot.redacted.length, signs()];
    const id = await says(asker, words);
    askers.set(id, asker);
    expect({ turn, words, isHeard: signs() > heard }).toEqual({ turn, words, isHeard: true });
    // What goes, or is edited, while somebody asks is theirs.
    const touched = [
      ...bot.redacted.slice(redactedBefore),
      ...bot.sent.slice(sentBefore).flatMap(({ content }) => {
        const relation = content["m.relates_to"] as { rel_type?: string; event_id?: string } | undefined;
        return relation?.rel_type === "m.replace" && relation.event_id ? [relation.event_id] : [];
      }),
    ];
    for (const gone of touched) {
      const index = Number(/^\$sent(\d+)$/.exec(gone)?.[1]) - 1;
      const relation = bot.sent[index]?.content["m.relates_to"] as
        | { "m.in_reply_to"?: { event_id: string } }
        | undefined;
      const question = askers.get(gone) ?? askers.get(relation?.["m.in_reply_to"]?.event_id ?? "");
      if (question !== undefined) expect({ turn, words, gone, of: question }).toEqual({ turn, words, gone, of: asker });
    }
    bot.clock.now += minute;
    await core.tick();
    await core.idle();
  }
  const inRoom = bot.sent.filter(({ room }) => room === "!a");
  expect(inRoom.length).toBeGreaterThan(40);
  for (const reader of people) {
    const rings = ringsFor(reader);
    expect(rings("m.room.message", { msgtype: "m.text", body: "Hello." })).toBe(true);
    expect(inRoom.filter(({ type, content }) => rings(type, content))).toEqual([]);
  }
});

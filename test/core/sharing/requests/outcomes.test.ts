import { expect, test } from "vitest";
import type { ChatNetwork } from "../../../../src/core/model/ports.ts";
import { hour, second } from "../../../../src/lib/time.ts";
import { march, questions, sentence } from "./march.ts";
import { askedIn, diesAtLookup, outcomes, turns } from "./outcomes.ts";

for (const lookups of [0, 5 * second])
  test(`with lookups of ${lookups / second} s, whatever becomes of a request, its asker is told the same, with the same calls at the same tick`, {
    timeout: 120_000,
  }, async () => {
    const seen = [];
    for (const outcome of Object.keys(outcomes)) seen.push({ outcome, ...(await askedIn(outcome, lookups)) });
    const questioned = ["asked", "refused", "ignored"];
    for (const { outcome, wasQuestioned, keys, ...told } of seen) {
      expect([outcome, wasQuestioned]).toEqual([outcome, questioned.includes(outcome)]);
      expect([outcome, told]).toEqual([
        outcome,
        { told: [{ at: 0, removed: false, edits: 0, silent: undefined }], texts: [sentence("ana")] },
      ]);
      expect(keys[0]).toBe("telegram:asked");
    }
    expect(seen).toHaveLength(7);
  });

test("what the asker is told is durable before anybody is looked up", async () => {
  const { ben, ana } = await diesAtLookup();
  expect(ben).toEqual([sentence("ana")]);
  expect(ana).toHaveLength(1);
});

test("nothing else that the asker says waits for the lookups", async () => {
  let open: (() => void) | undefined;
  const connect = (port: ChatNetwork): ChatNetwork => ({
    ...port,
    async membership(room, person) {
      if (isSlow && person.endsWith("ana")) await new Promise<void>((go) => (open = go));
      return port.membership(room, person);
    },
  });
  let isSlow = false;
  const world = await march({ connect });
  isSlow = true;
  await world.receive(world.command("ben", undefined, "/ask ana"));
  await turns(40);
  await world.receive(world.command("ben", undefined, "/share"));
  await turns(40);
  expect(world.last("ben")).toContain("On your phone, in this chat");
  isSlow = false;
  open?.();
  await world.idle();
  expect(questions(world, "ana")).toHaveLength(1);
});

test("who left after asking hears nothing when the person shares", async () => {
  const world = await march();
  await world.says("ben", undefined, "/ask ana");
  await world.leaves("ben", "march");
  await world.says("ana", undefined, "/answer hour");
  await world.shares("ana", undefined, { at: [52.1, 13.1], live: hour });
  expect(world.shown("ben")).toEqual([sentence("ana")]);
});

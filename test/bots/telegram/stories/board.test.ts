import { describe, expect, test } from "vitest";
import { hour, minute, second } from "../../../../src/lib/time.ts";
import { refusal, tooManyRequests } from "../../../support/fake-bot-api/http/faults.ts";
import type { Chat, User } from "../../../support/fake-bot-api/world/world.ts";
import { named, placeOf, position, startBoard } from "./board-march.ts";

describe("on the wire, a board", () => {
  test("is sent without a position, silent and protected, and edited with its ages told by the reader's app", async () => {
    const { boards, sent, edits } = await startBoard();
    expect(boards()).toHaveLength(1);
    const bare = sent().find(({ params }) => String(params.text).includes("Here I show who shares"));
    expect(bare?.params).toMatchObject({ disable_notification: true, protect_content: true });
    expect(sent().filter(({ params }) => position.test(String(params.text)))).toEqual([]);
    expect(edits().at(-1)?.params).toMatchObject({ message_id: boards()[0]?.messageId, parse_mode: "HTML" });
    expect(edits().at(-1)?.params.text).toContain('format="r"');
    expect(edits().at(-1)?.params.text).toContain(named(1));
  });

  test("that would say the same is left as it is, and one that somebody deleted, or that cannot be edited, is replaced", async () => {
    const words = ["message is not modified", "message to edit not found", "message can't be edited"];
    for (const said of words) {
      const { api, boards, lives, settle, pass } = await startBoard();
      const [first] = boards();
      api.faults.next("editMessageText", refusal(400, `Bad Request: ${said}`));
      api.live.move(lives[0]!, placeOf(50));
      await settle();
      await pass(minute, second);
      const isSame = said === words[0];
      expect([said, boards().map(({ messageId }) => messageId)]).toEqual([said, isSame ? [first?.messageId] : []]);
      api.live.move(lives[0]!, placeOf(51));
      await settle();
      await pass(12 * minute, 10 * second);
      expect([said, boards()[0]?.messageId === first?.messageId, boards()[0]?.text]).toEqual([
        said,
        isSame,
        expect.stringContaining("52.55100"),
      ]);
    }
  });

  test("that was too much for Telegram waits for as long as that says; what is over is gone meanwhile", async () => {
    const { api, boards, withPositions, lives, edits, settle, pass } = await startBoard();
    await pass(minute, second);
    api.faults.next("editMessageText", tooManyRequests(180));
    api.live.move(lives[0]!, placeOf(50));
    await settle();
    await pass(minute, second);
    const asked = edits().length;
    await pass(minute, second);
    expect(edits()).toHaveLength(asked);
    expect(boards()).toHaveLength(1);
    api.faults.next("editMessageText", tooManyRequests(180));
    api.live.stop(lives[1]!);
    await settle();
    expect(withPositions()).toEqual([]);
    await pass(5 * minute, second);
    expect(boards()[0]?.text).toContain("52.55000");
    expect(boards()[0]?.text).not.toContain(named(1));
  });

  test("gives way to answers: while many are asked for, it waits, and what is over goes all the same", async () => {
    const { api, people, group, lives, withPositions, edits, settle, pass } = await startBoard({ people: 20 });
    await pass(minute, second);
    const before = edits().length;
    for (const user of people.slice(2)) {
      api.people.say(user, group, `/whereis ${named(0)}`);
      api.live.move(lives[1]!, placeOf(60 + (user.id % 7)));
      await settle();
      await pass(second);
    }
    expect(edits().length - before).toBeLessThanOrEqual(1);
    api.live.stop(lives[1]!);
    await settle();
    expect(withPositions().filter(({ text }) => text.includes(named(1)))).toEqual([]);
  });

  test("of a group that became a supergroup is there again, and the old one says nothing of anybody", async () => {
    const { api, people, settle, pass } = await startBoard();
    const [ana] = people as [User];
    const group = api.places.group({ title: "Small", members: people, bot: "administrator" });
    await settle();
    api.people.say(ana, group, "/setup board on");
    const live = api.live.share(ana, group, placeOf(70), 3600);
    await settle();
    await pass(5 * second, second);
    const positionsIn = (chat: Chat) => api.screen.fromBot(chat).filter(({ text }) => position.test(text));
    expect(positionsIn(group)).toHaveLength(1);
    const upgraded = api.upgrade(group, ana);
    await settle();
    await pass(minute, second);
    expect(positionsIn(group)).toEqual([]);
    expect(positionsIn(upgraded)).toHaveLength(1);
    expect(live.deleted).toBe(false);
  });

  test("that the bot could not delete for too long has its text edited away", async () => {
    const { api, withPositions, settle } = await startBoard();
    expect(withPositions()).toHaveLength(1);
    api.pass(50 * hour);
    await settle();
    await settle();
    expect(withPositions()).toEqual([]);
  });
});

import { expect, onTestFinished, vi } from "vitest";
import { botAtFake, untilGivenUp } from "../../support/fake-homeserver/bot-at-fake.ts";
import { botId } from "../../support/fake-homeserver/fake-homeserver.ts";
import { otherSession } from "../../support/fake-homeserver/other-session.ts";

/** Milliseconds, however busy the machine is. */
const patience = 50_000;

/** Another session of the bot's account, beside a bot that receives. */
async function twoSessions() {
  const at = await botAtFake(untilGivenUp);
  onTestFinished(() => at.leave());
  const other = await otherSession(at.homeserver);
  void at.receive();
  let syncs = 0;
  const delivers = async (events: readonly object[], changed: readonly string[] = []) => {
    const token = `s${++syncs}`;
    const enough = { device_one_time_keys_count: { signed_curve25519: 50 } };
    at.homeserver.happens(token, {}, { to_device: { events }, device_lists: { changed }, ...enough });
    await at.until(`token ${token}`);
  };
  await delivers([]);
  const sent = (kind: string) => at.homeserver.asked.filter(({ path }) => path.includes(`m.key.verification.${kind}`));
  return {
    at,
    other,
    delivers,
    sent,
    declined: () =>
      at.lines.filter((line) => line.includes("nobody had asked for that here, so it was declined")).length,
    asks: async () => delivers([await other.asks(at.bot.deviceId)], [botId]),
    /** Lets both sides say what they have to say until something holds. */
    talkUntil: (holds: () => boolean) =>
      vi.waitFor(
        async () => {
          await other.hears();
          const said = other.says();
          if (said.length > 0) await delivers(said);
          expect(holds()).toBe(true);
        },
        { timeout: patience, interval: 5 },
      ),
    /** Somebody at the terminal, who answers once they are told to. */
    terminal: () => {
      const said: string[] = [];
      const { promise: answer, resolve: answers } = Promise.withResolvers<string>();
      const ask = async <T>(question: string, read: (given: string) => T | Promise<T>) => {
        said.push(question);
        return read(await answer);
      };
      const verified = at.bot.verify({ say: (line) => void said.push(line), ask }, new AbortController().signal);
      return { said: () => said.join("\n"), answers, verified };
    },
  };
}

/** Who may call the bot's device the bot's. */
export const verification: Record<string, () => Promise<void>> = {
  "Another session of the bot's Matrix account verifies its device only while whoever runs the bot asks for that, and says that the emoji are the same; every other request is declined, and the log says so.":
    async () => {
      const { at, other, delivers, sent, declined, asks, talkUntil, terminal } = await twoSessions();
      await asks();
      await talkUntil(() => other.cancelled() !== undefined);
      expect([other.cancelled(), sent("ready"), declined()]).toEqual(["m.user", [], 1]);

      const { said, answers, verified } = terminal();
      const content = { from_device: "THEIRS", transaction_id: "flow", methods: ["m.sas.v1"], timestamp: at.clock.now };
      await delivers([{ type: "m.key.verification.request", sender: "@eve:fake.test", content }]);
      await vi.waitFor(
        () => expect(sent("cancel").at(-1)?.body).toHaveProperty(["messages", "@eve:fake.test"]),
        patience,
      );
      expect([sent("ready"), declined()]).toEqual([[], 2]);
      await asks();
      await talkUntil(() => sent("ready").length > 0);
      await other.hears();
      await other.starts();
      await talkUntil(() => said().includes("seven emoji") && other.emoji() !== undefined);
      await other.confirms();
      answers("no");
      await talkUntil(() => other.isDone() || other.cancelled() !== undefined);
      expect([other.cancelled(), await verified, await other.trusts(at.bot.deviceId)]).toEqual([
        "m.mismatched_sas",
        false,
        false,
      ]);
      // It was asked for once.
      await asks();
      await talkUntil(() => other.cancelled() === "m.user");
      expect([sent("ready").length, declined()]).toEqual([1, 3]);
    },
};

import { describe, expect, test } from "vitest";
import { DeliveryError, type DeliveryFailure } from "../../../../src/core/model/errors.ts";
import { type MessageRef, roomId } from "../../../../src/core/model/ids.ts";
import type { Message } from "../../../../src/core/model/message.ts";
import { text } from "../../../../src/core/text/texts.ts";
import {
  badGateway,
  type Fault,
  halfABody,
  hangBefore,
  malformedJson,
  refusal,
  resetAfter,
  resetBefore,
  tooManyRequests,
  unauthorized,
} from "../../../support/fake-bot-api/http/faults.ts";
import { connect } from "../connect.ts";

const hello: Message = { kind: "message", reader: "everybody", lines: [text("share-yours")] };
const migrated = refusal(400, "Bad Request: group chat was upgraded to a supergroup chat", {
  migrate_to_chat_id: -1005,
});
const gone: DeliveryFailure = { kind: "gone" };
const refused: DeliveryFailure = { kind: "refused" };
const later: DeliveryFailure = { kind: "later", after: 5000 };
const unsure: DeliveryFailure = { ...later, isUnsure: true };

const failure = (call: Promise<unknown>) =>
  call.then(
    () => "done",
    (error: DeliveryError) => {
      expect(error).toBeInstanceOf(DeliveryError);
      expect(error.cause).toBeUndefined();
      return error.failure;
    },
  );

async function withMessage() {
  const world = await connect({ patience: { callTimeout: 0.5 } });
  const [ref] = await world.network.send({ room: roomId("telegram", world.group.id) }, hello, "key");
  return { ...world, room: roomId("telegram", world.group.id), ref: ref as MessageRef };
}

const reactions: [string, Fault, DeliveryFailure][] = [
  ["chat not found", refusal(400, "Bad Request: chat not found"), gone],
  ["the group chat was deleted", refusal(403, "Forbidden: the group chat was deleted"), gone],
  ["kicked from the group", refusal(403, "Forbidden: bot was kicked from the group chat"), gone],
  ["kicked from the supergroup", refusal(403, "Forbidden: bot was kicked from the supergroup chat"), gone],
  ["kicked from the channel", refusal(403, "Forbidden: bot was kicked from the channel chat"), gone],
  ["not a member of the group", refusal(403, "Forbidden: bot is not a member of the group chat"), gone],
  ["not a member of the supergroup", refusal(403, "Forbidden: bot is not a member of the supergroup chat"), gone],
  ["blocked", refusal(403, "Forbidden: bot was blocked by the user"), gone],
  ["blocked, in capitals", refusal(400, "Bad Request: USER_IS_BLOCKED"), gone],
  ["deactivated", refusal(403, "Forbidden: user is deactivated"), gone],
  ["never started", refusal(403, "Forbidden: bot can't initiate conversation with a user"), refused],
  ["a bot", refusal(403, "Forbidden: bots can't send messages to bots"), refused],
  ["no text allowed", refusal(400, "Bad Request: not enough rights to send text messages to the chat"), refused],
  ["no writing allowed", refusal(400, "Bad Request: CHAT_WRITE_FORBIDDEN"), refused],
  ["too long", refusal(400, "Bad Request: message is too long"), refused],
  ["no such method", refusal(404, "Not Found: method not found"), refused],
  ["slow down", tooManyRequests(1000), { kind: "later", after: 1_000_000 }],
  ["slow down, without a time", refusal(429, "Too Many Requests"), later],
  ["token refused", unauthorized, later],
  ["internal error", refusal(500, "Internal Server Error: restart"), unsure],
  ["bad gateway", badGateway, unsure],
  ["reset before", resetBefore, unsure],
  ["reset after", resetAfter, unsure],
  ["half an answer", halfABody, unsure],
  ["no JSON", malformedJson, unsure],
  ["no answer", hangBefore, unsure],
];

describe("what Telegram says no with", () => {
  test.each(reactions)("sending: %s", async (_what, fault, expected) => {
    const { api, network, room } = await withMessage();
    api.faults.next("sendMessage", fault);
    expect(await failure(network.send({ room }, hello, "key"))).toEqual(expected);
  });

  test.each(reactions)("editing: %s", async (_what, fault, expected) => {
    const { api, network, ref } = await withMessage();
    api.faults.next("editMessageText", fault);
    expect(await failure(network.edit(ref, { ...hello, lines: [text("forgotten")] }))).toEqual(expected);
  });

  test.each(reactions)("deleting: %s", async (_what, fault, expected) => {
    const { api, network, group, ref } = await withMessage();
    api.faults.next("deleteMessage", fault);
    // What is refused for good is edited away instead.
    const isEditedAway = expected.kind === "refused";
    expect(await failure(network.remove(ref))).toEqual(isEditedAway ? "done" : expected);
    if (isEditedAway) expect(api.screen.fromBot(group)).toMatchObject([{ text: "This answer is no longer valid." }]);
  });

  test.each(reactions)("acknowledging fails as a message does, and logs nothing: %s", async (_what, fault) => {
    const { api, network, ref, logged } = await withMessage();
    api.faults.next("setMessageReaction", fault);
    expect(await failure(network.acknowledge(ref))).toMatchObject({
      kind: expect.stringMatching(/^(?:later|gone|refused)$/),
    });
    expect(logged).toEqual([]);
  });

  test.each(reactions)("looking up is not guessing: %s", async (what, fault) => {
    const { api, network, room, ana } = await withMessage();
    for (const method of ["getChatMember", "getChat"]) api.faults.always(method, fault);
    // Where the bot is not, nobody is a member whom it could answer.
    const isOut = /kicked|not a member|was deleted/.test(what);
    const kind = isOut ? "not a member" : "unconfirmed";
    expect(await network.membership(room, `telegram:${ana.id}` as never)).toMatchObject({ kind });
    expect(await network.standing(room)).toBeUndefined();
    expect(await network.roomName(room)).toBeUndefined();
  });

  test("a group that became a supergroup: sending says where it went, and what was said before is out of reach", async () => {
    const { api, network, room, ref } = await withMessage();
    api.faults.always("*", migrated);
    expect(await failure(network.send({ room }, hello, "key"))).toEqual({ kind: "moved", to: "telegram:-1005" });
    expect(await failure(network.edit(ref, hello))).toEqual(refused);
    expect(await failure(network.remove(ref))).toEqual(refused);
    api.faults.clear();
  });

  test("a message that was deleted as soon as it was sent is sent", async () => {
    const { api, network, room } = await withMessage();
    const words = "Internal Server Error: sent message was immediately deleted and can't be returned";
    api.faults.next("sendMessage", refusal(500, words));
    expect(await network.send({ room }, hello, "key")).toEqual([]);
  });
});

import { expect, test } from "vitest";
import { second } from "../../../../src/lib/time.ts";
import {
  badGateway,
  type Fault,
  internalError,
  malformedJson,
  refusal,
  resetAfter,
  resetBefore,
  tooManyRequests,
} from "../../../support/fake-bot-api/http/faults.ts";
import { square, startMarch } from "../stories/march.ts";

const failures: readonly Fault[] = [
  refusal(400, "Bad Request: BOT_NOT_ADMIN"),
  refusal(400, "Bad Request: message to be replied not found"),
  refusal(400, "Bad Request: USER_NOT_PARTICIPANT"),
  refusal(403, "Forbidden: bot can't initiate conversation with a user"),
  refusal(404, "Not Found: method not found"),
  tooManyRequests(1),
  internalError,
  badGateway,
  malformedJson,
  resetBefore,
  resetAfter,
];
const methods = ["sendMessage", "deleteEphemeralMessage", "getChatMember", "editEphemeralMessageText", "sendLocation"];
const questions = ["/whereis", "/whereis ana", "/pin ana", "/whereis nearest", "/whereis zoe"];

test("of 1,000 questions with private answers and every failure, none leaves a name, a distance or a coordinate in the room", {
  timeout: 600_000,
}, async () => {
  const at = await startMarch();
  const { api, ana, ben, march, settle } = at;
  for (const who of [ana, ben]) await at.ask(who, march, "/help");
  await at.ask(ana, march, "/setup@whereat_bot answers private");
  const askers = [ben, ...["Cleo", "Dan", "Eli"].map((name) => api.places.person(name))];
  for (const who of askers) api.members.join(march, who);
  api.live.share(ana, march, square, 86_400);
  await settle();
  const before = api.screen.everything(march).length;
  let answered = 0;
  for (let index = 0; index < 1000; index += 1) {
    const asker = askers[index % askers.length] ?? ben;
    if (index % 400 === 399) {
      api.live.share(ana, march, square, 86_400);
      await settle();
    }
    if (index % 100 === 50) api.members.demoteBot(march, ana);
    if (index % 100 === 0) api.members.promoteBot(march, ana);
    if (index % 200 === 120) api.world.server = "10.0";
    if (index % 200 === 140) api.world.server = index % 400 === 140 ? "10.2" : "10.3";
    // What is believed of the server is not believed any more.
    if (index % 10 === 0) api.pass(11 * second);
    // No server says of a method that it does not know that something is wrong with the message.
    const probe = api.world.server === "10.0" ? "getChat" : "deleteEphemeralMessage";
    const method = methods[index % methods.length]?.replace("deleteEphemeralMessage", probe) ?? "*";
    const fault = failures[index % failures.length];
    const forget = fault && index % 7 > 0 ? api.faults.next(method, fault) : () => undefined;
    const words = questions[Math.floor(index / 3) % questions.length] ?? "/whereis";
    if (index % 3 === 0) api.people.sayOnlyToBot(asker, march, words);
    else api.people.say(asker, march, words.replace(/ |$/, "@whereat_bot "));
    await settle();
    forget();
    await at.pass(4 * second, 4 * second);
    answered += Number(at.read(march, asker).join().includes("52.52000"));
  }
  const inRoom = api.screen
    .everything(march)
    .slice(before)
    .filter(({ isFromBot, onlyFor }) => isFromBot && onlyFor === undefined);
  for (const { text, location } of inRoom) {
    expect(location).toBeUndefined();
    expect(text).not.toMatch(/Ana|Ben|52\.|13\.4|\d ?k?m\b/);
  }
  expect(inRoom.length).toBeGreaterThan(50);
  expect(answered).toBeGreaterThan(200);
});

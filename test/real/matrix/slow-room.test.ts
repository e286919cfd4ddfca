import { afterAll, beforeAll, expect, test } from "vitest";
import { type FailingProxy, type Fault, startFailingProxy } from "../../support/homeserver/failing-proxy.ts";
import { type RealHomeserver, startHomeserver } from "../../support/homeserver/homeserver.ts";
import { type NioPerson, nioPerson } from "../../support/homeserver/nio-person.ts";
import { liveAllowed, openRoom, saysBot } from "./nio-room.ts";
import { type Product, startProduct } from "./product/product.ts";

let homeserver: RealHomeserver;
let proxy: FailingProxy;
let bot: Product;
let ana: NioPerson;
let ben: NioPerson;
let number = 0;

beforeAll(async () => {
  homeserver = await startHomeserver();
  proxy = await startFailingProxy(homeserver.url);
  bot = await startProduct(proxy.url, "whereat");
  ana = await nioPerson(homeserver.url, "ana");
  ben = await nioPerson(homeserver.url, "ben");
});
afterAll(async () => {
  proxy?.decide(() => "pass");
  await bot?.stop();
  await ana?.leavesTheKeyboard();
  await ben?.leavesTheKeyboard();
  await proxy?.stop();
  await homeserver?.stop();
});

type MakeFault = (over: Promise<unknown>) => Fault;
const slow: MakeFault = (passAfter) => ({ passAfter });
const fails: (status: number) => MakeFault = (status) => () => ({ status, body: "{}" });

test.each<[string, string, MakeFault]>([
  ["keys are slow", "/keys/(query|claim)", slow],
  ["keys fail", "/keys/query", fails(500)],
  ["members cannot be had", "/members", fails(504)],
  ["nothing but syncs comes back", "", slow],
])("when %s in one room, another is answered, and that one when it is over", async (_how, which, fault) => {
  const cem = await nioPerson(homeserver.url, `cem${++number}`);
  const fast = await openRoom(bot.userId, [ana, ben], liveAllowed);
  const ask = async () => {
    await ana.says(fast, "!whereis", bot.userId);
    return saysBot(ana, bot.userId, fast, "Nobody shares");
  };
  await ask();

  const room = await cem.createRoom({ invite: [ana.userId], ...liveAllowed });
  const { promise, resolve } = Promise.withResolvers<void>();
  let held = 0;
  proxy.decide((_method, path, body) => {
    const isTheirs = `${decodeURIComponent(path)} ${body}`.includes(room) || body.includes(cem.userId);
    if (!isTheirs || path.includes("/join") || !new RegExp(which).test(path)) return "pass";
    held++;
    return fault(promise);
  });
  await cem.does("invite", { room, user: bot.userId });
  await expect.poll(() => held, { timeout: 60_000 }).toBeGreaterThan(0);
  const began = performance.now();
  for (let questions = 0; questions < 3; questions++) await ask();
  // Requests about the slow room are given ten seconds: had another room waited for one of them, it would show.
  expect(performance.now() - began).toBeLessThan(10_000);
  resolve();
  proxy.decide(() => "pass");
  await saysBot(cem, bot.userId, room, "You are shown only if you choose it");
  await cem.leavesTheKeyboard();
});

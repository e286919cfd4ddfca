import { setImmediate as nextTurn } from "node:timers/promises";
import { commands } from "../../../../src/core/commands/index.ts";
import { maxRequestsToPerson } from "../../../../src/core/model/limits.ts";
import type { ChatNetwork } from "../../../../src/core/model/ports.ts";
import { minute, second } from "../../../../src/lib/time.ts";
import type { World } from "../../../support/world/world.ts";
import { march, questions } from "./march.ts";

/** Each gives the world in which Ben asks for Ana, and what Ana does then. */
export const outcomes: Record<
  string,
  { before?: (world: World) => Promise<unknown>; after?: (world: World) => Promise<unknown> }
> = {
  asked: {},
  refused: { after: (world) => world.receive(world.command("ana", undefined, "/answer not-now")) },
  ignored: { after: async (world) => world.skip(0) },
  unreachable: { before: async (world) => world.network.isReachable("ana", false) },
  unknown: { before: async (world) => world.leaves("ana", "march") },
  "not to be asked": { before: (world) => world.says("ana", undefined, "/ask off") },
  "over a limit": {
    async before(world) {
      for (let times = 0; times < maxRequestsToPerson; times += 1) {
        await world.says("cem", undefined, "/ask ana");
        await world.says("ana", undefined, "/answer not-now");
      }
      await world.pass(10 * minute);
    },
  },
};

/** A network that answers who is a member after so long, by the clock of the test. */
function slow(by: number, now: () => number) {
  const waiting: { until: number; go: () => void }[] = [];
  const connect = (port: ChatNetwork): ChatNetwork => ({
    ...port,
    async membership(room, person) {
      if (isSlow) await new Promise<void>((go) => waiting.push({ until: now() + by, go }));
      return port.membership(room, person);
    },
  });
  let isSlow = false;
  return {
    connect,
    begin: () => void (isSlow = true),
    release() {
      for (const one of waiting.filter(({ until }) => until <= now())) {
        waiting.splice(waiting.indexOf(one), 1);
        one.go();
      }
    },
  };
}

/** What the asker's chat is told, and at which tick after the question, over fifteen minutes. */
export async function askedIn(outcome: string, lookups: number) {
  const { before, after } = outcomes[outcome] ?? {};
  let now = () => 0;
  const network = slow(lookups, () => now());
  const world = await march({ connect: network.connect });
  now = world.now;
  await before?.(world);
  const calls = world.network.posts.filter(({ chat }) => chat === "ben").length;
  const began = world.now();
  network.begin();
  await world.receive(world.command("ben", undefined, "/ask ana", { id: "telegram:asked" }));
  const settle = async () => {
    for (let turn = 0; turn < 40; turn += 1) {
      network.release();
      await nextTurn();
    }
  };
  await settle();
  let wasQuestioned = false;
  for (let tick = 0; tick < 900; tick += 1) {
    if (tick === 60) await after?.(world);
    if (tick < 70 || tick % 60 === 0 || tick === 600) await settle();
    wasQuestioned ||= questions(world, "ana").length > 0;
    world.skip(second);
    await world.tick();
  }
  await settle();
  const told = world.network.posts
    .filter(({ chat }) => chat === "ben")
    .slice(calls)
    .map(({ at, removed, edits, message }) => ({ at: at - began, removed, edits, silent: message.silent }));
  const keys = world.network.sent.filter((key) => key.startsWith("telegram:asked"));
  return { told, texts: world.shown("ben").slice(-1), keys, wasQuestioned };
}

export async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await nextTurn();
}

/**
 * Ben asks for Ana, and the program dies as soon as it looks anybody up.
 * @returns what Ben and Ana read after it began again
 */
export async function diesAtLookup(): Promise<{ ben: string[]; ana: string[] }> {
  let isAsked = false;
  let programs = 0;
  let isDead = false;
  const never = () => new Promise<never>(() => undefined);
  /** The first program dies as soon as it looks anybody up: from then on it neither says nor stores anything. */
  const dying = <T extends object>(port: T, own: number): T =>
    new Proxy(port, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== "function") return value;
        return (...given: unknown[]) => {
          if (own === 1 && isAsked && name === "membership") isDead = true;
          const apply = (): unknown => (own === 1 && isDead ? never() : Reflect.apply(value, target, given));
          if (own === 1 && isAsked && (isDead || name === "send")) return never();
          // Writing is slower than looking up.
          return own === 1 && isAsked && name === "set" ? turns(40).then(apply) : apply();
        };
      },
    });
  const known = new Map(commands);
  const world = await march({
    commands: known,
    store: (store) => dying(store, (programs += 1)),
    connect: (port) => dying(port, programs),
  });
  isAsked = true;
  await world.receive(world.command("ben", undefined, "/ask ana"));
  await turns(400);
  if (!isDead || world.shown("ben").length > 0) throw new Error("the program was to die before it said anything");
  // What is said now is what was kept, and not worked out again.
  known.delete("ask");
  await world.resumeAnew();
  return { ben: world.shown("ben"), ana: questions(world, "ana") };
}

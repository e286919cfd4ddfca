import { beforeAll, describe, expect, test, vi } from "vitest";
import { minute, second } from "../../../src/lib/time.ts";
import { hangBefore, refusal, unauthorized } from "../../support/fake-bot-api/http/faults.ts";
import { hangsAfter } from "../program.ts";
import { watchedMachine } from "./watched-machine.ts";

beforeAll(() => vi.setConfig({ testTimeout: hangsAfter }));

type Machine = Awaited<ReturnType<typeof watchedMachine>>;
/** What goes wrong, what mends it, which line tells, and what it says. */
type Trouble = {
  begins: (on: Machine) => unknown;
  ends: (on: Machine) => unknown;
  line: RegExp;
};

const troubles: Record<string, Trouble> = {
  "polling is stuck": {
    begins({ api, answers, ana, march }) {
      api.faults.always("getUpdates", hangBefore);
      api.people.say(ana, march, "hello");
      answers.telegram = false;
    },
    ends({ api, answers }) {
      api.faults.clear();
      api.faults.release();
      answers.telegram = true;
    },
    line: /^telegram: bad; connected for .*; nothing is heard, and nothing says why: it hangs$/m,
  },
  "sync is stuck": {
    begins: ({ answers }) => void (answers.matrix = false),
    ends: ({ answers }) => void (answers.matrix = true),
    line: /^matrix: bad; connected for .*; nothing is heard, and nothing says why: it hangs$/m,
  },
  "Telegram cannot be reached": {
    begins({ api, answers, ana, march }) {
      api.faults.always("getUpdates", { kind: "reset", executed: false });
      api.people.say(ana, march, "hello");
      answers.telegram = false;
    },
    ends({ api, answers }) {
      api.faults.clear();
      answers.telegram = true;
    },
    line: /^telegram: bad; connected for .*; nothing is heard$/m,
  },
  "the store is away": {
    begins({ store, answers }) {
      store.fails = "all";
      answers.telegram = false;
      answers.matrix = false;
    },
    ends({ store, answers }) {
      store.fails = "nothing";
      answers.telegram = true;
      answers.matrix = true;
    },
    line: /^store: bad; written \d+ s ago; nothing can be written/m,
  },
  "the disk is full": {
    begins({ store, answers }) {
      store.fails = "writing";
      answers.telegram = false;
      answers.matrix = false;
    },
    ends({ store, answers }) {
      store.fails = "nothing";
      answers.telegram = true;
      answers.matrix = true;
    },
    line: /^store: bad; written \d+ s ago; nothing can be written/m,
  },
  "the store's file is replaced": {
    begins: ({ moveStore }) => moveStore(),
    ends: ({ moveStoreBack }) => moveStoreBack(),
    line: /^store: bad; .*; its file was moved, removed or replaced/m,
  },
  "the store is emptied": {
    async begins({ raw, advance }) {
      const ids: string[] = [];
      for await (const [id] of raw.entries()) ids.push(id);
      await raw.delete(ids);
      await advance();
    },
    ends: () => undefined,
    line: /^store: bad; .*; it was emptied, changed or put back/m,
  },
  "the clock is ahead": {
    begins: ({ setClock }) => setClock(12 * minute),
    ends: ({ setClock }) => setClock(0),
    line: /^clock: bad; .*this machine's clock is 12 min ahead of that of telegram/m,
  },
  "the clock is behind": {
    begins: ({ setClock }) => setClock(-12 * minute),
    ends: ({ setClock }) => setClock(0),
    line: /^clock: bad; .*this machine's clock is 12 min behind that of telegram/m,
  },
  "the outbox does not move": {
    begins({ api, ana }) {
      api.faults.always("sendMessage", refusal(500, "Internal Server Error"));
      api.people.say(ana, api.places.privateChat(ana), "/help");
    },
    ends: ({ api }) => api.faults.clear(),
    line: /^telegram: bad; .*, 1 waiting, the first for .*; what waits to be sent does not move$/m,
  },
};

describe("health turns bad within two minutes, and good within one when it is over:", () => {
  test.each(Object.entries(troubles))("%s", async (_, { begins, ends, line }) => {
    const machine = await watchedMachine();
    await machine.pass(minute);
    expect(machine.report()).toMatch(/^good\n/);
    await begins(machine);
    expect(await machine.until("bad")).toBeLessThanOrEqual(2 * minute);
    expect(machine.report()).toMatch(/^bad\n/);
    expect(machine.report()).toMatch(line);
    await ends(machine);
    expect(await machine.until("good")).toBeLessThanOrEqual(minute);
    expect(machine.report()).toMatch(/^good\n/);
    expect(
      machine
        .logged()
        .filter((said) => said.includes("health: "))
        .at(-1),
    ).toBe("health: good again");
  });

  test("the token is revoked", async () => {
    const machine = await watchedMachine();
    machine.answers.telegram = false;
    machine.api.faults.always("*", unauthorized);
    machine.api.people.say(machine.ana, machine.march, "hello");
    expect(await machine.until("bad")).toBeLessThanOrEqual(2 * minute);
    expect(machine.report()).toMatch(/^telegram: bad; refused for .*; it cannot go on there: the log says why$/m);
    expect(machine.report()).toMatch(/^matrix: good/m);
    machine.api.faults.clear();
    machine.endPauses();
    await machine.api.calls.until(() => machine.api.updates.isPolled() && machine.connections("Telegram") === 2);
    machine.answers.telegram = true;
    expect(await machine.until("good")).toBeLessThanOrEqual(minute);
  });

  test("the login is ended, and no other is given", async () => {
    const machine = await watchedMachine();
    const { homeserver, answers } = machine;
    answers.matrix = false;
    let isRefused = true;
    const ended = { status: 401, json: { errcode: "M_UNKNOWN_TOKEN" } };
    const forbidden = { status: 403, json: { errcode: "M_FORBIDDEN" } };
    homeserver.on(({ path, method }) => (isRefused && path === "login" && method === "POST" ? forbidden : undefined));
    homeserver.sync(ended);
    expect(await machine.until("bad")).toBeLessThanOrEqual(2 * minute);
    await expect
      .poll(machine.report)
      .toMatch(/^matrix: bad; refused for .*; it cannot go on there: the log says why$/m);
    isRefused = false;
    const before = homeserver.asked.length;
    machine.endPauses();
    await homeserver.wasAsked((one) => one.path === "sync" && homeserver.asked.indexOf(one) >= before);
    await machine.api.calls.until(() => machine.connections("Matrix") === 2);
    answers.matrix = true;
    expect(await machine.until("good")).toBeLessThanOrEqual(minute);
  });
});

test("while both networks answer, and something is said now and then, it stays good for twenty minutes", async () => {
  const machine = await watchedMachine();
  for (let minutes = 0; minutes < 20; minutes++) {
    if (minutes % 5 === 0) machine.api.people.say(machine.ana, machine.march, `/whereis@${machine.api.bot.username}`);
    await machine.pass(minute);
    expect(machine.report()).toMatch(/^good\n/);
  }
  expect(machine.logged().filter((line) => line.startsWith("health"))).toEqual([]);
});

test("the report has a line for each network, the store and the clock, and nothing about anybody", async () => {
  const { report, pass } = await watchedMachine();
  await pass(2 * minute + 10 * second);
  expect(report()).toBe(
    [
      "good",
      "telegram: good; connected for 2 min, heard 0 s ago, none waiting",
      "matrix: good; connected for 2 min, heard 0 s ago, none waiting",
      expect.stringMatching(/^store: good; written \d+ s ago$/),
      "clock: good; no network says that this machine's clock is wrong",
      "",
    ]
      .map((line) => (typeof line === "string" ? line : (report().split("\n")[3] ?? "")))
      .join("\n"),
  );
});

test("the watchdog is told to wait only by what a new start would not mend", async () => {
  const hangs = async (name: string) => {
    const machine = await watchedMachine();
    await troubles[name]?.begins(machine);
    await machine.until("bad");
    return machine.health().hangs;
  };
  expect(await hangs("polling is stuck")).toBe(true);
  expect(await hangs("sync is stuck")).toBe(true);
  expect(await hangs("Telegram cannot be reached")).toBe(false);
  expect(await hangs("the store is away")).toBe(false);
  expect(await hangs("the outbox does not move")).toBe(false);
});

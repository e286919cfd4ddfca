import { describe, expect, test } from "vitest";
import { quietTimes, recoveryOf } from "../../../../bench/soak/figures.ts";
import { createModel, type Question, writtenOf } from "../../../../bench/soak/model.ts";

const minute = 60_000;
const [here, there] = [writtenOf(52.5, 13.4), writtenOf(52.6, 13.5)];

/** Two people of one circle, in which positions are kept for a minute. */
function circleOfTwo() {
  const clock = { now: 1_000_000, fault: undefined as string | undefined };
  const model = createModel(
    () => clock.now,
    () => clock.fault,
  );
  const circle = { name: "March", expiry: minute };
  const [ana, ben] = [model.sharer("p1", circle), model.sharer("p2", circle)];
  const pass = (ms: number) => void (clock.now += ms);
  for (const one of [ana, ben]) model.moved(one, here);
  pass(1000);
  return { clock, model, circle, ana, ben, pass, asked: () => model.asked("Telegram", circle) };
}
const told = (of: Record<string, string>) =>
  Object.entries(of)
    .map(([name, at]) => `<b>${name}</b> is at <code>${at}</code>, within 5 metres. Kept for 1 min.`)
    .join("\n");
const kinds = ({ model }: ReturnType<typeof circleOfTwo>) => model.wrongs.map(({ kind }) => kind);

test("an answer that shows everybody where they are is right", () => {
  const at = circleOfTwo();
  expect(at.model.answered(at.asked(), told({ p1: here, p2: here }))?.shows).toHaveLength(2);
  expect(kinds(at)).toEqual([]);
});

describe("is lost:", () => {
  test("a question that is never answered", () => {
    const at = circleOfTwo();
    at.model.unanswered(at.asked());
    expect(kinds(at)).toEqual(["lost"]);
  });

  test("somebody who shares and is not shown", () => {
    const at = circleOfTwo();
    at.model.answered(at.asked(), told({ p1: here }));
    expect(kinds(at)).toEqual(["lost"]);
  });

  test("a position that was said before the question, when an older one is shown", () => {
    const at = circleOfTwo();
    at.model.moved(at.ana, there);
    at.pass(1000);
    at.model.answered(at.asked(), told({ p1: here, p2: here }));
    expect(kinds(at)).toEqual(["lost"]);
  });

  test("what was never said, and who is of another circle", () => {
    const at = circleOfTwo();
    at.model.sharer("p3", { name: "Other", expiry: minute });
    at.model.answered(at.asked(), told({ p1: there, p2: here, p3: here }));
    // p1 is where nobody put them, and so is not shown where they are.
    expect(kinds(at)).toEqual(["lost", "lost", "lost"]);
  });
});

test("who is left out while a network does not say who is a member is not lost, if the answer says so", () => {
  const at = circleOfTwo();
  const words = "Somebody else may share here, but the network does not tell me now if they are still a member.";
  at.model.answered(at.asked(), `${told({ p1: here })}\n${words}`);
  expect(kinds(at)).toEqual(["lost"]);
  at.clock.fault = "502";
  at.model.answered(at.asked(), `${told({ p1: here })}\n${words}`);
  expect(kinds(at)).toEqual(["lost"]);
  expect(at.model.leftOut()).toBe(1);
  at.model.answered(at.asked(), told({ p1: here }));
  expect(kinds(at)).toEqual(["lost", "lost"]);
});

describe("is shown too long:", () => {
  test("a position past its expiry, in an answer", () => {
    const at = circleOfTwo();
    at.pass(minute);
    const question = at.asked();
    at.pass(1000);
    at.model.answered(question, told({ p1: here, p2: here }));
    expect(kinds(at)).toEqual(["shown too long", "shown too long"]);
  });

  test("somebody who had stopped before it was asked; not somebody who stops meanwhile", () => {
    const at = circleOfTwo();
    const before = at.asked();
    at.pass(100);
    at.model.stopped(at.ana);
    at.model.answered(before, told({ p1: here, p2: here }));
    expect(kinds(at)).toEqual([]);
    at.pass(100);
    at.model.answered(at.asked(), told({ p1: here, p2: here }));
    expect(kinds(at)).toEqual(["shown too long"]);
  });

  test("an answer that still stands when the first of it is over, once", () => {
    const at = circleOfTwo();
    const stands = at.model.answered(at.asked(), told({ p1: here, p2: here }));
    if (!stands) throw new Error("nothing stands");
    expect(at.model.endOfAnswer(stands)).toBe(1_000_000 + minute);
    at.model.stopped(at.ben);
    expect(at.model.endOfAnswer(stands)).toBe(at.clock.now);
    at.model.standsTooLong(stands, 1);
    at.model.standsTooLong(stands, 2);
    expect(kinds(at)).toEqual(["shown too long"]);
  });
});

describe("figures", () => {
  const question = (askedAt: number, took?: number): Question => {
    const circle = { name: "March", expiry: minute };
    const answeredAt = took === undefined ? undefined : askedAt + took;
    return { circle, about: undefined, network: "Telegram", askedAt, answeredAt, answers: 1 };
  };
  const fault = { name: "502", began: 10_000, ended: 20_000 };

  test("recovery is over when the last question that a fault held up is answered", () => {
    const held = [question(1000, 50), question(12_000, 11_000), question(21_000, 4000), question(30_000, 90)];
    expect(recoveryOf(fault, held, 99_000)).toBe(5000);
    expect(recoveryOf(fault, [...held, question(13_000)], 99_000)).toBe(Number.POSITIVE_INFINITY);
    expect(recoveryOf(fault, [question(12_000, 30)], 99_000)).toBe(0);
  });

  test("times outside faults leave out what a fault touched, and nothing else: not an answer that never came", () => {
    const all = [question(1000, 50), question(9900, 200), question(24_000, 40), question(26_000, 70), question(40_000)];
    expect(quietTimes(all, [{ ...fault, recovery: 5000 }])).toEqual([50, 70, Number.POSITIVE_INFINITY]);
  });
});

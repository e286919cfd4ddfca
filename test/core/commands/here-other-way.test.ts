import { expect, test } from "vitest";
import { hour, minute } from "../../../src/lib/time.ts";
import { createWorld } from "../../support/world/world.ts";

const otherWay = "If it is the other way round";

/** Ana types where she is. @returns what she alone reads */
async function march() {
  const world = await createWorld({ canWhisper: true });
  world.room("march", "ana", "ben");
  const types = async (place: string, who = "ana") => {
    await world.says(who, "march", `/here ${place}`);
    return world.last(who) ?? "";
  };
  return { world, types };
}

test("two numbers that can be read both ways are said with the other way, until it is known where somebody was", async () => {
  const { types } = await march();
  const first = await types("52.5163 13.3777");
  expect(first).toContain("I read latitude 52.5163, longitude 13.3777.");
  expect(first).toContain(`${otherWay}, say /here 13.3777 52.5163`);
  expect(await types("52.5200 13.4050")).not.toContain(otherWay);
  expect(await types("13.4051 52.5201")).toContain(otherWay);
});

test.each([
  "52.5163N 13.3777E",
  "N 52.5163, E 13.3777",
  "52°30'58\"N 13°22'40\"E",
  "geo:52.5163,13.3777",
  "https://www.openstreetmap.org/#map=15/52.5163/13.3777",
  "lat 52.5163 lon 13.3777",
  "+52.5163+013.3777/",
  "9F4MG99H+GM",
  "13.5163 100.3777",
])("%s says itself which is which", async (typed) => {
  const { types } = await march();
  const said = await types(typed);
  expect(said).toContain("I read latitude");
  expect(said).not.toContain(otherWay);
});

test("where others are says nothing about it, so nobody learns from it where they are", async () => {
  const answers = [];
  for (const others of ["52.5 13.4", "13.4 52.5"]) {
    const { types } = await march();
    await types(others, "ben");
    answers.push(await types("52.5163 13.3777"));
  }
  expect(answers[0]).toContain(otherWay);
  expect(answers[1]).toBe(answers[0]);
});

test("where somebody was is forgotten with the position", async () => {
  const { world, types } = await march();
  await types("52.5163 13.3777");
  await world.pass(hour + minute);
  expect(await types("52.5200 13.4050")).toContain(otherWay);
});

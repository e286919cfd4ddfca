import { expect, test } from "vitest";
import { plainWords } from "../../../src/bots/render.ts";
import { languages } from "../../../src/core/text/languages.ts";
import { type Text, text } from "../../../src/core/text/texts.ts";
import { minute } from "../../../src/lib/time.ts";
import { twoRooms } from "../../support/linked/linked-rooms.ts";

/** Linked, with somebody who shares in each. */
async function linkedRooms(options: Parameters<typeof twoRooms>[0] = {}) {
  const linked = await twoRooms(options);
  await linked.link();
  await linked.shares("ben", "march", [52.1, 13]);
  await linked.shares("noor", "water", [52.2, 13]);
  return linked;
}

test("an answer names the network of who is on another one than those who read it, and nobody else's", async () => {
  const { whereis, says } = await linkedRooms();
  const inMarch = await whereis("ana", "march");
  expect(inMarch).toContain("Noor (on Matrix) is at 52.2");
  expect(inMarch).toContain("Ben is at 52.1");
  const inWater = await whereis("mia", "water");
  expect(inWater).toContain("Ben (on Telegram) is at 52.1");
  expect(inWater).toContain("Noor is at 52.2");
  expect(await says("ana", "march", "/whereis noor")).toMatch(/^Noor \(on Matrix\) shares/);
  expect(await says("ana", "march", "/whereis ben")).toMatch(/^Ben shares/);
});

test("also in private, where it is the network of who asked that counts", async () => {
  const { world, in: inRoom } = await linkedRooms();
  await inRoom("water", () => world.says("noor", undefined, "/whereis"));
  const said = await inRoom("water", async () => world.last("noor") ?? "");
  expect(said).toContain("Ben (on Telegram)");
  expect(said).toContain("Noor is at");
});

test("also on a board", async () => {
  const { world, says, shown } = await linkedRooms({ boardHolds: 40 });
  await says("ana", "march", "/setup board on");
  await world.pass(minute);
  expect(await shown("march")).toContain("Noor (on Matrix) is at");
  expect(await shown("march")).toContain("Ben is at");
});

test("of two people of one name on two networks, both networks are named, whoever reads it", async () => {
  const { world, whereis, says } = await linkedRooms();
  world.network.know("ben", { name: "Ana", handle: "ana_k" });
  world.beside?.know("noor", { name: "ANA" });
  for (const said of [
    await whereis("ana", "march"),
    await whereis("mia", "water"),
    await says("ana", "march", "/whereis ana"),
  ]) {
    expect(said).toMatch(/Ana \(@ana_k, on Telegram.*?\) is at 52\.1/);
    expect(said).toMatch(/ANA \([^)]*, on Matrix.*?\) is at 52\.2/);
  }
});

test("rooms of one network that are linked name none", async () => {
  const { world, link, shares, whereis } = await twoRooms();
  world.room("square", "ana", "dan");
  await link(["ana", "march"], ["ana", "square"]);
  await shares("dan", "square", [52.4, 13]);
  expect(await whereis("ana", "march")).toContain("Dan is at");
});

test("/who, and the word of each first look, name the network of who looked from another one", async () => {
  const { world, says, whereis } = await linkedRooms();
  await says("ben", "march", "/who each");
  await whereis("mia", "water");
  await whereis("ana", "march");
  await world.pass(minute);
  const each = world.said("ben").join("\n");
  expect(each).toMatch(/Mia \(on Matrix\) asked in The water/);
  expect(each).not.toContain("on Telegram");
  const who = await says("ben", "march", "/who");
  expect(who).toMatch(/Mia \([^)]*on Matrix\)/);
  expect(who).not.toContain("on Telegram");
});

test.each(["Noor (on Telegram)", "Ben on Telegram"])(
  "nobody is taken for somebody of another network by the name %s",
  async (name) => {
    const { world, whereis } = await linkedRooms();
    world.beside?.know("noor", { name });
    expect(await whereis("mia", "water")).toContain(`“${name}”`);
    expect(await whereis("ana", "march")).toContain(`“${name}”`);
  },
);

test("each language says the network once, beside the name and beside what else somebody is known by", () => {
  for (const language of languages) {
    const saidIn = (told: Text) => plainWords([told], language).replace(/[\u2066-\u2069\u200E\u200F]/g, "");
    for (const told of [
      text("person-told", { name: "Ana", network: "Matrix" }),
      ...(["none", "renamed"] as const).flatMap((change) => [
        text("person-told-by", { name: "Ana", by: "@ana", network: "Matrix", change }),
        text("person-told-since", { name: "Ana", known: minute, network: "Matrix", change }),
        text("person-told-since", { name: "Ana", known: minute, number: 2, network: "Matrix", change }),
      ]),
    ])
      expect([language, saidIn(told)]).toEqual([
        language,
        expect.stringMatching(/^Ana \((?:[^()]*[,،] )?[^(),،]*Matrix(?:[,،] [^()]*)?\)$/),
      ]);
    expect(saidIn(text("person-told", { name: "Ana" }))).toBe("Ana");
  }
});

import { describe, expect, test } from "vitest";
import { maxOwnNames } from "../../../../src/bots/matrix/limits.ts";
import { createOwnNames } from "../../../../src/bots/matrix/receive/own-name.ts";
import { ana, ben, event, me, read, text } from "../fake/events.ts";

const link = "https://matrix.to/#/";
const pill = (id: string, words: string) => `<a href="${link}${id}">${words}</a>`;
const html = (formatted_body: string) => ({ format: "org.matrix.custom.html", formatted_body });
const mentioned = { "m.mentions": { user_ids: [me] } };
const asked = { kind: "command", name: "whereis", argument: "ana", addressed: true, unmarked: true };

// The bot is @whereat:example.org, and is shown as "Where At".
describe("words behind the bot's name", () => {
  test.each([
    "@whereat whereis ana",
    "whereat: whereis ana",
    "whereat:whereis ana",
    "Whereat, whereis ana",
    "@whereat:example.org whereis ana",
    "@whereat:example.org: whereis ana",
    "Where At: whereis ana",
    "@where at whereis ana",
    `${link}${me} whereis ana`,
    `<${link}${encodeURIComponent(me)}>: whereis ana`,
    `[Where At](${link}${me}) whereis ana`,
    `[Where At](<${link}${me}?via=example.org>): whereis ana`,
  ])("are for it: %j", (body) => {
    expect(read(text(body))).toMatchObject(asked);
  });

  test("are for it where the name alone stands before them, if the client says that the bot is meant", () => {
    expect(read(text("whereat whereis ana", mentioned))).toMatchObject(asked);
    expect(read(text("Where At whereis ana", html(`${pill(me, "Where At")} whereis ana`)))).toMatchObject(asked);
    // It may have another name in this room, which the link shows.
    expect(read(text("Guide: whereis ana", html(`${pill(me, "Guide")}: whereis ana`)))).toMatchObject(asked);
    expect(read(text("whereat whereis ana"))).toEqual(expect.objectContaining({ kind: "words" }));
    expect(read(text("whereat whereis ana"))).not.toHaveProperty("addressed");
  });

  test("may begin with the mark of a command all the same", () => {
    const marked = read(text("@whereat !stpo"));
    expect(marked).toMatchObject({ kind: "command", name: "stpo", addressed: true });
    expect(marked).not.toHaveProperty("unmarked");
    expect(read(text("whereat: stop!"))).toMatchObject({ kind: "command", name: "stop", argument: "" });
    expect(read(text("whereat: 2"))).toMatchObject({ kind: "number", number: "2" });
  });

  test("name whom they name, and not the bot", () => {
    const more = html(`${pill(me, "Where At")}: whereis ${pill(ben, "Ben")}`);
    expect(read(text("Where At: whereis Ben", more))).toMatchObject({
      ...asked,
      argument: "Ben",
      mentions: [`matrix:${ben}`],
    });
    const listed = { "m.mentions": { user_ids: [me, ben] } };
    expect(read(text("whereat whereis Ben", listed))).toMatchObject({ mentions: [`matrix:${ben}`] });
    // As a reply to somebody's message, it is about them.
    const reply = { "m.relates_to": { "m.in_reply_to": { event_id: "$old" } }, "m.mentions": { user_ids: [ben, me] } };
    expect(read(text("@whereat whereis", reply))).toMatchObject({ name: "whereis", mentions: [`matrix:${ben}`] });
  });

  test("that are no command are words for it; so is its name elsewhere, where the client says that it is meant", () => {
    const addressed = { kind: "words", addressed: true };
    for (const body of ["@whereat", "@whereat?", "whereat: где ана?", "@whereat 52.5, 13.4"])
      expect(read(text(body))).toMatchObject(addressed);
    expect(read(text("where is ana, whereat?", mentioned))).toMatchObject(addressed);
    expect(read(text("where is ana, Where At?", html(`where is ana, ${pill(me, "Where At")}?`)))).toMatchObject(
      addressed,
    );
  });

  test("are not for it behind another's name, or one that only begins like its own", () => {
    for (const [body, more] of [
      ["@whereatbot whereis ana", {}],
      ["whereat2: whereis ana", {}],
      ["@whereat:example.net whereis ana", {}],
      ["ana: whereis ben", {}],
      [`[Where At](${link}${ana}) whereis ana`, {}],
      [`${link}%40%ff:x whereis ana`, {}],
      ["Ben: whereis ana", html(`${pill(ben, "Ben")}: whereis ana`)],
    ] as const) {
      const heard = read(text(body, more));
      expect([body, heard?.kind]).toEqual([body, "words"]);
      expect(heard).not.toHaveProperty("addressed");
    }
  });

  test("in reply to the bot are between people, unless they name it: the list of mentions has whoever is replied to", () => {
    const reply = { "m.relates_to": { "m.in_reply_to": { event_id: "$answer" } }, ...mentioned };
    expect(read(text("thanks", reply))).not.toHaveProperty("addressed");
    expect(read(text("whereat whereis ana", reply))).toMatchObject({ kind: "words" });
    expect(read(text("@whereat whereis ana", reply))).toMatchObject(asked);
  });
});

test("the bot's names are that of its account and those that it has in rooms, the latest ones", () => {
  const names = createOwnNames();
  names.add("Where At");
  names.add(undefined);
  const member = (displayname: unknown, sender = me, state_key = me) =>
    names.note(event("m.room.member", { membership: "join", displayname }, { sender, state_key }), me);
  member("Guide");
  member("Mallory", ana);
  member("Mallory", ana, ana);
  member(7);
  member("");
  expect(names.all()).toEqual(["Guide", "Where At"]);
  for (let number = 0; number < 2 * maxOwnNames; number++) member(`Guide ${number}`);
  expect(names.all()).toHaveLength(maxOwnNames);
});

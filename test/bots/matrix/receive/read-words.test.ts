import { describe, expect, test } from "vitest";
import { ben, event, me, read, sentAt, text } from "../fake/events.ts";

const pill = (id: string, name = "Ben") => `<a href="https://matrix.to/#/${id}">${name}</a>`;
const html = (formatted_body: string) => ({ format: "org.matrix.custom.html", formatted_body });

describe("a command", () => {
  test.each([
    "!whereis ben",
    "/whereis ben",
    "//whereis ben",
    "  !WhereIs   ben  ",
    "! whereis ben",
    "/ whereis ben",
    "!\u00a0whereis ben",
    "！whereis ben",
    "／whereis ben",
    "!whereis: ben",
  ])("can be typed as %j", (body) => {
    expect(read(text(body))).toMatchObject({
      kind: "command",
      name: "whereis",
      argument: "ben",
      sender: "@ana:example.org",
    });
  });

  test.each([
    "say !whereis",
    "whereis",
    "!    whereis",
    "///whereis",
    "> !whereis",
    "",
    "!",
    `!whereis ${"x".repeat(4096)}`,
  ])("stands at the very beginning of a short text, not in %.20j: that is words", (body) => {
    expect(read(text(body))).toMatchObject({ kind: "words" });
  });

  test.each(["!stop!", "!stop.", "/stop!!!", "! stop?"])("in haste, with a sign behind it, is one: %j", (body) => {
    expect(read(text(body))).toMatchObject({ kind: "command", name: "stop", argument: "" });
  });

  test("is a text; something else is words at most, and what bots and servers say is nothing", () => {
    const kind = (msgtype: unknown) => read(text("!whereis", { msgtype }))?.kind;
    expect(["m.emote", "m.location", "m.key.verification.request", "org.example.other"].map(kind)).toEqual([
      "words",
      "unreadable location",
      "words",
      "words",
    ]);
    for (const msgtype of ["m.notice", "m.server_notice", 7, undefined]) expect(kind(msgtype)).toBeUndefined();
  });

  const files = ["m.image", "m.video", "m.audio", "m.file"];
  test.each(files)("beneath %j is read, where the file has a name of its own", (msgtype) => {
    const url = "mxc://example.org/x";
    const of = (body: string, filename?: unknown) => read(text(body, { msgtype, url, filename }));
    expect(of("!stop", "IMG_1.jpg")).toMatchObject({ kind: "command", name: "stop" });
    expect(of("Look at this", "IMG_1.jpg")).toMatchObject({ kind: "words" });
    for (const name of ["!stop", undefined, 7]) expect(of("!stop", name)).toMatchObject({ kind: "no words" });
  });

  test("is nothing that was drawn, voted or called", () => {
    const request = { msgtype: "m.key.verification.request", body: "@ana:example.org wants to verify", to: me };
    expect(read(event("m.room.message", request))).toMatchObject({ kind: "words" });
    for (const type of ["m.sticker", "m.poll.start", "org.matrix.msc3381.poll.start", "m.call.invite"])
      expect(read(event(type, { body: "!stop" }))).toMatchObject({ kind: "no words" });
    expect(read(event("m.reaction", {}))).toBeUndefined();
  });

  test("is not what the bot itself says", () => {
    expect(read(text("!whereis", {}, { sender: me }))).toBeUndefined();
  });

  test("that was edited into a message is marked as that, and is what the edit says; other edits say nothing", () => {
    const edit = (content: object) =>
      read(
        text("* !whereis", { "m.relates_to": { rel_type: "m.replace", event_id: "$old" }, "m.new_content": content }),
      );
    expect(edit({ msgtype: "m.text", body: "!stop" })).toMatchObject({
      kind: "command",
      name: "stop",
      event: "$event",
      edits: "$old",
      sentAt,
    });
    const captioned = { msgtype: "m.image", body: "!stop", filename: "IMG_1.jpg" };
    expect(edit(captioned)).toMatchObject({ kind: "command", name: "stop", edits: "$old" });
    for (const content of [
      { msgtype: "m.text", body: "Hello." },
      { msgtype: "m.text", body: "2" },
      { msgtype: "m.notice", body: "!stop" },
      { msgtype: "m.location", body: "x", geo_uri: "geo:1,2" },
      { body: "!wipe yes" },
    ])
      expect(edit(content)).toBeUndefined();
    const nothing = {
      "m.relates_to": { rel_type: "m.replace" },
      "m.new_content": { msgtype: "m.text", body: "!stop" },
    };
    expect(read(text("!stop", nothing))).toBeUndefined();
    expect(read(text("!stop", { "m.relates_to": { rel_type: "m.replace", event_id: "$old" } }))).toBeUndefined();
  });

  test("keeps its thread", () => {
    expect(read(text("!whereis", { "m.relates_to": { rel_type: "m.thread", event_id: "$root" } }))).toMatchObject({
      thread: "$root",
    });
  });

  test("in a reply comes after the quote that older clients put before it", () => {
    const relates = { "m.relates_to": { "m.in_reply_to": { event_id: "$old" } } };
    expect(read(text("> <@ben:example.net> !wipe yes\n> more\n\n!whereis", relates))).toMatchObject({
      name: "whereis",
    });
    expect(read(text("> <@ben:example.net> !wipe yes", relates))).toMatchObject({ kind: "words" });
  });
});

test("nothing but a number is one", () => {
  for (const typed of [" 2 ", "۲", "٢", "२", "２", "2.", "2)", "۲.", "２）", "2\uFE0F\u20E3", "\u200F۲"])
    expect(read(text(typed)), typed).toMatchObject({ kind: "number", number: "2" });
  for (const typed of ["2 3", "2..", "2 km", "½", "１２３４"])
    expect(read(text(typed)), typed).toMatchObject({ kind: "words" });
  for (const body of ["2nd", "1234", "-1", "1 2"]) expect(read(text(body))).toMatchObject({ kind: "words" });
});

describe("who is mentioned", () => {
  const mentions = (body: string, more: object = {}) => {
    const heard = read(text(body, { ...more }));
    return heard?.kind === "command" ? heard.mentions : undefined;
  };
  const theBen = [`matrix:${ben}`];

  test("is whom a link leads to, however it is written", () => {
    expect(mentions("!whereis Ben", html(`!whereis ${pill(ben)}`))).toEqual(theBen);
    expect(mentions("!whereis Ben", html(`!whereis ${pill(encodeURIComponent(ben))}`))).toEqual(theBen);
    expect(mentions("!whereis Ben", html(`!whereis ${pill(`${ben}?via=example.org`)}`))).toEqual(theBen);
  });

  test("is whom the list of mentions names, or an id that is typed", () => {
    expect(mentions("!whereis Ben", { "m.mentions": { user_ids: [ben] } })).toEqual(theBen);
    expect(mentions(`!whereis ${ben}`)).toEqual(theBen);
  });

  test("is not the one who is replied to, whom the list names as well", () => {
    const reply = { "m.relates_to": { "m.in_reply_to": { event_id: "$old" } }, "m.mentions": { user_ids: [ben] } };
    expect(mentions("!whereis cem", reply)).toEqual([]);
    const quoted = html(`<mx-reply>${pill(ben)}</mx-reply>!whereis cem`);
    expect(mentions("!whereis cem", { ...reply, ...quoted })).toEqual([]);
  });

  test("is the one who is replied to where nobody is named, by the list or by the words that are quoted", () => {
    const reply = { "m.relates_to": { "m.in_reply_to": { event_id: "$old" } } };
    expect(mentions("!whereis", { ...reply, "m.mentions": { user_ids: [ben] } })).toEqual(theBen);
    expect(mentions(`> <${ben}> here I am\n\n!whereis`, reply)).toEqual(theBen);
    expect(mentions(`> * <${ben}> waves\n\n!whereis`, { ...reply, "m.mentions": { user_ids: [ben] } })).toEqual(theBen);
    // A reply to the bot's own answer is about everybody, as is one that says nobody.
    expect(mentions("!whereis", { ...reply, "m.mentions": { user_ids: [me] } })).toEqual([]);
    expect(mentions(`> <${me}> Ben is at\n\n!whereis`, reply)).toEqual([]);
    expect(mentions("!whereis", reply)).toEqual([]);
  });

  test("is nobody by being the last to speak in a thread", () => {
    const inThread = { rel_type: "m.thread", event_id: "$root", is_falling_back: true };
    const relation = { "m.relates_to": { ...inThread, "m.in_reply_to": { event_id: "$last" } } };
    expect(mentions("!whereis", relation)).toEqual([]);
    expect(mentions("!whereis Ben", { ...relation, "m.mentions": { user_ids: [ben] } })).toEqual(theBen);
  });

  test("is never the bot, and nothing that is no id", () => {
    const user_ids = [me, "ben", "@ben", 7, null, `@${"b".repeat(300)}:x.org`, "@b c:x.org"];
    expect(mentions("!whereis x", { "m.mentions": { user_ids } })).toEqual([]);
    expect(mentions("!whereis x", html(`${pill("%40%ff:x")}${pill("@%zz:x")}${pill("!room:x")}`))).toEqual([]);
  });

  test("is kept apart letter by letter, whatever the letters look like", () => {
    expect(mentions("!whereis x", { "m.mentions": { user_ids: ["@аna:x.org", "@ANA:x.org"] } })).toEqual([
      "matrix:@аna:x.org",
      "matrix:@ANA:x.org",
    ]);
  });

  test("are few, though ten thousand be listed", () => {
    const user_ids = Array.from({ length: 10_000 }, (_, index) => `@p${index}:x.org`);
    expect(mentions("!whereis x", { "m.mentions": { user_ids } })).toHaveLength(50);
    expect(mentions("!whereis x", html(pill(ben).repeat(1000)))).toEqual([]);
  });
});

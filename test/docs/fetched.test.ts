import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plainWords } from "../../src/bots/render.ts";
import { roomId } from "../../src/core/model/ids.ts";
import type { Message } from "../../src/core/model/message.ts";
import { type Language, languages } from "../../src/core/text/languages.ts";
import { type Text, text } from "../../src/core/text/texts.ts";
import { connect } from "../bots/telegram/connect.ts";
import { anyText } from "../core/text/samples.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const sources = (network: string) =>
  globSync(`src/bots/${network}/**/*.ts`, { cwd: root }).map((path) => readFileSync(`${root}/${path}`, "utf8"));
const found = (network: string, wanted: RegExp) =>
  new Set(sources(network).flatMap((source) => [...source.matchAll(wanted)].map(([, name = ""]) => name)));

const [, section = ""] = readFileSync(`${root}/docs/protect.md`, "utf8").split("## What apps fetch\n");
const rows = [...section.matchAll(/^\| (`.+?) \| (.+?) \| (.+?) \|$/gm)].map(
  ([, kinds = "", fetched = "", by = ""]) => ({
    kinds: [...kinds.matchAll(/`([^`]+)`/g)].map(([, kind = ""]) => kind),
    fetched,
    by,
  }),
);
const listed = new Set(rows.flatMap(({ kinds }) => kinds));

describe("the table of what apps fetch", () => {
  test("has all that is sent on Telegram", () => {
    const sent = found("telegram", /\bapi\.((?:send|edit|copy|forward|answer|set|post|stop)\w+)/g);
    expect(sent.size).toBeGreaterThan(8);
    expect([...sent].filter((kind) => !listed.has(kind))).toEqual([]);
    expect([...listed].filter((kind) => !kind.startsWith("m.") && !sent.has(kind))).toEqual([]);
  });

  test("has all that is sent on Matrix", () => {
    const messages = found("matrix", /msgtype: "([^"]+)"/g);
    const events = found("matrix", /rooms\/\$\{roomId\}\/send\/(m\.[\w.]+)/g);
    const states = found("matrix", /sendState\(\w+, (\w+), ""/g);
    expect(states).toEqual(new Set(["levelsType"]));
    // What is encrypted is one of the others.
    const sent = new Set([...messages, ...events, "m.room.power_levels"].filter((kind) => kind !== "m.room.encrypted"));
    expect([...messages].sort()).toEqual(["m.image", "m.location", "m.notice"]);
    expect([...listed].filter((kind) => kind.startsWith("m.")).sort()).toEqual([...sent].sort());
  });

  test("names a source for each, and lets nothing but a pin be asked of others", () => {
    for (const { kinds, fetched, by } of rows) {
      expect(by).toMatch(/\w{3}/);
      const isPin = kinds.includes("sendLocation") || kinds.includes("m.location");
      const isOfTheChat = /^nothing|^the picture, from (?:Telegram|the homeserver)/.test(fetched);
      expect([kinds, isOfTheChat]).toEqual([kinds, !isPin]);
    }
  });
});

describe("a text of the bot", () => {
  test("has no link that an app could look at, whoever is named in it, in any language", () => {
    const link = /https?:\/\/|www\.\w|\b(?:mxc|tg|matrix):\w/i;
    const words = (said: Text, language: Language) => plainWords([said], language);
    fc.assert(
      fc.property(anyText, fc.constantFrom(...languages), (said, language) => !link.test(words(said, language))),
      { numRuns: 3000 },
    );
  });

  test("has no preview on Telegram, when it is sent or edited", async () => {
    const at = await connect();
    const said: Message = { kind: "message", reader: "everybody", lines: [text("nobody-shares", { room: "March" })] };
    const [ref] = await at.network.send({ room: roomId("telegram", at.group.id) }, said, "key");
    if (ref) await at.network.edit(ref, { ...said, lines: [text("nobody-shares", { room: "Other" })] });
    const calls = ["sendMessage", "editMessageText"].flatMap((method) =>
      at.api.calls.accepted(method as "sendMessage"),
    );
    expect(calls).toHaveLength(2);
    for (const { params } of calls) expect(params).toMatchObject({ link_preview_options: { is_disabled: true } });
  });
});

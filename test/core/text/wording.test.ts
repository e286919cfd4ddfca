import { expect, test } from "vitest";
import { plainWords, renderText } from "../../../src/bots/render.ts";
import type { Asked, Command, Services } from "../../../src/core/commands/define-command.ts";
import { commands } from "../../../src/core/commands/index.ts";
import { type CircleId, roomId } from "../../../src/core/model/ids.ts";
import type { ChatNetwork } from "../../../src/core/model/ports.ts";
import { formatTexts } from "../../../src/core/text/catalogue.ts";
import { day, hour, minute } from "../../../src/lib/time.ts";
import { seen } from "../../support/world/words.ts";
import { createWorld } from "../../support/world/world.ts";

/** Everything that the bot says in a long conversation. */
async function everything() {
  const world = await createWorld();
  world.room("march", "ana", "ben", "cleo");
  const texts = (
    "/help;/privacy;/share;/expiry;/expiry 2h;/expiry 1h;/expiry soon;/expiry 9d;/wipe yes;/precision;/precision 1km;" +
    "/precision exact;/precision near;/here here;/here 52 13;/start;/whereis;/whereis zoe;/whereis a;/stop;/stop;/forget;" +
    "/nonsense;/choose 1;/wipe;/wipe yes"
  ).split(";");
  await world.tell({ kind: "bot-joined", room: "telegram:march" as never });
  for (const [who, room] of [
    ["ana", "march"],
    ["ben", "march"],
    ["ana", undefined],
    ["eve", undefined],
  ] as const) {
    for (const text of texts) {
      await world.says(who, room, text);
      if (text === "/help")
        await world.shares("cleo", "march", { at: [52.1, 13], live: day, accuracy: 12, heading: 40 });
      if (text === "/precision near") await world.pass(9 * minute);
      if (text === "/whereis a") await world.shares(who, room, { at: [52, 13], live: hour });
    }
  }
  return world.network.posts.map(({ message }) => message);
}

test("it speaks short, plain and factual: no exclamation marks, no decoration, every line a sentence or more", async () => {
  const said = await everything();
  expect(said.length).toBeGreaterThan(40);
  for (const { lines } of said) {
    const said = formatTexts(lines);
    expect(said.length).toBeLessThanOrEqual(19);
    for (const line of said) {
      const text = seen(renderText([line]));
      expect(text).not.toMatch(/!|\p{Extended_Pictographic}| {2}|undefined|NaN|null|\[object/u);
      expect(text).toMatch(/[.:?]$/);
      expect(text).toMatch(/^[\p{Lu}\d/]/u);
    }
  }
});

test("what it offers to type is a command that it knows", async () => {
  const offered = (await everything()).flatMap(({ lines }) =>
    formatTexts(lines)
      .flat()
      .flatMap((span) => (typeof span !== "string" && "code" in span && span.code.startsWith("/") ? [span.code] : [])),
  );
  const known = offered.filter((text) => text !== "/nonsense");
  expect(new Set(known).size).toBeGreaterThan(10);
  for (const text of known) expect([text, commands.has(text.slice(1).split(" ")[0] ?? "")]).toEqual([text, true]);
});

test("every command that people type is in /help where it can be said, and has a name legal on every network", async () => {
  const world = await createWorld();
  world.room("march", "ana");
  await world.says("ana", "march", "/help");
  await world.says("ana", undefined, "/help");
  for (const [name, { listed: shown, where, needs }] of commands) {
    expect(name).toMatch(/^[a-z0-9_]{1,32}$/);
    for (const [chat, place] of [
      ["march", "room"],
      ["ana", "private"],
    ] as const) {
      const listed = new RegExp(`^/${name}\\b`, "m").test(world.last(chat) ?? "");
      expect([name, place, listed]).toEqual([
        name,
        place,
        shown !== undefined && !needs && (where === "both" || where === place),
      ]);
    }
  }
});

test("what only one network can do is in /help there, for those who may say it, and nowhere else", async () => {
  const listed = async (canAllowLive: boolean, isAdmin: boolean) => {
    const room = roomId("matrix", "march");
    const network = (canAllowLive ? { allowLive: async () => "no power" } : {}) as unknown as ChatNetwork;
    const base = { place: "room", room: { room }, rooms: [room], circle: "march" as CircleId, network } as const;
    const asked = { from: { ...base, isAdmin }, argument: "" } as unknown as Asked;
    const onlyThere = { ...commands.get("wipe"), needs: "allowLive" } as Command;
    const all = new Map([...commands, ["wipe", onlyThere]]);
    const [effect] = (await commands.get("help")?.run({ commands: all } as unknown as Services, asked)) ?? [];
    return effect?.kind === "say" && plainWords(effect.message.lines).includes("/wipe: ");
  };
  expect(await listed(true, true)).toBe(true);
  expect(await listed(true, false)).toBe(false);
  expect(await listed(false, true)).toBe(false);
});

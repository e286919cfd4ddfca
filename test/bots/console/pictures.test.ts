import { expect, test } from "vitest";
import { createConsoleNetwork } from "../../../src/bots/console/console-network.ts";
import { createConsoleRooms } from "../../../src/bots/console/rooms.ts";
import { roomId } from "../../../src/core/model/ids.ts";
import type { Spoken } from "../../../src/core/model/message.ts";
import { text } from "../../../src/core/text/texts.ts";

const say = (parts: Partial<Spoken> = {}): Spoken => ({
  kind: "message",
  reader: "everybody",
  lines: [text("nobody-shares")],
  drawn: Uint8Array.of(1),
  ...parts,
});

test("a picture is a file, whose path is printed, and goes with its answer", async () => {
  const rooms = createConsoleRooms();
  rooms.join("march", "ana");
  const printed: string[] = [];
  const files = new Map<string, Uint8Array>();
  const network = createConsoleNetwork(rooms, (line) => printed.push(line), "session", {
    async put(name, png) {
      files.set(`/private/${name}`, png);
      return `/private/${name}`;
    },
    remove: async (path) => void files.delete(path),
  });
  const march = { room: roomId("console", "march") };
  expect(await network.noPicture?.(march, say())).toBeUndefined();
  const [ref] = await network.send(march, say(), "1");
  expect(printed.at(-1)).toContain("(with a picture: /private/picture-console-1.png)");
  expect([...files]).toEqual([["/private/picture-console-1.png", Uint8Array.of(1)]]);
  // Said again under the same key, it is not put there once more.
  await network.send(march, say(), "1");
  expect(files.size).toBe(1);
  if (ref) await network.remove(ref);
  expect(files.size).toBe(0);
});

test("a console that has no place for files shows no pictures", () => {
  const network = createConsoleNetwork(createConsoleRooms(), () => undefined, "session");
  expect("noPicture" in network).toBe(false);
});

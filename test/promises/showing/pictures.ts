import { setImmediate as nextTurn } from "node:timers/promises";
import { expect } from "vitest";
import { readMessageRef } from "../../../src/bots/matrix/send/message-ref.ts";
import { personId, roomId } from "../../../src/core/model/ids.ts";
import type { Spoken } from "../../../src/core/model/message.ts";
import type { Drawing, Pictures } from "../../../src/core/model/pictures.ts";
import { hour } from "../../../src/lib/time.ts";
import { createBot } from "../../bots/matrix/fake/bot-at-fake.ts";
import { ana, ben } from "../../bots/matrix/fake/events.ts";
import { connect } from "../../bots/telegram/connect.ts";
import { words } from "../../support/world/words.ts";
import { createWorld } from "../../support/world/world.ts";

/** Somebody who draws, notes what, and takes the time that they are given for the first one. */
function createPainter(first: Promise<void> = Promise.resolve()) {
  const drawn: Drawing[] = [];
  const pictures: Pictures = {
    async draw(drawing) {
      drawn.push(drawing);
      if (drawn.length === 1) await first;
      return Uint8Array.of(drawn.length);
    },
  };
  return { drawn, pictures };
}

const isPictured = ({ message }: { message: object }) => (message as Spoken).drawn !== undefined;

async function march(first?: Promise<void>) {
  const painter = createPainter(first);
  const world = await createWorld({ pictures: painter.pictures, canWhisper: true });
  world.room("march", "ana", "ben");
  await world.says("ana", "march", "/precision 1km");
  const standing = () => world.network.posts.filter((post) => !post.removed && isPictured(post));
  return { world, standing, drawn: painter.drawn };
}

async function nothingFiner(): Promise<void> {
  const drawings: Drawing[] = [];
  for (const [latitude, longitude, heading] of [
    [52.5201, 13.4061, 12],
    [52.5204, 13.4077, 200],
  ] as const) {
    const { world, drawn } = await march();
    await world.shares("ana", "march", { at: [latitude, longitude], live: hour, accuracy: 7, heading });
    // Both who is shown, and from where others are told to be.
    await world.shares("ben", "march", { at: [52.53, 13.41], live: hour });
    await world.says("ana", "march", "/map");
    drawings.push(...drawn);
  }
  expect(drawings[0]?.from).toBeDefined();
  expect(drawings[1]).toEqual(drawings[0]);
}

async function goesWithItsAnswer(): Promise<void> {
  const { world, standing } = await march();
  const ends = [
    () => world.says("ana", undefined, "/stop"),
    () => world.pass(hour),
    () => world.says("ben", "march", "/whereis"),
    () => world.says("ben", "march", "/whereis ana"),
  ];
  for (const end of ends) {
    await world.shares("ana", "march", { at: [52.52, 13.405], live: hour });
    await world.says("ben", "march", "/map");
    expect(standing()).toHaveLength(1);
    await end();
    expect(standing()).toEqual([]);
  }
}

async function nothingThatEndedMeanwhile(): Promise<void> {
  const gate = Promise.withResolvers<void>();
  const { world, drawn } = await march(gate.promise);
  await world.shares("ana", "march", { at: [52.52, 13.405], live: hour });
  const asked = world.says("ben", "march", "/map");
  for (let turn = 0; turn < 1000 && drawn.length === 0; turn += 1) await nextTurn();
  const stopped = world.says("ana", undefined, "/stop");
  for (let turn = 0; turn < 1000; turn += 1) await nextTurn();
  gate.resolve();
  await Promise.all([asked, stopped]);
  expect(world.network.posts.filter(isPictured)).toEqual([]);
}

async function toNobodyElse(): Promise<void> {
  const { world } = await march();
  await world.shares("ana", "march", { at: [52.52, 13.405], live: hour });
  await world.says("ana", "march", "/setup answers private");
  await world.says("ben", "march", "/map");
  await world.says("ben", undefined, "/map");
  expect(world.network.posts.filter(isPictured).map(({ message }) => message.reader)).toEqual([
    "one person",
    "one person",
  ]);
}

const said = (): Spoken => ({
  kind: "message",
  reader: "everybody",
  lines: [words("where they are")],
  drawn: new Uint8Array(40),
});

async function networksDeleteBoth(): Promise<void> {
  const telegram = await connect();
  const group = { room: roomId("telegram", telegram.group.id) };
  for (const ref of await telegram.network.send(group, said(), "key")) await telegram.network.remove(ref);
  expect(telegram.api.screen.fromBot(telegram.group)).toEqual([]);
  telegram.api.places.privateChat(telegram.ana);
  const alone = { ...said(), reader: "one person" as const };
  await telegram.network.send({ person: personId("telegram", telegram.ana.id) }, alone, "other");
  expect(telegram.api.screen.fromBot(telegram.group)).toEqual([]);
  const matrix = await createBot();
  matrix.room("!a", [ana, ben], { encrypted: true });
  const refs = await matrix.network.send({ room: roomId("matrix", "!a") }, said(), "key");
  expect(matrix.sent).toHaveLength(2);
  expect(refs.map((ref) => readMessageRef(ref)?.event)).toEqual(matrix.sent.map(({ id }) => id));
}

/** Answers as pictures: what is in them, who gets them, and when they go. */
export const pictures: Record<string, () => Promise<void>> = {
  "A picture shows what its answer says and nothing finer, goes to those who read the answer, and is deleted with it.":
    async () => {
      await nothingFiner();
      await goesWithItsAnswer();
      await nothingThatEndedMeanwhile();
      await toNobodyElse();
      await networksDeleteBoth();
    },

  "On Matrix, a picture goes to encrypted rooms alone, as a file that only who has its key can read.": async () => {
    for (const encrypted of [true, false]) {
      const matrix = await createBot();
      matrix.room("!a", [ana, ben], { encrypted });
      const room = { room: roomId("matrix", "!a") };
      expect(await matrix.network.noPicture?.(room, said())).toBe(encrypted ? undefined : "plain-room");
      await matrix.network.send(room, said(), "key");
      expect(matrix.uploads).toHaveLength(encrypted ? 1 : 0);
      const files = matrix.sent.filter(({ content }) => content["msgtype"] === "m.image");
      expect(files).toHaveLength(encrypted ? 1 : 0);
      for (const { content } of files) expect(content).not.toHaveProperty("url");
    }
  },
};

import { expect } from "vitest";
import { personId } from "../../../src/core/model/ids.ts";
import type { RecordKey } from "../../../src/core/model/ports.ts";
import { recordKeys } from "../../../src/core/storage/records/record-keys.ts";
import { openNote } from "../../../src/core/storage/seal/sealed-notes.ts";
import { hour, minute } from "../../../src/lib/time.ts";
import { passInSteps } from "../../core/board/board-room.ts";
import { createWorld } from "../../support/world/world.ts";

/** What a board showed is told as what an answer showed, whatever its network does with an edit. */
async function boardsAreTold(): Promise<void> {
  for (const fails of ["taken, but unsure", "refused"] as const) {
    const world = await createWorld({ boardHolds: 100 });
    world.room("march", "ana", "ben", "cem");
    const said = async (who: string) => {
      await world.says(who, undefined, "/who");
      return world.last(who) ?? "";
    };
    await world.says("ana", "march", "/setup board on");
    const phone = await world.shares("ana", "march", { at: [52, 13], live: hour });
    await world.pass(minute);
    expect(await said("ana")).toContain("A board showed you by itself");
    // It stands as it is while the network takes no edit, and who asks reads that.
    world.network.fail("edit", { kind: "later", after: 2 * minute });
    await phone.moves(52.1, 13);
    await world.pass(25_000);
    await world.says("cem", "march", "/whereis");
    await world.restart();
    expect(await said("ana")).toContain("Cem asked");
    await world.pass(3 * minute);
    const isTaken = fails !== "refused";
    if (isTaken) world.network.fail("edit", { kind: "later", after: 1000, isUnsure: true }, true);
    else world.network.fail("edit", { kind: "refused" });
    await world.shares("ben", "march", { at: [53, 14], live: hour });
    await world.pass(25_000);
    await world.says("ben", "march", "/stop");
    await world.restart();
    await world.pass(1000);
    expect((await said("ben")).includes("A board showed you")).toBe(isTaken);
    // It is known for one expiry from when the board ceased to show them, however long it did.
    await passInSteps(world, 50 * minute);
    await world.says("ana", "march", "/stop");
    await world.pass(58 * minute);
    expect(await said("ana")).toContain("A board showed you");
    await world.pass(20 * minute);
    expect(await said("ana")).not.toContain("A board showed you");
  }
}

/** Who was shown can read who asked. */
export const looks: Record<string, () => Promise<void>> = {
  "For one expiry after it, whoever was shown can read of every answer and every board that was delivered who asked, when, how exactly, and where it stood; also after /stop.":
    async () => {
      const world = await createWorld();
      world.room("march", "ana", "ben", "cem");
      world.room("family", "ana", "dora");
      await world.says("ana", "family", "/help");
      await world.shares("ana", "march", { at: [52, 13], live: hour });
      const said = async () => {
        await world.says("ana", undefined, "/who");
        return world.last("ana") ?? "";
      };
      // Delivered, and nobody was left who could note it.
      world.network.fail("send", { kind: "later", after: 1000, isUnsure: true }, true);
      await world.says("cem", "march", "/whereis");
      await world.says("ana", "march", "/stop");
      await world.pass(2000);
      expect(await said()).toContain("Cem asked");
      await world.shares("ana", "march", { at: [52, 13], live: hour });
      await world.says("ana", "march", "/precision 1km");
      await world.says("ben", "march", "/whereis");
      await world.pass(12 * minute);
      // A position that waits for a choice is destroyed as well, with a key of hers that belongs to no room.
      await world.shares("ana", undefined, { at: [52, 13], live: hour });
      await world.says("ana", undefined, "/stop");
      await world.restart();
      await world.pass(minute);
      expect(await said()).toContain(
        "Ben asked 13 minutes ago. You were shown within a square of 1 kilometre. The answer stood in The march (3 members) for 12 minutes.",
      );
      await world.shares("ana", "march", { at: [52, 13], live: 2 * hour });
      await world.pass(46 * minute);
      await world.says("cem", "march", "/whereis");
      expect(await said()).toContain("Ben asked");
      await world.pass(minute);
      expect(await said()).toContain("Cem asked");
      expect(await said()).not.toContain("Ben asked");
      // A longer expiry brings nothing back that a shorter one ended.
      await world.says("ben", "march", "/whereis");
      await world.pass(2 * minute);
      expect(await said()).toContain("Ben asked");
      await world.says("ana", "march", "/expiry 1m");
      await world.says("ana", "march", "/expiry 2h");
      expect(await said()).not.toContain("Ben asked");
      // What never arrived was seen by nobody, and what may have arrived by those who were shown.
      await world.shares("ana", "march", { at: [52, 13], live: hour });
      world.network.fail("send", { kind: "refused" });
      await world.says("ben", "march", "/whereis");
      expect(await said()).not.toContain("Ben asked");
      world.network.fail("send", { kind: "later", after: 1000, isUnsure: true }, true);
      world.network.fail("send", { kind: "refused" });
      await world.says("ben", "march", "/whereis");
      await world.pass(2000);
      expect(await said()).toContain("Ben asked");
      await boardsAreTold();
    },

  "What others saw of a person opens in no copy after that person says /forget; /forget of who asked takes their name from it, and nothing else.":
    async () => {
      const world = await createWorld();
      world.room("march", "ana", "ben");
      await world.shares("ana", "march", { at: [52, 13], live: hour });
      const question = world.command("ben", "march", "/whereis");
      await world.tell(question);
      await world.says("ben", "march", "/forget");
      await world.says("ana", undefined, "/who");
      expect(world.last("ana")).toContain("Somebody whose name I have forgotten since asked");
      expect(world.last("ana")).not.toContain("Ben");
      const copyOf = async (key: RecordKey) => {
        const row = (await world.store.get(world.seal.rowId(key))) ?? "";
        return () => world.seal.open(key, row);
      };
      const own = await copyOf(recordKeys.looksAt(personId("telegram", "ana")));
      const answer = await copyOf(recordKeys.look(question.id));
      // The answer's row tells of her what her own row opens, and nothing else.
      const { notes } = JSON.parse((await answer()) ?? "").value;
      const [{ key }] = JSON.parse((await own()) ?? "").value.keys;
      expect(openNote(key, question.id, notes)).toContain("exact");
      expect(await answer()).not.toContain("telegram:ana");
      await world.says("ana", undefined, "/forget");
      expect(await own()).toBeUndefined();
      await world.says("ana", undefined, "/who");
      expect(world.last("ana")).toContain("No answer has shown anybody else where you are");
    },

  "What /who says reaches only the person who says it.": async () => {
    for (const options of [{ canWhisper: true }, {}] as const) {
      const world = await createWorld(options);
      world.room("march", "ana", "ben");
      await world.shares("ana", "march", { at: [52, 13], live: hour });
      await world.says("ben", "march", "/whereis");
      const before = world.network.posts.length;
      await world.says("ana", "march", "/who");
      const told = world.network.posts.slice(before);
      expect(told.map(({ chat, message: { reader } }) => [chat, reader])).toEqual([["ana", "one person"]]);
    }
  },
};

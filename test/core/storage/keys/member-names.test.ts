import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { CircleId, PersonId } from "../../../../src/core/model/ids.ts";
import { personId } from "../../../../src/core/model/ids.ts";
import { createMemberNames } from "../../../../src/core/storage/keys/member-names.ts";
import { newKey } from "../../../../src/core/storage/keys/ring-keys.ts";
import { openSealedStore } from "../../../../src/core/storage/open-sealed-store.ts";
import { hour, instant, later, minute } from "../../../../src/lib/time.ts";
import { createWorld } from "../../../support/world/world.ts";
import { freshFolder } from "../fresh-folder.ts";

const text = fc.string({ unit: "binary", maxLength: 20 });
const key = fc
  .record({
    kind: text,
    about: fc.array(text, { maxLength: 3 }),
    circle: fc.option(text, { nil: undefined }),
    member: text,
  })
  .map(({ circle, member, ...rest }) => ({
    ...rest,
    ...(circle !== undefined && { circle: circle as CircleId }),
    member: member as PersonId,
  }));

test("a record is found by its name, always the same, and by no other key's", () => {
  const [names, others] = [createMemberNames(newKey()), createMemberNames(newKey())];
  fc.assert(
    fc.property(key, (record) => {
      const name = names.ofRecord(record, record.member);
      expect(names.ofRecord(record, record.member)).toBe(name);
      expect(names.readRecord(name)).toEqual(record);
      expect(others.readRecord(name)).toBeUndefined();
      expect(names.readRecord(names.of(record.circle, record.member))).toBeUndefined();
    }),
  );
});

test("one person has another name in each circle", () => {
  const names = createMemberNames(newKey());
  const ana = personId("telegram", 123456789);
  expect(names.of("one" as CircleId, ana)).not.toBe(names.of("two" as CircleId, ana));
});

test("the file of a ring without a passphrase names nobody, while they share in a room and while a share waits for a choice", async () => {
  const folder = freshFolder();
  const world = await createWorld({ folder });
  world.room("march", "ana", "ben");
  world.room("family", "ben");
  await world.shares("ana", "march", { at: [52, 13], live: hour });
  for (const room of ["march", "family"]) await world.says("ben", room, "/help");
  await world.shares("ben", undefined, { at: [52, 13], live: hour });
  const ring = readFileSync(join(folder, "keyring"), "utf8");
  expect(ring).toContain('"whereat":"key ring"');
  expect(ring).not.toMatch(/telegram|ana|\bben\b|march|family/);
});

const clock = () => instant(1_800_000_000_000);
const position = (member: string) => ({
  kind: "position",
  about: ["one", member],
  circle: "one" as CircleId,
  member: personId("telegram", member),
});

test("after a restart a member's record opens, and its keys can be destroyed; nobody else's are", async () => {
  const folder = freshFolder();
  const open = () =>
    openSealedStore(`sqlite:${join(folder, "whereat.db")}`, { kind: "file", path: join(folder, "keyring") }, clock);
  const first = await open();
  const [ana, ben] = [position("ana"), position("ben")];
  const rows = await Promise.all([ana, ben].map((record) => first.seal.seal(record, "here", later(clock(), minute))));
  await first.close();
  const again = await open();
  expect(await again.seal.open(ana, rows[0]!.text)).toBe("here");
  await again.seal.destroyMember("one" as CircleId, personId("telegram", "ana"));
  expect(await again.seal.open(ana, rows[0]!.text)).toBeUndefined();
  expect(await again.seal.open(ben, rows[1]!.text)).toBe("here");
  await again.close();
});

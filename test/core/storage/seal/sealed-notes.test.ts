import fc from "fast-check";
import { expect, test } from "vitest";
import { markOf, newNoteKey, openNote, sealNote } from "../../../../src/core/storage/seal/sealed-notes.ts";

const [ana, ben] = [newNoteKey(), newNoteKey()];

test("a note opens with its own key, as what belongs to its own answer, and with nothing else", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.string(), (of, text) => {
      const notes = [sealNote(ben, of, "ben's"), sealNote(ana, of, text)];
      expect(openNote(ana, of, notes)).toBe(text);
      expect(openNote(newNoteKey(), of, notes)).toBeUndefined();
      expect(openNote(ana, `${of}.`, notes)).toBeUndefined();
    }),
    { numRuns: 100 },
  );
});

test("what was sealed twice has one mark and nothing else in common", () => {
  const one = sealNote(ana, "answer", "exact");
  const other = sealNote(ana, "answer", "exact");
  expect(markOf(one)).toBe(markOf(other));
  expect(one.slice(markOf(one).length, -1)).not.toBe(other.slice(markOf(other).length, -1));
  expect(markOf(sealNote(ana, "another answer", "exact"))).not.toBe(markOf(one));
});

test("a note that was changed, and what is none, is refused, whatever it is", () => {
  const note = sealNote(ana, "answer", "exact");
  for (let at = markOf(note).length; at < note.length - 1; at += 1) {
    const changed = `${note.slice(0, at)}${note[at] === "A" ? "B" : "A"}${note.slice(at + 1)}`;
    expect(openNote(ana, "answer", [changed])).toBeUndefined();
  }
  const mark = markOf(note);
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(openNote(ana, "answer", [text, mark + text])).toBeUndefined();
    }),
  );
});

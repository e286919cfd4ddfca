import fc from "fast-check";
import { encodeRecoveryKey } from "matrix-js-sdk/lib/crypto-api/recovery-key.js";
import { expect, test } from "vitest";
import { RecoveryKeyError } from "../../../../../src/bots/matrix/crypto/crypto-errors.ts";
import { readRecoveryKey } from "../../../../../src/bots/matrix/crypto/identity/recovery-key.ts";

const keys = fc.uint8Array({ minLength: 32, maxLength: 32 });

test("a recovery key that Element writes is read as the same bytes, with or without its spaces", () => {
  fc.assert(
    fc.property(keys, (key) => {
      const text = encodeRecoveryKey(new Uint8Array(key)) ?? "";
      expect([...readRecoveryKey(text)]).toEqual([...key]);
      expect([...readRecoveryKey(text.replaceAll(" ", ""))]).toEqual([...key]);
    }),
  );
});

test("a key with one wrong letter is refused, as far as its one byte of parity can tell", () => {
  const key = Uint8Array.from({ length: 32 }, (_, index) => index * 7);
  const text = (encodeRecoveryKey(key) ?? "").replaceAll(" ", "");
  const letters = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz".split("");
  const wrong = Array.from({ length: text.length }, (_, place) =>
    letters
      .filter((letter) => letter !== text[place])
      .map((letter) => text.slice(0, place) + letter + text.slice(place + 1)),
  ).flat();
  const accepted = wrong.filter((typed) => {
    try {
      return readRecoveryKey(typed).length > 0;
    } catch (error) {
      if (error instanceof RecoveryKeyError) return false;
      throw error;
    }
  });
  expect(wrong.length).toBeGreaterThan(2500);
  expect(accepted.length).toBeLessThan(wrong.length / 100);
});

test("what is no recovery key is refused, and never repeated in the error", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(() => readRecoveryKey(text)).toThrow(RecoveryKeyError);
    }),
  );
  expect(() => readRecoveryKey("0secret0")).toThrow(/^(?!.*secret)/);
});

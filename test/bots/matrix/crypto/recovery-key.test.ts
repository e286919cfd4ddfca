import fc from "fast-check";
import { encodeRecoveryKey } from "matrix-js-sdk/lib/crypto-api/recovery-key.js";
import { expect, test } from "vitest";
import { RecoveryKeyError } from "../../../../src/bots/matrix/crypto/account-errors.ts";
import { readRecoveryKey } from "../../../../src/bots/matrix/crypto/recovery-key.ts";

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

test("a key with one wrong letter is refused", () => {
  fc.assert(
    fc.property(
      keys,
      fc.nat(47),
      fc.string({ unit: fc.constantFrom("1", "5", "9", "A", "H", "Z"), minLength: 1, maxLength: 1 }),
      (key, place, letter) => {
        const text = (encodeRecoveryKey(new Uint8Array(key)) ?? "").replaceAll(" ", "");
        fc.pre(text[place] !== letter);
        expect(() => readRecoveryKey(text.slice(0, place) + letter + text.slice(place + 1))).toThrow(RecoveryKeyError);
      },
    ),
  );
});

test("what is no recovery key is refused, and never repeated in the error", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(() => readRecoveryKey(text)).toThrow(RecoveryKeyError);
    }),
  );
  expect(() => readRecoveryKey("0secret0")).toThrow(/^(?!.*secret)/);
});

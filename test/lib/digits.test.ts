import { expect, test } from "vitest";
import { asciiDigits } from "../../src/lib/digits.ts";

test.each(["0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "०१२३४५६७८९", "０１２３４５６７８９", "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗", "𝟘𝟙𝟚𝟛𝟜𝟝𝟞𝟟𝟠𝟡"])(
  "%s are the ten digits",
  (digits) => {
    expect(asciiDigits(digits)).toBe("0123456789");
  },
);

test("every digit of Unicode is the one that its numbering says, and nothing else is changed", () => {
  const said = new Intl.NumberFormat("en", { useGrouping: false });
  for (const system of Intl.supportedValuesOf("numberingSystem")) {
    const digits = new Intl.NumberFormat("en", { useGrouping: false, numberingSystem: system });
    if (!/^\p{Nd}+$/u.test(digits.format(1_234_567_890))) continue;
    for (const value of [0, 7, 42, 1_234_567_890])
      expect(asciiDigits(digits.format(value)), system).toBe(said.format(value));
  }
  expect(asciiDigits("a½²Ⅷ一")).toBe("a½²Ⅷ一");
});

/** Names that would disturb a line, its looks or its direction. */
export const hostileNames = [
  "</b></a><img src=x onerror=alert(1)>",
  `"'&amp;<b>`,
  "</code><b>",
  "_*[]()~`>#+-=|{}.!\\",
  "{ $name }",
  "\uE0000\uE001",
  "none",
  "@room",
  "Ana\nBen is at 1.0, 2.0",
  "\u202Eana\u202C",
  "\u2069\u2066ana",
  "a\u0000\u001B[31mb",
  "z\u0301".repeat(10_000),
  "👩‍👩‍👧",
  "half a pair: \uD83D",
];

const digit = /\p{Nd}/u;

/** Digits of any script as those of ASCII. Each script has its ten in a row, in order; rows that stand beside each other follow without a gap. */
export const asciiDigits = (text: string): string =>
  text.replace(/\p{Nd}/gu, (one) => {
    const code = one.codePointAt(0) ?? 0;
    let first = code;
    while (digit.test(String.fromCodePoint(first - 1))) first -= 1;
    return String((code - first) % 10);
  });

const named: Readonly<Record<string, string>> = {
  amp: "&",
  copy: "©",
  gt: ">",
  lt: "<",
  nbsp: " ",
  quot: '"',
  reg: "®",
};

/** Both schemas are made of its data. */
export const openStreetMap = "© OpenStreetMap contributors";
/** Letters that are read of what a file says of its sources. */
const longest = 2000;

/**
 * Who has to be named beside a map, as the metadata of its file say it (TileJSON, "attribution"): often HTML, of which the words are taken.
 * Where they say nothing, it is who makes the data.
 */
export function attributionIn(metadata: unknown): string {
  if (typeof metadata !== "object" || metadata === null || !("attribution" in metadata)) return openStreetMap;
  const { attribution } = metadata;
  if (typeof attribution !== "string") return openStreetMap;
  const words = attribution
    .slice(0, longest)
    .replaceAll(/<[^<>]*>/g, " ")
    .replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi, (all, decimal?: string, hex?: string, name = "") =>
      decimal || hex ? letter(Number(decimal ?? `0x${hex}`)) : (named[name.toLowerCase()] ?? all),
    )
    .replaceAll(/[\s\p{C}]+/gu, " ")
    .trim();
  return /[\p{L}\p{N}]/u.test(words) ? words : openStreetMap;
}

const letter = (codePoint: number) => (codePoint > 0x10_ffff ? " " : String.fromCodePoint(codePoint));

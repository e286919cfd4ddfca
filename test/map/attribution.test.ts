import { expect, test } from "vitest";
import { attributionIn } from "../../src/map/attribution.ts";

test("the words of an attribution are read from whatever a file says", () => {
  const usual = "© OpenStreetMap contributors";
  for (const metadata of [undefined, null, 5, "text", {}, { attribution: 5 }, { attribution: "<a></a> - " }])
    expect(attributionIn(metadata)).toBe(usual);
  expect(attributionIn({ attribution: "A&#x26;B&#99999999;\u202E<script>x</script>&unknown;&#1114112;" })).toBe(
    "A&B&#99999999; x &unknown;",
  );
  expect(attributionIn({ attribution: "x".repeat(100_000) }).length).toBeLessThan(3000);
});

import { expect, test } from "vitest";
import { mapFileOf } from "../map/map-folder.ts";
import { chicago, pmtilesOf } from "../support/world/map-file.ts";
import { startProgram } from "./program.ts";

const asked = "ana@march> /here 41.9252 -87.8005\nben@march> /whereis\n";

test("with WHEREAT_MAP an answer names street and district; where the file is none, the log says so and the answer is as without it", async () => {
  const named = await startProgram({ WHEREAT_MAP: mapFileOf(pmtilesOf(chicago())) }, asked).ended;
  expect(JSON.stringify(named)).toContain("on W Altgeld St, Montclare, just now");
  const none = JSON.stringify(await startProgram({ WHEREAT_MAP: "/nowhere/city.pmtiles" }, asked).ended);
  expect(none).toContain("ana is at 41.9252, -87.8005, accuracy unknown, just now");
  expect(none).toContain("the map file cannot be opened: answers name no street and no district");
});

test("an address in the place of a file is refused at the start", async () => {
  const ended = await startProgram({ WHEREAT_MAP: "https://example.org/city.pmtiles" }, asked).ended;
  expect(JSON.stringify(ended)).toContain("whereat fetches no map");
});

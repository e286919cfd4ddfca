import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";

test("of matrix-bot-sdk only its requests are loaded, and none of the packages that it names", () => {
  const client = new URL("../../../../src/bots/matrix/http/client.ts", import.meta.url);
  const look = `
    import module from "node:module";
    const { loadClient } = await import(${JSON.stringify(client.href)});
    await loadClient(new URL("https://matrix.example.org"));
    console.log(JSON.stringify(Object.keys(module._cache)));`;
  const said = execFileSync(process.execPath, ["--input-type=module", "--eval", look], { encoding: "utf8" });
  const loaded = (JSON.parse(said) as string[]).map((path) => path.replace(/^.*\/(node_modules|vendor)\//, ""));
  expect(loaded.length).toBeLessThan(10);
  expect(loaded.filter((path) => !/^(matrix-bot-sdk|request-stub)\//.test(path))).toEqual([]);
});

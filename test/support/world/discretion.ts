import type { ExpectStatic } from "vitest";
import type { FakeNetwork } from "./chat-network.ts";

/** Nothing of who, where and what is in the log: no digit but of how long something lasted, no name, handle, id or token. */
export function expectDiscreet(
  logged: readonly string[],
  network: FakeNetwork,
  tokens: readonly string[],
  expect: ExpectStatic,
): void {
  const people = [...network.people].flatMap(([id, { name, handle }]) => [id, name, ...(handle ? [handle] : [])]);
  const rooms = [...network.rooms].flatMap(([id, { name }]) => [id, name]);
  const secrets = [...people, ...rooms, ...tokens].map((secret) => secret.toLowerCase());
  for (const line of logged) {
    const words = ` ${line.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ")} `;
    // How long something lasted tells nothing of anybody.
    expect(line.replace(/\b(?:after|for) \d+ (?:s|min)\b/g, "")).not.toMatch(/\d/);
    expect(secrets.filter((secret) => words.includes(` ${secret} `))).toEqual([]);
  }
}

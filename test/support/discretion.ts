import type { ExpectStatic } from "vitest";
import type { FakeNetwork } from "./chat-network.ts";

/** Nothing of who, where and what is in the log: no digit at all, no name, handle, id or token. */
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
    expect(line).not.toMatch(/\d/);
    expect(secrets.filter((secret) => words.includes(` ${secret} `))).toEqual([]);
  }
}

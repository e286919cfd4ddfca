import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { VerificationPhase, VerificationRequestEvent, VerifierEvent } from "matrix-js-sdk/lib/crypto-api/index.js";
import { expect } from "vitest";
import type { ElementPerson } from "./element-person.ts";

const program = join(import.meta.dirname, "../../../src/verify.ts");

/**
 * A person who verifies the bot's device from another session of its account, with `npm run verify` beside it, and says on both sides whether
 * the emoji are the same.
 * @param folder where whereat runs
 * @returns what the terminal said
 */
export async function verifyByEmoji(session: ElementPerson, device: string, folder: string): Promise<string> {
  const terminal = spawn(process.execPath, [program], { cwd: folder, env: {} });
  let said = "";
  terminal.stdout.setEncoding("utf8").on("data", (part: string) => (said += part));
  await expect.poll(() => said).toContain("Now begin in another session");
  const request = await session.client.getCrypto()!.requestDeviceVerification(session.userId, device);
  while (request.phase !== VerificationPhase.Ready) await once(request as never, VerificationRequestEvent.Change);
  const verifier = await request.startVerification("m.sas.v1");
  verifier.on(VerifierEvent.ShowSas, (shows) => {
    const emoji = shows.sas.emoji?.map(([symbol]) => symbol) ?? [];
    void expect
      .poll(() => said)
      .toContain("Are they the same")
      .then(() => {
        const shown = said.split("\n").find((line) => line.startsWith("  ")) ?? "";
        terminal.stdin.write(emoji.every((symbol) => shown.includes(symbol)) ? "yes\n" : "no\n");
        return shows.confirm();
      });
  });
  await verifier.verify();
  await once(terminal, "close");
  return said;
}

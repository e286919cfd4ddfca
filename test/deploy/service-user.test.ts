import { spawn, spawnSync } from "node:child_process";
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { hangsAfter } from "../start/program.ts";
import { startFakeBotApi } from "../support/fake-bot-api/start.ts";

const root = join(import.meta.dirname, "../..");
const unit = readFileSync(join(root, "deploy/whereat.service"), "utf8");
const [, command = ""] = /^ExecStart=(.*)$/m.exec(unit) ?? [];
/** As systemd takes one for DynamicUser: a number that no user has. */
const user = 64_987;
const asUser = ["--reuid", `${user}`, "--regid", `${user}`, "--clear-groups", "--no-new-privs", "--bounding-set=-all"];
/** Who is not root cannot become another user, and in a folder that others may not enter there is nothing to start. */
const canBeUser =
  process.getuid?.() === 0 && spawnSync("setpriv", [...asUser, "test", "-r", join(root, "src/main.ts")]).status === 0;

test.skipIf(!canBeUser)(
  "the unit's command line connects as a user that is nobody else, with secrets as systemd hands them over",
  { timeout: hangsAfter },
  async () => {
    const api = await startFakeBotApi({ now: Date.now });
    onTestFinished(() => api.close());
    // As StateDirectory= and LoadCredential= make them; in a place that this user can reach.
    const folder = mkdtempSync("/tmp/whereat-service-");
    onTestFinished(() => rmSync(folder, { recursive: true }));
    chmodSync(folder, 0o755);
    const [state, credentials] = ["state", "credentials"].map((name) => join(folder, name)) as [string, string];
    const secrets = { "telegram-token": api.token, passphrase: "green river lamp seven hats" };
    for (const path of [state, credentials]) mkdirSync(path, { mode: 0o700 });
    for (const [name, value] of Object.entries(secrets)) writeFileSync(join(credentials, name), value, { mode: 0o400 });
    for (const path of [state, credentials, ...Object.keys(secrets).map((name) => join(credentials, name))])
      chownSync(path, user, user);
    const environment = readFileSync(join(root, "deploy/settings.conf"), "utf8")
      .matchAll(/^Environment=((?:TELEGRAM|WHEREAT)_\w+=.*)$/gm)
      .map(([, line = ""]) => line.replace("%d", credentials));
    const line = command.replaceAll("/opt/whereat", root).split(" ");
    const program = spawn("setpriv", [...asUser, ...line], {
      cwd: state,
      env: Object.fromEntries([
        ["TELEGRAM_API_ROOT", api.url],
        ["MALLOC_ARENA_MAX", "2"],
        ...[...environment].map((each) => each.split("=") as [string, string]),
      ]),
      stdio: ["ignore", "ignore", "pipe"],
    });
    onTestFinished(() => void program.kill("SIGKILL"));
    let said = "";
    program.stderr.setEncoding("utf8").on("data", (text: string) => {
      said += text;
      api.calls.look();
    });
    const closed = new Promise((resolve) => program.once("close", resolve));
    program.once("close", api.calls.look);
    await api.calls.until(() => said.includes(": connected as") || program.exitCode !== null);
    expect(said).toContain(`Telegram: connected as @${api.bot.username}`);
    expect(said).toContain("Keys: in a file, sealed by the passphrase.");
    const { uid, mode } = statSync(join(state, "data"));
    expect([uid, mode & 0o777]).toEqual([user, 0o700]);
    program.kill("SIGTERM");
    expect(await closed).toBe(0);
  },
);

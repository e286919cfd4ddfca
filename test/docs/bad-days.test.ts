import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { freshFolder, startProgram } from "../start/program.ts";
import { startFakeBotApi } from "../support/fake-bot-api/start.ts";
import { seen } from "../support/world/words.ts";

const root = join(import.meta.dirname, "../..");
const page = readFileSync(join(root, "docs/operate.md"), "utf8").replaceAll(/\s+/g, " ");
const exactly = { latitude: 52.51234, longitude: 13.40567 };
const patience = 120_000;

type Row = readonly [happened: string, todo: string, cost: string];

/** whereat as somebody operates it: a folder with settings, secrets and data, on a Telegram that is a double. Ana shares in a group, and Ben asks. */
async function operated() {
  const api = await startFakeBotApi({ now: Date.now });
  onTestFinished(() => api.close());
  // The time is waited for, too, which comes without a call.
  const looking = setInterval(api.calls.look, 100);
  onTestFinished(() => clearInterval(looking));
  const [ana, ben] = [api.places.person("Ana"), api.places.person("Ben")];
  const march = api.places.supergroup({ title: "March", members: [ana, ben], bot: "administrator" });
  let program: ReturnType<typeof startProgram> | undefined;

  /** A machine with the settings, and nothing else. */
  async function machine(passphrase?: string): Promise<string> {
    const folder = await freshFolder();
    mkdirSync(join(folder, "secrets"), { mode: 0o700 });
    secret(folder, "token", api.token);
    const lines = ["TELEGRAM_BOT_TOKEN_FILE=secrets/token", `TELEGRAM_API_ROOT=${api.url}`];
    if (passphrase !== undefined) {
      secret(folder, "passphrase", passphrase);
      lines.push("WHEREAT_PASSPHRASE_FILE=secrets/passphrase");
    }
    writeFileSync(join(folder, ".env"), `${lines.join("\n")}\n`, { mode: 0o600 });
    return folder;
  }
  const secret = (folder: string, name: string, value: string) =>
    writeFileSync(join(folder, "secrets", name), `${value}\n`, { mode: 0o600 });

  async function start(folder: string) {
    const before = api.calls.accepted("getUpdates").length;
    program = startProgram({}, "", folder);
    await api.calls.until(() => api.calls.accepted("getUpdates").length > before || api.updates.isPolled());
    return program;
  }
  async function stop() {
    program?.child.kill("SIGTERM");
    const ended = await program?.ended;
    program = undefined;
    return ended;
  }
  /** What the bot has said in the group, as somebody there sees it. */
  const said = (who = ben) =>
    api.screen
      .now(march, who)
      .filter(({ isFromBot }) => isFromBot)
      .map(({ text }) => seen(text ?? ""));
  /** Says something in the group, and waits for an answer that was not there before. */
  async function ask(who: typeof ana, words: string, contains: string) {
    const before = said(who).filter((text) => text.includes(contains)).length;
    api.people.say(who, march, words);
    await api.calls.until(() => said(who).filter((text) => text.includes(contains)).length > before);
  }
  const reactions = () => api.calls.accepted("setMessageReaction").length;
  async function share() {
    const before = reactions();
    api.live.share(ana, march, exactly, 3600);
    await api.calls.until(() => reactions() > before);
  }
  return { api, ana, ben, machine, secret, start, stop, ask, share, said };
}

/** What the page says of a bad day is what follows. */
const says = (...row: Row) => expect(page).toContain(`| ${row.join(" | ")} |`);

describe("what docs/operate.md says of a bad day, done as it says:", { timeout: patience }, () => {
  test("the disk is lost", async () => {
    says(
      "the disk is lost",
      "install anew, with the same secrets; on Matrix also `MATRIX_RECOVERY_KEY_FILE`",
      "every share, and what rooms and people chose",
    );
    const { ana, ben, machine, start, stop, ask, share } = await operated();
    await start(await machine());
    await ask(ana, "/expiry 2 hours", "2 hours");
    await share();
    await ask(ben, "/whereis", "52.51234");
    await stop();
    await start(await machine());
    await ask(ben, "/whereis", "Nobody shares");
    await ask(ana, "/expiry", "kept for 1 hour");
    await share();
    await ask(ben, "/whereis", "52.51234");
  });

  test("a snapshot of the machine is put back", async () => {
    says(
      "a snapshot of the machine was put back",
      "nothing",
      "every share is over; choices are the most careful ones until they are made again: people are shown within 5 km, and answers reach only who asked",
    );
    const { ana, ben, machine, start, stop, ask, share, said, api } = await operated();
    const folder = await machine();
    const snapshot = await freshFolder();
    await start(folder);
    await share();
    await ask(ben, "/whereis", "52.51234");
    await stop();
    const copy = (from: string, to: string) => execFileSync("cp", ["-a", join(from, "data"), to]);
    copy(folder, snapshot);
    await start(folder);
    await ask(ana, "/stop", "stop");
    await stop();
    rmSync(join(folder, "data"), { recursive: true });
    copy(snapshot, folder);
    await start(folder);
    await ask(ben, "/whereis", "Nobody shares");
    // A share that began in the same second as the loss may be one from before it: Telegram's times are whole seconds.
    const lostIn = Math.floor(Date.now() / 1000);
    await api.calls.until(() => Math.floor(Date.now() / 1000) > lostIn);
    await share();
    // Within 5 km, until she chooses again.
    await ask(ben, "/whereis", "at least 5.");
    expect(said().join()).toContain("lost part of my data");
    expect(said().filter((text) => text.includes("52.51234"))).toEqual([]);
  });

  test("it is moved to another machine", async () => {
    expect(page).toContain("Copy the whole data folder, with its modes, while nothing runs: `tar -C");
    expect(page).toContain("3. Start it there. Shares go on.");
    const { ben, machine, start, stop, ask, share } = await operated();
    const [here, there] = [await machine(), await machine()];
    await start(here);
    await share();
    await stop();
    const copy = execFileSync("tar", ["-C", here, "-cpf", "-", "data"]);
    execFileSync("tar", ["-C", there, "-xpf", "-"], { input: copy });
    rmSync(here, { recursive: true });
    await start(there);
    await ask(ben, "/whereis", "52.51234");
  });

  test("the passphrase is changed", async () => {
    says(
      "the passphrase",
      "stop whereat; `npm run passphrase -- FILE`; put FILE in the place of the old one; start",
      "nothing; all keys are new, too",
    );
    const { ben, machine, secret, start, stop, ask, share } = await operated();
    const folder = await machine("green river lamp seven hats");
    await start(folder);
    await share();
    await stop();
    secret(folder, "next", "other words than those of before");
    const changing = [join(root, "src/renew-keys.ts"), "--new-passphrase", "secrets/next"];
    const { status } = spawnSync(process.execPath, changing, { cwd: folder, env: { PATH: "/usr/bin:/bin" } });
    expect(status).toBe(0);
    const refused = await startProgram({}, "", folder).ended;
    expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining("passphrase")]);
    secret(folder, "passphrase", "other words than those of before");
    await start(folder);
    await ask(ben, "/whereis", "52.51234");
  });

  test("the keys of what is kept are renewed", async () => {
    says(
      "the keys of what is kept",
      "stop whereat; `npm run renew-keys`; start: [keys.md](keys.md#renewing-the-keys)",
      "seconds; half a minute with 5,000 people who share",
    );
    const { ben, machine, start, stop, ask, share } = await operated();
    const folder = await machine();
    await start(folder);
    await share();
    await stop();
    const { status } = spawnSync(process.execPath, [join(root, "src/renew-keys.ts")], {
      cwd: folder,
      env: { PATH: "/usr/bin:/bin" },
    });
    expect(status).toBe(0);
    await start(folder);
    await ask(ben, "/whereis", "52.51234");
  });

  test("the token leaked", async () => {
    says(
      "Telegram's token",
      "@BotFather: `/revoke`; put the new one in its file; start anew",
      "messages wait for up to 24 hours at Telegram; nothing is lost",
    );
    const { ben, machine, secret, start, stop, ask, share, api } = await operated();
    const folder = await machine();
    const running = await start(folder);
    await share();
    const next = api.revokeToken();
    expect(await running.ended).toMatchObject({ code: 1, stderr: expect.stringContaining("TELEGRAM_BOT_TOKEN") });
    await stop();
    secret(folder, "token", next);
    const asked = ask(ben, "/whereis", "52.51234");
    await start(folder);
    await asked;
  });
});

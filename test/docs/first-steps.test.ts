import { execFileSync } from "node:child_process";
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { freshFolder, hangsAfter, startProgram } from "../start/program.ts";
import { startFakeBotApi } from "../support/fake-bot-api/start.ts";
import { seen } from "../support/world/words.ts";

const root = join(import.meta.dirname, "../..");
const readme = readFileSync(join(root, "README.md"), "utf8");
const [, steps = ""] = /## Use it on Telegram\n([\s\S]*?)\n## /.exec(readme) ?? [];

test("the README's steps lead to a bot in a Telegram group, one after the other as they stand there", {
  timeout: hangsAfter,
}, async () => {
  const api = await startFakeBotApi({ now: Date.now });
  onTestFinished(() => api.close());
  const folder = await freshFolder();
  copyFileSync(join(root, ".env.example"), join(folder, ".env.example"));

  // 2. The settings.
  expect(steps).toContain("`install -m 600 .env.example .env`");
  execFileSync("bash", ["-c", "install -m 600 .env.example .env"], { cwd: folder });
  const values = { TELEGRAM_BOT_TOKEN: api.token, WHEREAT_PASSPHRASE: "green river lamp seven hats" };
  let settings = readFileSync(join(folder, ".env"), "utf8");
  for (const [name, value] of Object.entries(values)) {
    expect(steps).toContain(`\`${name}=\``);
    expect(settings).toContain(`\n# ${name}=\n`);
    settings = settings.replace(`\n# ${name}=\n`, `\n${name}=${value}\n`);
  }
  writeFileSync(join(folder, ".env"), settings);

  // 3. The start.
  expect(steps).toContain("3. `npm start`. It says as whom it is connected.");
  const program = startProgram({ TELEGRAM_API_ROOT: api.url }, "", folder);
  await api.calls.until(() => api.updates.isPolled());
  await expect.poll(program.stderr).toContain(`Telegram: connected as @${api.bot.username}`);

  // 4. A group, and /share in it: the button leads into the private chat.
  const [ana, ben] = [api.places.person("Ana"), api.places.person("Ben")];
  const march = api.places.supergroup({ title: "March", members: [ana, ben] });
  api.members.addBot(march, ana);
  const inMarch = () => api.screen.fromBot(march);
  api.people.say(ana, march, `/share@${api.bot.username}`);
  const linkIn = () =>
    inMarch()
      .flatMap(({ buttons }) => buttons.flat())
      .find(({ url }) => url?.includes("?start="))?.url;
  await api.calls.until(() => linkIn() !== undefined);
  const alone = api.places.privateChat(ana);
  api.people.openDeepLink(ana, alone, linkIn()?.split("?start=")[1] ?? "");
  await api.calls.until(() => api.screen.fromBot(alone).length > 0);
  api.live.share(ana, alone, { latitude: 52.51234, longitude: 13.40567 }, 3600);
  await api.calls.until(() => api.screen.fromBot(alone).length > 1);

  // 5. Somebody else asks.
  expect(steps).toContain("5. Somebody else says `/whereis`.");
  api.people.say(ben, march, `/whereis@${api.bot.username}`);
  await api.calls.until(() => inMarch().some(({ text }) => seen(text ?? "").includes("52.51234")));
});

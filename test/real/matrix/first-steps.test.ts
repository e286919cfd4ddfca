import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, existsSync, readFileSync, renameSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { freshFolder } from "../../start/program.ts";
import { type ElementPerson, elementPerson } from "../../support/homeserver/element-person.ts";
import { register, startHomeserver } from "../../support/homeserver/homeserver.ts";
import { askInRoom, startCodeLogins } from "../../support/homeserver/login/code-logins.ts";

const root = join(import.meta.dirname, "../../..");
const page = (path: string) => readFileSync(join(root, path), "utf8");
const bot = "@whereat:test.local";
const password = "let the bot in";
const signed = `Matrix: connected as ${bot}; the bot's identity was set up and its device is signed`;
const mostSteps = 10;

/** The steps of a numbered list, in words that stand on one line. */
function stepsBehind(path: string, heading: string): string[] {
  const [, behind = ""] = page(path).split(heading);
  const [list = ""] = behind.trimStart().split(/\n\n(?!\d)/);
  return list
    .split(/^\d+\. /m)
    .slice(1)
    .map((step) => step.replaceAll(/\s+/g, " ").trim());
}

/** A clone of the repository, as somebody has it behind `npm ci`, who does what the documents say. */
async function newcomer() {
  const folder = await freshFolder();
  for (const name of ["package.json", "src", "scripts", "node_modules"])
    symlinkSync(join(root, name), join(folder, name));
  copyFileSync(join(root, ".env.example"), join(folder, ".env.example"));
  let said = "";
  return {
    folder,
    said: () => said,
    /** Types a line of a step into a shell. @param line how it begins */
    typesInBash: (line: RegExp, step: string, changed: (line: string) => string = (same) => same): string => {
      const typed = [...step.matchAll(/`([^`]+)`/g)].map(([, span = ""]) => span).find((span) => line.test(span)) ?? "";
      return execFileSync("bash", ["-c", changed(typed)], {
        cwd: folder,
        encoding: "utf8",
        stdio: ["ignore", "pipe", "ignore"],
      });
    },
    /** Fills in the settings that a step names, all of them and no others. */
    sets: (step: string, values: Readonly<Record<string, string>>) => {
      const names = [...step.matchAll(/`([A-Z_]+)=`/g)].map(([, name]) => name);
      expect(new Set(names)).toEqual(new Set(Object.keys(values)));
      const path = join(folder, ".env");
      const filled = Object.entries(values).reduce(
        (text, [name, value]) => {
          const line = new RegExp(`^# ${name}=.*$`, "m");
          expect(text).toMatch(line);
          return text.replace(line, `${name}=${value}`);
        },
        readFileSync(path, "utf8"),
      );
      writeFileSync(path, filled);
    },
    starts: () => {
      const { PATH } = process.env;
      const child = spawn("npm", ["start"], {
        cwd: folder,
        env: { PATH, HOME: folder },
        stdio: ["ignore", "pipe", "pipe"],
        detached: true,
      });
      onTestFinished(async () => {
        const ended = once(child, "close");
        process.kill(-(child.pid ?? 0), "SIGKILL");
        await ended;
      });
      for (const stream of [child.stdout, child.stderr])
        stream.setEncoding("utf8").on("data", (part: string) => (said += part));
    },
    reads: (words: string) => expect.poll(() => said).toContain(words),
    movesKeyAway: async () => {
      const elsewhere = join(await freshFolder(), "key");
      renameSync(join(folder, "data/matrix-recovery-key.txt"), elsewhere);
      expect(existsSync(elsewhere)).toBe(true);
    },
  };
}

/** What whoever is in a room with it sees: an answer in an encrypted room, by a device that the account's identity has signed. */
async function seesSignedDevice(ana: ElementPerson) {
  const room = await askInRoom(ana, bot);
  expect(await room.ask("!whereis", "Nobody shares a position")).toContain("with");
  const crypto = ana.client.getCrypto()!;
  const devices = [...((await crypto.getUserDeviceInfo([bot], true)).get(bot)?.keys() ?? [])];
  const status = await Promise.all(devices.map((id) => crypto.getDeviceVerificationStatus(bot, id)));
  expect(status.map((one) => one?.signedByOwner)).toContain(true);
}

/** Somebody does the steps one after the other. @param does what is done at each, and words that it has */
async function followSteps(
  steps: readonly string[],
  does: readonly [words: string, work: (step: string) => unknown][],
) {
  expect(steps.length).toBeLessThanOrEqual(mostSteps);
  expect(steps.map((step, index) => (step.includes(does[index]?.[0] ?? step) ? "" : step))).toEqual(
    steps.map(() => ""),
  );
  expect(steps).toHaveLength(does.length);
  for (const [index, [, work]] of does.entries()) await work(steps[index] ?? "");
}

/** A homeserver with passwords, the people of a room, and whoever makes the bot's account there. */
async function withPasswords() {
  const homeserver = await startHomeserver();
  onTestFinished(() => homeserver.stop());
  await register(homeserver.url, "ben");
  await register(homeserver.url, "ana");
  const ana = await elementPerson(homeserver.url, "ana");
  onTestFinished(() => ana.leaves());
  await ana.makesIdentity();
  const [, line = ""] = /`(register_new_matrix_user [^`]+)`/.exec(page("README.md")) ?? [];
  const [program = "", ...given] = line.split(" ").map((word) => (word === "PASSWORD" ? password : word));
  return { url: homeserver.url, ana, makesAccount: () => homeserver.runThere(program, ...given) };
}

const passphrase = "green river lamp seven hats";

test("by password, the README's steps lead to a signed device", async () => {
  const { url, ana, makesAccount } = await withPasswords();
  const { typesInBash, sets, starts, reads, movesKeyAway } = await newcomer();
  const [account = "", settings = "", start = ""] = stepsBehind("README.md", "## Use it on Matrix");
  await followSteps(
    [account, settings, start],
    [
      ["Make an account for the bot on a homeserver", makesAccount],
      [
        "`install -m 600 .env.example .env`",
        (step) => {
          typesInBash(/^install /, step);
          sets(step, {
            MATRIX_HOMESERVER_URL: url,
            MATRIX_USER: "whereat",
            MATRIX_PASSWORD: password,
            WHEREAT_PASSPHRASE: passphrase,
          });
        },
      ],
      [
        "`npm start`. It says as whom it is connected, and that its device is signed.",
        async () => {
          starts();
          await reads(signed);
          await movesKeyAway();
        },
      ],
    ],
  );
  await seesSignedDevice(ana);
});

test("by a token of a fixed kind, the steps of docs/configure.md lead to a signed device", async () => {
  const { url, ana, makesAccount } = await withPasswords();
  const { typesInBash, sets, starts, reads, movesKeyAway } = await newcomer();
  let token = "";
  await followSteps(stepsBehind("docs/configure.md", "By a token, step by step:"), [
    ["Make an account for the bot", makesAccount],
    [
      "Get the token of a login that only whereat uses",
      (step) => {
        const here = (line: string) => line.replace("PASSWORD", password).replace("https://matrix.example.org", url);
        token = (JSON.parse(typesInBash(/^curl /, step, here)) as { access_token: string }).access_token;
      },
    ],
    [
      "`install -m 600 .env.example .env`",
      (step) => {
        typesInBash(/^install /, step);
        sets(step, { MATRIX_HOMESERVER_URL: url, MATRIX_ACCESS_TOKEN: token, WHEREAT_PASSPHRASE: passphrase });
      },
    ],
    [
      "`npm start`. It says as whom it is connected, and that its device is signed.",
      async () => {
        starts();
        await reads(signed);
      },
    ],
    ["Move `data/matrix-recovery-key.txt`", movesKeyAway],
  ]);
  await seesSignedDevice(ana);
});

test("by a link and a code, the steps of docs/configure.md lead to a signed device", async () => {
  const logins = await startCodeLogins(20);
  onTestFinished(() => logins.stop());
  const ana = await logins.person("ana");
  onTestFinished(() => ana.leaves());
  await ana.makesIdentity();
  const { typesInBash, sets, starts, reads, said, movesKeyAway } = await newcomer();
  let link = "";
  await followSteps(stepsBehind("docs/configure.md", "By a link and a code, step by step:"), [
    ["Make an account for the bot", () => undefined],
    [
      "`install -m 600 .env.example .env`",
      (step) => {
        typesInBash(/^install /, step);
        sets(step, {
          MATRIX_HOMESERVER_URL: logins.homeserver.url,
          MATRIX_USER: "whereat",
          WHEREAT_PASSPHRASE: passphrase,
        });
      },
    ],
    [
      "`npm start`. It says a link and a code.",
      async () => {
        starts();
        await reads("and confirm the code ");
      },
    ],
    ["Open the link in a private window", () => void (link = /open (\S+) in a browser/.exec(said())?.[1] ?? "")],
    [
      "Confirm the code. whereat says as whom it is connected, and that its device is signed.",
      async () => {
        await logins.provider.confirm(link, /confirm the code (\S+)\./.exec(said())?.[1] ?? "", "whereat");
        await reads(signed);
      },
    ],
    ["Move `data/matrix-recovery-key.txt`", movesKeyAway],
  ]);
  await seesSignedDevice(ana);
});

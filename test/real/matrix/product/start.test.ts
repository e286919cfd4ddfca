import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { renewKeys } from "../../../../src/core/storage/renew-keys.ts";
import { instant } from "../../../../src/lib/time.ts";
import { freshFolder, startProgram } from "../../../start/program.ts";
import { passwordOf, type RealHomeserver, register, startHomeserver } from "../../../support/homeserver/homeserver.ts";
import { type NioPerson, nioPerson, patience } from "../../../support/homeserver/nio-person.ts";
import type { Program } from "../../../support/running/program.ts";
import { beginsToShare, isAt, isRedacted, liveAllowed, openRoom, saysBot } from "../nio-room.ts";

let homeserver: RealHomeserver;
let ana: NioPerson;
let ben: NioPerson;

beforeAll(async () => {
  homeserver = await startHomeserver();
  [ana, ben] = await Promise.all([nioPerson(homeserver.url, "ana"), nioPerson(homeserver.url, "ben")]);
});
afterAll(async () => {
  await ana?.leavesTheKeyboard();
  await ben?.leavesTheKeyboard();
  await homeserver?.stop();
});

const settingsFor = (folder: string, name: string) => ({
  MATRIX_HOMESERVER_URL: homeserver.url,
  MATRIX_USER: name,
  MATRIX_PASSWORD: passwordOf(name),
  WHEREAT_STORE: `sqlite:${folder}/whereat.db`,
  WHEREAT_KEYS: `file:${folder}/keyring`,
});
const says = (program: Program, words: string) =>
  expect.poll(() => program.stderr(), { timeout: patience }).toContain(words);

test("started with the account's settings, it answers in an encrypted room, and goes on after a restart as the same device", async () => {
  const folder = await freshFolder();
  const { userId } = await register(homeserver.url, "bot1");
  const first = startProgram(settingsFor(folder, "bot1"));
  await says(first, `Matrix: connected as ${userId}; the bot's identity was set up and its device is signed`);
  const room = await openRoom(userId, [ana, ben], liveAllowed);
  const info = await beginsToShare(ben, room);
  await isAt(ben, room, info, "geo:52.5163,13.3777", userId);
  await ben.sees((event) => event.room_id === room && event.type === "m.reaction");
  first.child.kill("SIGTERM");
  expect(await first.ended).toMatchObject({ code: 0, stdout: "" });

  const second = startProgram(settingsFor(folder, "bot1"));
  await says(second, `Matrix: connected as ${userId}; the bot's device is signed by its identity`);
  await ana.says(room, "!whereis ben", userId);
  await saysBot(ana, userId, room, "52.5163, 13.3777");
  // The share was begun before this start: what it is stands in the room's state.
  await isAt(ben, room, info, "geo:52.5173,13.3787", userId);
  await ana.says(room, "!whereis", userId);
  const answer = await saysBot(ana, userId, room, "52.5173, 13.3787");
  await beginsToShare(ben, room, 1000, false);
  // Nothing tells when the end has been heard of, but that the answers are gone.
  await isRedacted(ana, room, answer.event_id, userId);
  await ana.says(room, "!whereis", userId);
  await saysBot(ana, userId, room, "Nobody shares");
  second.child.kill("SIGTERM");
  const { stderr } = await second.ended;
  expect(existsSync(`${folder}/matrix-keys.db`)).toBe(true);
  for (const secret of [passwordOf("bot1"), room, "52.5", ana.userId, ben.userId]) expect(stderr).not.toContain(secret);
});

test("what is said while it is down is answered when it is back, and what was answered is not answered again", async () => {
  const folder = await freshFolder();
  const { userId } = await register(homeserver.url, "bot2");
  const first = startProgram(settingsFor(folder, "bot2"));
  await says(first, "connected as");
  const room = await openRoom(userId, [ana, ben], liveAllowed);
  await ana.says(room, "!expiry", userId);
  await saysBot(ana, userId, room, "is kept for 1 hour");
  first.child.kill("SIGKILL");
  await first.ended;
  await ana.says(room, "!expiry 2h", userId);
  startProgram(settingsFor(folder, "bot2"));
  await saysBot(ana, userId, room, "is now 2 hours");
  await ana.says(room, "!help", userId);
  const isGreeting = (body: unknown) => String(body).startsWith("This room is encrypted");
  const next = await ana.sees(
    ({ room_id, sender, type, content }) =>
      room_id === room && sender === userId && type === "m.room.message" && !isGreeting(content["body"]),
  );
  expect(next.content.body).toContain("!whereis");
});

test("what keeps it out is said in words that tell what to do, and it ends", async () => {
  const folder = await freshFolder();
  await register(homeserver.url, "bot3");
  const wrong = await startProgram({ ...settingsFor(folder, "bot3"), MATRIX_PASSWORD: "no such word" }).ended;
  expect(wrong.code).toBe(1);
  expect(wrong.stderr).toContain("refused MATRIX_USER with this password");
  expect(wrong.stderr).not.toContain("no such word");

  const { MATRIX_USER: _u, MATRIX_PASSWORD: _p, ...rest } = settingsFor(folder, "bot3");
  const token = await startProgram({ ...rest, MATRIX_ACCESS_TOKEN: "syt_made_up" }).ended;
  expect(token.code).toBe(1);
  expect(token.stderr).toContain("does not accept the access token");
  expect(token.stderr).not.toContain("syt_made_up");
});

test("with keys in memory only it runs, and leaves no key store behind", async () => {
  const { userId } = await register(homeserver.url, "bot4");
  const { WHEREAT_STORE: _, ...settings } = settingsFor("", "bot4");
  const program = startProgram({
    ...settings,
    WHEREAT_STORE: "memory:",
    WHEREAT_KEYS: "memory",
    TMPDIR: await freshFolder(),
  });
  await says(program, `connected as ${userId}`);
  program.child.kill("SIGTERM");
  expect((await program.ended).code).toBe(0);
});

test("when its key store was moved away, it logs in by password as a new device, which the same identity signs", async () => {
  const folder = await freshFolder();
  const { userId } = await register(homeserver.url, "bot5");
  const first = startProgram(settingsFor(folder, "bot5"));
  await says(first, `connected as ${userId}`);
  first.child.kill("SIGTERM");
  await first.ended;
  await rm(`${folder}/matrix-keys.db`);
  const second = startProgram(settingsFor(folder, "bot5"));
  await says(second, "the bot's device was signed by the account's identity");
  const room = await openRoom(userId, [ana, ben], liveAllowed);
  await ana.says(room, "!expiry", userId);
  await saysBot(ana, userId, room, "is kept for 1 hour");
});

test("when its keys were renewed while it was stopped, it goes on in its encrypted room as the same device, and nothing is lost", async () => {
  const folder = await freshFolder();
  const { userId } = await register(homeserver.url, "bot8");
  const first = startProgram(settingsFor(folder, "bot8"));
  await says(first, `connected as ${userId}`);
  const room = await openRoom(userId, [ana, ben], liveAllowed);
  const info = await beginsToShare(ben, room);
  await isAt(ben, room, info, "geo:52.5163,13.3777", userId);
  await ben.sees((event) => event.room_id === room && event.type === "m.reaction");
  first.child.kill("SIGTERM");
  await first.ended;
  const tier = { kind: "file", path: `${folder}/keyring` } as const;
  await renewKeys(`sqlite:${folder}/whereat.db`, tier, tier, () => instant(Date.now()));
  const second = startProgram(settingsFor(folder, "bot8"));
  await says(second, `Matrix: connected as ${userId}; the bot's device is signed by its identity`);
  expect(second.stderr()).not.toContain("every share has ended");
  await ana.says(room, "!whereis ben", userId);
  await saysBot(ana, userId, room, "52.5163, 13.3777");
  await isAt(ben, room, info, "geo:52.5173,13.3787", userId);
  await ana.says(room, "!whereis", userId);
  await saysBot(ana, userId, room, "52.5173, 13.3787");
});

test("when it is logged out everywhere while it runs, it logs in by password as a new device, signed, and answers in its encrypted rooms", async () => {
  const folder = await freshFolder();
  const { userId, accessToken } = await register(homeserver.url, "bot7");
  const program = startProgram(settingsFor(folder, "bot7"));
  await says(program, `connected as ${userId}`);
  const room = await openRoom(userId, [ana, ben], liveAllowed);
  await ana.says(room, "!expiry", userId);
  await saysBot(ana, userId, room, "is kept for 1 hour");
  const headers = { authorization: `Bearer ${accessToken}` };
  await fetch(`${homeserver.url}/_matrix/client/v3/logout/all`, { method: "POST", headers });
  await says(program, "Matrix: connected again; the bot's device was signed by the account's identity");
  await ana.says(room, "!expiry 2h", userId);
  await saysBot(ana, userId, room, "2 hours");
});

test("when its token is taken back while it runs, it says so and ends, for whoever watches over it to see", async () => {
  const folder = await freshFolder();
  const { accessToken } = await register(homeserver.url, "bot6");
  const { MATRIX_USER: _u, MATRIX_PASSWORD: _p, ...rest } = settingsFor(folder, "bot6");
  const program = startProgram({ ...rest, MATRIX_ACCESS_TOKEN: accessToken });
  await says(program, "connected as");
  const headers = { authorization: `Bearer ${accessToken}` };
  await fetch(`${homeserver.url}/_matrix/client/v3/logout`, { method: "POST", headers });
  const { code, stderr } = await program.ended;
  expect(code).toBe(1);
  expect(stderr).toContain("no longer accepts the bot's login");
  expect(stderr).not.toContain(accessToken);
});

test.each(["npm run configure", "the README's steps by hand"])(
  "set up by %s, it answers in an encrypted room",
  async (way) => {
    const folder = await freshFolder();
    const name = way.startsWith("npm") ? "asked" : "byhand";
    const { userId } = await register(homeserver.url, name);
    if (name === "asked") {
      const answers = ["no", "yes", homeserver.url, userId, passwordOf(name), "", ""];
      const typed = answers.map((line) => `${line}\n`).join("");
      const { code, stdout } = await startProgram({}, typed, folder, ["--configure"]).ended;
      expect([code, stdout]).toEqual([0, expect.stringContaining("It works.")]);
    } else {
      const example = readFileSync(new URL("../../../../.env.example", import.meta.url), "utf8");
      const set = {
        MATRIX_HOMESERVER_URL: homeserver.url,
        MATRIX_USER: name,
        MATRIX_PASSWORD: passwordOf(name),
        WHEREAT_PASSPHRASE: "green river lamp seven hats",
      };
      const filled = Object.entries(set).reduce(
        (text, [setting, value]) => text.replace(new RegExp(`^# ${setting}=.*$`, "m"), `${setting}='${value}'`),
        example,
      );
      writeFileSync(join(folder, ".env"), filled, { mode: 0o600 });
    }
    const program = startProgram({}, "", folder);
    await says(program, `Matrix: connected as ${userId}`);
    await says(program, "Keys: in a file, sealed by the passphrase.");
    const room = await openRoom(userId, [ana, ben], liveAllowed);
    const info = await beginsToShare(ben, room);
    await isAt(ben, room, info, "geo:52.5163,13.3777", userId);
    await ben.sees((event) => event.room_id === room && event.type === "m.reaction");
    await ana.says(room, "!whereis", userId);
    await saysBot(ana, userId, room, "52.5163, 13.3777");
    expect(existsSync(join(folder, "data/matrix-recovery-key.txt"))).toBe(true);
  },
);

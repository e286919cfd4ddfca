import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as after } from "node:timers/promises";
import { type Program, spawnProgram } from "../../running/program.ts";
import { type ElementPerson, elementPerson, readsEvent } from "../element-person.ts";
import { type RealHomeserver, startHomeserver } from "../homeserver.ts";
import { type OAuthProvider, startOAuthProvider } from "./oauth-provider.ts";

/** A homeserver whose logins are made at a provider, with the accounts "whereat", "ana" and "ben". */
export type CodeLogins = {
  readonly homeserver: RealHomeserver;
  readonly provider: OAuthProvider;
  /** A person with an app, on a login that never ends. */
  person(name: string): Promise<ElementPerson>;
  stop(): Promise<void>;
};

const serverName = "test.local";

/** @param lasts seconds that an access token lasts */
export async function startCodeLogins(lasts: number): Promise<CodeLogins> {
  const provider = await startOAuthProvider(lasts);
  const homeserver = await startHomeserver(`enable_registration: false
password_config:
  enabled: false
matrix_authentication_service:
  enabled: true
  endpoint: ${provider.url}
  secret: ${provider.secret}
`);
  for (const name of ["whereat", "ana", "ben"]) await provider.provision(homeserver.url, name);
  return {
    homeserver,
    provider,
    person(name) {
      const deviceId = `APP${name.toUpperCase()}`;
      const accessToken = provider.fixedToken(name, deviceId);
      return elementPerson(homeserver.url, name, { userId: `@${name}:${serverName}`, accessToken, deviceId });
    },
    async stop() {
      await homeserver.stop();
      await provider.stop();
    },
  };
}

/** The whole program, that is to log in by a code. */
export type ProgramByCode = {
  /** Starts it. */
  launch(): Program;
  /** Waits until the program that runs has said this, or has ended. */
  says(words: string): Promise<void>;
  /** Has its operator confirm the code that it said last. */
  confirm(): Promise<void>;
  kill(): Promise<void>;
  /** all that it has logged, over all starts */
  logged(): string;
  /** the last start */
  readonly program: Program;
};

/** @param folder what it keeps, and its settings */
export function programByCode({ homeserver, provider }: CodeLogins, folder: string): ProgramByCode {
  writeFileSync(join(folder, ".env"), `MATRIX_HOMESERVER_URL=${homeserver.url}\nMATRIX_USER=whereat\n`, {
    mode: 0o600,
  });
  const runs: Program[] = [];
  const last = () => {
    const program = runs.at(-1);
    if (program === undefined) throw new Error("no program was started");
    return program;
  };
  return {
    launch() {
      runs.push(spawnProgram({}, "", folder));
      return last();
    },
    async says(words) {
      const { child, stderr } = last();
      while (!stderr().includes(words)) {
        if (child.exitCode !== null || child.signalCode !== null) throw new Error(`it ended: ${stderr()}`);
        await after(50);
      }
    },
    async confirm() {
      const asked = [
        ...last()
          .stderr()
          .matchAll(/open (\S+) in a browser.* confirm the code (\S+)\./g),
      ].at(-1);
      await provider.confirm(asked?.[1] ?? "", asked?.[2] ?? "", "whereat");
    },
    async kill() {
      last().child.kill("SIGKILL");
      await last().ended;
    },
    logged: () => runs.map(({ stderr }) => stderr()).join(""),
    get program() {
      return last();
    },
  };
}

/** An encrypted room of a person with the bot in it, and a way to ask there. */
export async function askInRoom(person: ElementPerson, bot: string) {
  const encryption = { type: "m.room.encryption", state_key: "", content: { algorithm: "m.megolm.v1.aes-sha2" } };
  const { room_id: room } = await person.client.createRoom({
    // With two people alone it would be a private chat.
    invite: [bot, `@ben:${serverName}`],
    initial_state: [encryption],
  });
  while (person.client.getRoom(room)?.getMember(bot)?.membership !== "join") await after(100);
  const answers = () =>
    (person.client.getRoom(room)?.getLiveTimeline().getEvents() ?? []).filter((event) => event.getSender() === bot);

  return {
    /** Says it, encrypted. @returns the bot's next message that begins so, as the person reads it */
    async ask(words: string, begins: string): Promise<string> {
      const before = new Set(answers().map((event) => event.getId()));
      await person.client.sendTextMessage(room, words);
      for (;;) {
        for (const event of answers()) {
          const id = event.getId() ?? "";
          if (before.has(id) || !["m.room.encrypted", "m.room.message"].includes(event.getType())) continue;
          const read = await readsEvent(person, room, id);
          const text = typeof read === "string" ? "" : String(read["body"]);
          if (event.getWireType() === "m.room.encrypted" && text.startsWith(begins)) return text;
        }
        await after(100);
      }
    },
  };
}

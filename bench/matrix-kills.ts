import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { setTimeout as after } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { passwordOf, register, startHomeserver } from "../test/support/homeserver/homeserver.ts";
import { nioPerson } from "../test/support/homeserver/nio-person.ts";
import { makeDisk } from "../test/support/homeserver/whereat-account.ts";

// Encrypted messages from matrix-nio to a bot that is killed again and again: is each answered exactly once?
//   node bench/matrix-kills.ts [MESSAGES] [KILLS]
const messages = Number(process.argv[2] ?? 300);
const kills = Number(process.argv[3] ?? 10);
const program = fileURLToPath(new URL("../test/support/homeserver/echo-bot.ts", import.meta.url));

const homeserver = await startHomeserver();
const disk = await makeDisk();
const log = `${disk.folder}.log`;
let bot: ChildProcess | undefined;
let running = true;
let killed = 0;

const start = () => {
  bot = spawn(process.execPath, [program, disk.folder, homeserver.url, "bot", passwordOf("bot")], { stdio: "inherit" });
};
const ended = () => new Promise((resolve) => bot?.once("exit", resolve));

async function killNowAndThen() {
  while (running && killed < kills) {
    await after(500 + Math.random() * 2500);
    const gone = ended();
    bot?.kill("SIGKILL");
    await gone;
    killed++;
    await after(Math.random() * 1500);
    start();
  }
}

try {
  await register(homeserver.url, "bot");
  const ana = await nioPerson(homeserver.url, "ana");
  start();
  const botId = ana.userId.replace("ana", "bot");
  const room = await ana.createRoom({ invite: [botId], rotation: { rotation_period_msgs: 20 } });
  await ana.says(room, "ping first", botId);
  const seen = new Map<string, number>();
  const collect = async () => {
    while (running) {
      const event = await ana
        .sees((one) => one.sender === botId && String(one.content.body).startsWith("pong "))
        .catch(() => undefined);
      if (event) seen.set(String(event.content.body), (seen.get(String(event.content.body)) ?? 0) + 1);
    }
  };
  void collect();

  const killing = killNowAndThen();
  for (let n = 0; n < messages; n++) {
    await ana.says(room, `ping ${n}`);
    await after(Math.max(10, (kills * 2500) / messages - 20));
  }
  await killing;
  const missing = () => Array.from({ length: messages }, (_, n) => n).filter((n) => !seen.has(`pong ${n}`));
  for (let waited = 0; missing().length > 0 && waited < 60; waited++) await after(1000);

  running = false;
  const stopped = ended();
  bot?.kill("SIGTERM");
  await stopped;
  const lines = existsSync(log)
    ? readFileSync(log, "utf8")
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line))
    : [];
  const count = (what: string) => lines.filter((line) => line.what === what).length;
  const twice = [...seen.values()].filter((times) => times > 1).length;
  const result = {
    messages,
    killed,
    unanswered: missing().length,
    answeredTwice: twice,
    unreadable: count("unreadable"),
    repeatsSuppressed: count("repeated"),
    starts: count("connected"),
    unhandled: count("unhandled rejection"),
  };
  console.log(JSON.stringify(result));
  process.exitCode = result.unanswered + result.answeredTwice + result.unreadable + result.unhandled > 0 ? 1 : 0;
  await ana.leavesTheKeyboard();
} finally {
  running = false;
  bot?.kill("SIGKILL");
  await homeserver.stop();
}
process.exit();

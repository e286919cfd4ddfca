import { startHomeserver } from "../test/support/homeserver/homeserver.ts";
import { runKills } from "../test/support/homeserver/kill-run.ts";
import { makeDisk } from "../test/support/homeserver/whereat-account.ts";

// Encrypted messages to a bot that is killed again and again: is each answered exactly once?
//   node bench/matrix-kills.ts [MESSAGES] [KILLS]
const homeserver = await startHomeserver();
const disk = await makeDisk();
try {
  const result = await runKills(homeserver.url, disk, Number(process.argv[2] ?? 300), Number(process.argv[3] ?? 10));
  console.log(JSON.stringify(result));
  const { unanswered, answeredTwice, unreadable, unhandledRejections } = result;
  if (unanswered + answeredTwice + unreadable + unhandledRejections > 0) process.exitCode = 1;
} finally {
  await homeserver.stop();
  await disk.remove();
}

import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { linesOf, noticeOf } from "../../src/bots/matrix/send/message-content.ts";
import { byClock, renderHtml } from "../../src/bots/render.ts";
import { personId, roomId } from "../../src/core/model/ids.ts";
import type { Spoken } from "../../src/core/model/message.ts";
import { formatTexts } from "../../src/core/text/catalogue.ts";
import { type Language, languages } from "../../src/core/text/languages.ts";
import { minute } from "../../src/lib/time.ts";
import { createCoreWorld } from "../../test/support/world/core-world.ts";

// What answers look like in a browser, with names from right to left in sentences from left to right and the reverse: a page and a picture of
// each language, to be looked at. Chromium is a Debian package (apt-get install chromium).
//   npx node bench/texts/rendered.ts FOLDER
const folder = resolve(process.argv[2] ?? "rendered");
mkdirSync(folder, { recursive: true });

/** Each name leans another way than the letters beside it: digits, brackets and marks at the edges are what turns around. */
const people = { ana: "Ana 5", dawid: "דוד (2)", ahmad: "أحمد 3", farhad: "فرهاد!" } as const;
const room = "مسيرة 8";

async function answersIn(language: Language): Promise<Spoken[]> {
  const world = await createCoreWorld({ canWhisper: true });
  world.room("march", ...Object.keys(people));
  for (const [who, name] of Object.entries(people)) {
    world.network.know(who, { name });
    await world.tell({ kind: "language-heard", person: personId("telegram", who), language });
  }
  await world.tell({ kind: "bot-brought", room: roomId("telegram", "march"), by: personId("telegram", "ana") });
  const places = { dawid: "52.5145 13.3501", ahmad: "52.5200 13.4050", farhad: "-33.8688 151.2093" };
  for (const [who, place] of Object.entries(places)) await world.says(who, "march", `/here ${place}`);
  await world.pass(2 * minute);
  const from = world.network.posts.length;
  await world.says("ana", "march", "/here 52.5163 13.3777");
  await world.says("ana", "march", "/whereis");
  await world.says("ana", "march", "/whereis dawid, أحمد, ליאור");
  await world.says("ana", "march", "/expiry 2 hours");
  await world.says("ana", undefined, "/privacy");
  const answers = world.network.posts.slice(from).map(({ message }) => message as Spoken);
  const linked: Spoken = {
    kind: "message",
    reader: "one person",
    language,
    lines: [{ id: "linked-to", parameters: { room } }, { id: "matrix-steps-in-private" }],
  };
  return [...answers, linked];
}

/** As Element shows a notice: one block, whose direction is that of its first letter; its breaks are tags. */
const asElement = (message: Spoken) =>
  `<div class="bubble" dir="auto">${String(noticeOf(linesOf(message))["formatted_body"])}</div>`;
/** As Telegram shows a message: each line goes in the direction of its first letter. */
const asTelegram = (message: Spoken) =>
  `<div class="bubble">${renderHtml(formatTexts(message.lines, message.language), "\n", byClock)
    .split("\n")
    .map((line) => `<div dir="auto">${line}</div>`)
    .join("")}</div>`;

const style = `body { font: 15px/1.4 sans-serif; width: 1180px; margin: 16px; background: #fff; }
.both { display: grid; grid-template-columns: 1fr 1fr; gap: 24px; }
.bubble { background: #eef; border-radius: 8px; padding: 8px 12px; margin: 8px 0; } code { background: #fff; }`;

for (const language of languages) {
  const answers = await answersIn(language);
  const column = (title: string, look: (message: Spoken) => string) =>
    `<section><h2>${title}</h2>${answers.map(look).join("")}</section>`;
  const html = `<!doctype html><meta charset="utf-8"><title>${language}</title><style>${style}</style>
<div class="both">${column(`Matrix, ${language}`, asElement)}${column(`Telegram, ${language}`, asTelegram)}</div>`;
  const page = join(folder, `${language}.html`);
  writeFileSync(page, html);
  const picture = `--screenshot=${join(folder, `${language}.png`)}`;
  const how = ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--window-size=1220,1700"];
  execFileSync("chromium", [...how, picture, `file://${page}`], { stdio: "ignore" });
  process.stdout.write(`${language}: ${answers.length} messages\n`);
}

import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { ConfigError, parseConfig } from "../../../src/config/config.ts";
import { namesOf, settingsWith } from "../../../src/config/settings.ts";
import { newRingKeys } from "../../../src/core/storage/keys/ring-keys.ts";
import { readEnvelope, writeEnvelope } from "../../../src/core/storage/records/record-kind.ts";
import { readRing, writeRing } from "../../../src/core/storage/ring-file/ring-text.ts";
import { readText } from "../../../src/core/text/read-text.ts";
import { FormatError } from "../../../src/lib/format.ts";
import { instant } from "../../../src/lib/time.ts";
import { networks } from "../../../src/networks.ts";
import { anyText } from "../../core/text/samples.ts";
import { everyKind, valueOf } from "../stores/record-values.ts";
import { almost, anyJson, asJson, must, type Parser, parser } from "./parser.ts";

/** What was kept, and is read again as something that anybody may have changed. */
const records = fc.constantFrom(...everyKind).chain((key) =>
  fc
    .oneof(
      valueOf(key.schema.value).chain((value) =>
        almost([{ version: key.schema.version, value, expiresAt: 1_795_445_600_000 }]),
      ),
      anyJson,
    )
    .map((content) => ({ key, content })),
);

function ring(): string {
  const keys = newRingKeys();
  const key = Buffer.alloc(32, 7);
  keys.starts = 3;
  keys.buckets.set(instant(1_795_446_000_000), key);
  const generations = [{ createdIn: 5, key, until: instant(1_795_446_000_000) }];
  keys.circles.set("circle", {
    keys: [{ createdIn: 4, key }],
    members: new Map([["telegram:1", new Map([['["position"]', generations]])]]),
  });
  return writeRing(keys);
}

const names = namesOf(settingsWith(networks));
const secrets = ["123456:secret-token-of-a-bot", "hunter2hunter2", "syt_secret"];
const values = fc.oneof(
  fc.constantFrom(
    "",
    " ",
    "memory",
    "memory:",
    "file:./keyring",
    "sqlite:./w.db",
    "sqlite:",
    "debug",
    "warn",
    "https://example.org",
    "http://",
    "@ana:example.org, example.net",
    "1,2,3",
    "/run/secret",
  ),
  fc.constantFrom(...secrets),
  fc.string({ unit: "binary", maxLength: 20 }),
);
const settings = fc.dictionary(
  fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...names, "WHEREAT_STOR", "TELEGRAM_TOKEN") },
    fc.string({ maxLength: 12 }),
  ),
  values,
  {
    maxKeys: 8,
    noNullPrototype: true,
  },
);

const isSecret = (name: string) =>
  /^(?:TELEGRAM_BOT_TOKEN|MATRIX_(?:PASSWORD|ACCESS_TOKEN|RECOVERY_KEY)|WHEREAT_PASSPHRASE)$/.test(name);
/** Lines as they stand in a file `.env`, and others. */
const envFile = fc
  .array(
    fc.tuple(
      fc.constantFrom(...names, "export WHEREAT_LOG", "#", ""),
      fc.constantFrom("=", " = ", ""),
      fc.constantFrom("", '"', "'"),
      values,
    ),
    { maxLength: 6 },
  )
  .map((lines) => lines.map(([name, sign, quote, value]) => `${name}${sign}${quote}${value}${quote}`).join("\n"));

export const kept: readonly Parser[] = [
  parser("records", records, ({ key, content }) => {
    const opened = readEnvelope(key, JSON.stringify(content) ?? "", []);
    if (opened.kind !== "read") return;
    const again = readEnvelope(key, writeEnvelope(key, opened.value, opened.expiresAt), []);
    must(
      again.kind === "read" && isDeepStrictEqual(asJson(again.value), asJson(opened.value)),
      `a record of "${key.kind}" is another one when it is read again`,
      { content, opened, again },
    );
  }),
  parser(
    "records that are no JSON",
    fc.tuple(fc.constantFrom(...everyKind), fc.string({ unit: "binary" })),
    ([key, text]) => {
      must(
        readEnvelope(key, text, []).kind !== "newer" || text.includes("version"),
        "a newer format is seen where there is none",
        text,
      );
    },
  ),
  parser(
    "texts that wait to be said",
    anyText.chain((text) => almost([text])),
    (stored) => {
      const read = readText(stored);
      if (read !== undefined)
        must(isDeepStrictEqual(readText(asJson(read)), read), "a text is another one when it is read again", read);
    },
  ),
  parser("the key ring", fc.oneof(almost([JSON.parse(ring())]), anyJson), (content) => {
    try {
      const read = readRing(JSON.stringify(content) ?? "", []);
      if (read === undefined) return;
      const again = readRing(writeRing(read), []);
      must(isDeepStrictEqual(again, read), "the ring is another one when it is read again", content);
    } catch (error) {
      if (!(error instanceof FormatError)) throw error;
    }
  }),
  parser("settings", fc.tuple(settings, fc.option(envFile, { nil: undefined })), ([env, text]) => {
    const secret = { text: secrets[0] ?? "", isOpen: true };
    const readFile = (path: string) => (path === "/run/secret" ? secret : undefined);
    try {
      const said = JSON.stringify(
        parseConfig(networks, env, readFile, text === undefined ? text : { text, isOpen: false }),
      );
      for (const [name, value] of Object.entries(env))
        if (secrets.includes(value.trim()) && isSecret(name))
          must(!said.includes(value.trim()), "a secret can be printed", name);
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      for (const each of secrets) must(!error.message.includes(each), "a refusal tells a secret", error.message);
    }
  }),
];

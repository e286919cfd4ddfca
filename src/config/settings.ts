type Setting = { summary: string; example: string; isSecret?: true };

/** Every setting there is. A secret can be given by a file as well, under its name with _FILE. */
export const settings: Readonly<Record<string, Setting>> = {
  TELEGRAM_BOT_TOKEN: {
    summary: "the token that @BotFather gave you; with it, whereat runs on Telegram",
    example: "",
    isSecret: true,
  },
  TELEGRAM_API_ROOT: { summary: "a Bot API server of your own", example: "https://api.telegram.org" },
  TELEGRAM_ALLOWED_INVITERS: {
    summary: "who may add the bot to groups: Telegram user ids, with commas; unless set, everybody",
    example: "123456789, 987654321",
  },
  MATRIX_HOMESERVER_URL: {
    summary: "the homeserver of the bot's account; with it, whereat runs on Matrix",
    example: "https://matrix.example.org",
  },
  MATRIX_USER: {
    summary: "the bot's user id there, or its local part; with a password",
    example: "@whereat:example.org",
  },
  MATRIX_PASSWORD: { summary: "the password of the bot's account", example: "", isSecret: true },
  MATRIX_ACCESS_TOKEN: {
    summary: "instead of user and password: the token of a login that only whereat uses",
    example: "",
    isSecret: true,
  },
  MATRIX_RECOVERY_KEY: {
    summary: "the recovery key of the bot's account, if another app made one: whereat's device is then verified by it",
    example: "",
    isSecret: true,
  },
  MATRIX_ALLOWED_INVITERS: {
    summary: "who may invite the bot, users and servers, with commas; unless set, everybody on its own server",
    example: "example.org, @ana:example.net",
  },
  WHEREAT_STORE: {
    summary: "where records are kept, sealed: sqlite:PATH, postgres://…, redis://…, valkey://… or memory:",
    example: "sqlite:./data/whereat.db",
  },
  WHEREAT_KEYS: {
    summary: "where the key ring is: file:PATH, or memory, with which nothing survives a restart",
    example: "file:./data/keyring",
  },
  WHEREAT_PASSPHRASE: { summary: "seals the key ring's file", example: "", isSecret: true },
  WHEREAT_LOG: {
    summary: "how much is logged: debug, info or warn; never a position, name, id or token",
    example: "info",
  },
};

/** The names under which settings may be given. */
export const settingNames: readonly string[] = Object.entries(settings).flatMap(([name, { isSecret }]) =>
  isSecret ? [name, `${name}_FILE`] : [name],
);

/**
 * The setting that differs in the fewest letters, as a question.
 * @param letters how many may differ; empty when more do
 */
export function didYouMean(name: string, letters: number): string {
  const nearest = settingNames
    .map((setting) => ({ setting, distance: editDistance(name, setting) }))
    .toSorted((a, b) => a.distance - b.distance)[0];
  return nearest && nearest.distance <= letters ? ` Did you mean ${nearest.setting}?` : "";
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of a.split("").entries()) {
    const next = [i + 1];
    for (const [j, other] of b.split("").entries()) {
      next.push(Math.min((row[j] ?? 0) + Number(letter !== other), (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

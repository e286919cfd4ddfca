import { expect, test } from "vitest";
import { minute } from "../../../../src/lib/time.ts";
import { ben, cleo, joinable, noor } from "../../../support/linked/joined-accounts.ts";

const sayers = { maker: ben, giver: noor, stranger: cleo } as const;
const states = ["nothing", "code waits", "code given", "maker said yes", "giver has read", "joined"] as const;
const commands = ["/link", "/link CODE", "/link yes", "/link off"] as const;
const tricks = ["none", "said twice", "by an edit", "too late", "in a room"] as const;

type Case = {
  who: keyof typeof sayers;
  state: (typeof states)[number];
  command: (typeof commands)[number];
  trick: (typeof tricks)[number];
};
type Outcome = { code: boolean; offer: boolean; given: boolean; isJoined: boolean };

/** Who may do what, in the words of the product alone. */
function wanted({ who, state, command, trick }: Case): Outcome {
  const isHeard = trick === "none" || trick === "said twice";
  const asks = isHeard && command === "/link";
  const isJoined = state === "joined";
  const isBegun = state === "nothing" || state === "code waits";
  const reads =
    (who === "maker" && state === "code given") ||
    (who === "giver" && (state === "maker said yes" || state === "giver has read"));
  const ends = isHeard && command === "/link off" && who !== "stranger";
  const begins = isHeard && command === "/link yes" && who === "giver" && state === "giver has read";
  return {
    code: asks && (who === "stranger" || isBegun),
    offer: asks && reads,
    given: isHeard && command === "/link CODE" && who !== "maker" && state === "code waits",
    isJoined: begins || (isJoined && !ends),
  };
}

async function happens({ who, state, command, trick }: Case): Promise<Outcome> {
  const joined = await joinable();
  const { world, inPrivate, accountCode } = joined;
  const at = states.indexOf(state);
  const secret = at >= 1 ? await accountCode() : "x".repeat(22);
  if (at >= 2) await inPrivate(noor, `/link ${secret}`);
  if (at >= 3) for (const text of ["/link", "/link yes"]) await inPrivate(ben, text);
  if (at >= 4) await inPrivate(noor, "/link");
  if (at >= 5) await inPrivate(noor, "/link yes");
  world.skip(minute);

  const account = sayers[who];
  const [name, room] = account;
  const text = command.replace("CODE", secret);
  const networks = [world.network, ...(world.beside ? [world.beside] : [])];
  const before = networks.map(({ posts }) => posts.length);
  await joined.in(room, async () => {
    if (trick === "in a room") await world.says(name, room, text);
    if (trick === "too late") await world.says(name, undefined, text, { ago: 6 * minute });
    if (trick === "in a room" || trick === "too late") return;
    const said = world.command(name, undefined, text);
    await world.tell(trick === "by an edit" ? { ...said, edited: true } : said);
    if (trick === "said twice") await world.tell(said);
  });
  const posts = networks.flatMap((network, index) => network.posts.slice(before[index]));
  const ids = posts.flatMap(({ message }) => message.lines.map(({ id }) => id));
  // What names an account, or holds its code, is for one person.
  for (const { message } of posts)
    if (message.lines.some(({ id }) => /^accounts?-/.test(id))) expect(message.reader).toBe("one person");
  world.skip(minute);
  const outcome = {
    code: ids.includes("account-code"),
    offer: ids.includes("account-offer"),
    given: ids.includes("account-given") && command === "/link CODE",
    isJoined: (await inPrivate(ben, "/privacy")).includes("joined with another"),
  };
  expect((await inPrivate(noor, "/privacy")).includes("joined with another")).toBe(outcome.isJoined);
  expect(await inPrivate(cleo, "/privacy")).not.toContain("joined with another");
  world.forgetWorld();
  return outcome;
}

const cases = Object.keys(sayers).flatMap((who) =>
  states.flatMap((state) =>
    commands.flatMap((command) =>
      tricks.map((trick): Case => ({ who: who as keyof typeof sayers, state, command, trick })),
    ),
  ),
);

test(`of ${cases.length} ways to say /link in private, each does what its sayer may do there, and nothing else`, {
  timeout: 600_000,
}, async () => {
  expect(cases.length).toBeGreaterThan(350);
  const wrong: (Case & { is: Outcome })[] = [];
  for (const one of cases) {
    const is = await happens(one);
    if (JSON.stringify(is) !== JSON.stringify(wanted(one))) wrong.push({ ...one, is });
  }
  expect(wrong).toEqual([]);
});

import { expect, test } from "vitest";
import { minute, second } from "../../../src/lib/time.ts";
import { twoRooms } from "../../support/linked/linked-rooms.ts";

const roles = [
  "admin",
  "member",
  "non-member",
  "not said",
  "demoted",
  "anonymous admin",
  "admin, by an edit",
  "admin, too late",
] as const;
const states = ["code waits", "code given", "read", "linked"] as const;
const commands = ["/link", "/link CODE", "/link yes", "/link off"] as const;
const places = ["first", "other", "third"] as const;
const firsts = ["march", "water"] as const;

type Case = {
  first: (typeof firsts)[number];
  role: (typeof roles)[number];
  state: (typeof states)[number];
  command: (typeof commands)[number];
  place: (typeof places)[number];
};
type Outcome = { code: boolean; offer: boolean; given: boolean; isLinked: boolean };

/** Who may do what, in the words of the product alone. */
function wanted({ role, state, command, place }: Case): Outcome {
  const isAdmin = role === "admin";
  const waitsForYes = place === "first" && (state === "code given" || state === "read");
  const ends = command === "/link off" && place !== "third" && (isAdmin || role === "anonymous admin");
  const begins = command === "/link yes" && place === "first" && state === "read" && isAdmin;
  return {
    code: isAdmin && command === "/link" && !waitsForYes,
    offer: isAdmin && command === "/link" && waitsForYes,
    given: isAdmin && command === "/link CODE" && place !== "first" && state === "code waits",
    isLinked: begins || (state === "linked" && !ends),
  };
}

const adminOf: Record<string, string> = { march: "ana", water: "mia", well: "eve" };
const memberOf: Record<string, string> = { march: "ben", water: "noor", well: "fay" };

async function happens({ first, role, state, command, place }: Case): Promise<Outcome> {
  const linked = await twoRooms();
  const { world, says, code } = linked;
  await linked.in("well", async () => world.room("well", "eve", "fay"));
  const other = first === "march" ? "water" : "march";
  const room = { first, other, third: "well" }[place];
  const secret = await code(adminOf[first], first);
  if (state !== "code waits") await says(adminOf[other] ?? "", other, `/link ${secret}`);
  if (state === "read" || state === "linked") await says(adminOf[first] ?? "", first, "/link");
  if (state === "linked") await says(adminOf[first] ?? "", first, "/link yes");
  world.skip(minute);

  const network = room === "march" ? world.network : world.beside;
  if (!network) throw new Error("this world has two networks");
  const postsBefore = [world.network.posts.length, world.beside?.posts.length ?? 0];
  const text = command.replace("CODE", secret);
  const [admin = "", member = ""] = [adminOf[room], memberOf[room]];
  const who = role === "member" || role === "non-member" ? member : admin;
  await linked.in(room, async () => {
    if (role === "anonymous admin") return world.anonymousAdminSays(room, text);
    if (role === "admin, by an edit") return world.tell({ ...world.command(who, room, text), edited: true });
    if (role === "demoted") {
      // An admin still when it is said, and no longer when it can be worked on.
      const { comesBack } = network.goesAway();
      await world.receive(world.command(who, room, text));
      network.unmakeAdmin(room, who);
      comesBack();
      return world.pass(2 * second);
    }
    if (role === "non-member") network.exit(room, member);
    if (role === "not said") network.keepsSilentAbout(admin);
    await world.says(who, room, text, role === "admin, too late" ? { ago: 6 * minute } : {});
  });
  const posts = [...world.network.posts.slice(postsBefore[0]), ...(world.beside?.posts.slice(postsBefore[1]) ?? [])];
  const ids = new Set(posts.flatMap(({ message }) => message.lines.map(({ id }) => id)));
  // A code and what is read before a yes are never for the room.
  for (const { message } of posts)
    if (message.lines.some(({ id }) => id === "link-code" || id === "link-offer"))
      expect(message.reader).toBe("one person");

  world.skip(minute);
  // Somebody in each room whom no trick was played on.
  (first === "march" ? world.network : world.beside)?.enter(first, "pat");
  (other === "march" ? world.network : world.beside)?.enter(other, "quin");
  await linked.shares("pat", first, [52.7, 13]);
  const isLinked = (await linked.whereis("quin", other)).includes("52.70000");
  const outcome = {
    code: ids.has("link-code"),
    offer: ids.has("link-offer"),
    given: ids.has("link-given"),
    isLinked,
  };
  world.forgetWorld();
  return outcome;
}

const cases = firsts.flatMap((first) =>
  roles.flatMap((role) =>
    states.flatMap((state) =>
      commands.flatMap((command) => places.map((place): Case => ({ first, role, state, command, place }))),
    ),
  ),
);

test(`of ${cases.length} ways to say /link, each does what its sayer may do there, and nothing else`, {
  timeout: 600_000,
}, async () => {
  expect(cases.length).toBeGreaterThan(400);
  const wrong: (Case & { is: Outcome })[] = [];
  for (const one of cases) {
    const is = await happens(one);
    if (JSON.stringify(is) !== JSON.stringify(wanted(one))) wrong.push({ ...one, is });
  }
  expect(wrong).toEqual([]);
});

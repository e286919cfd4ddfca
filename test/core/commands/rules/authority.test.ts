import { expect, test } from "vitest";
import {
  type Asked,
  type Command,
  defineCommand,
  type Services,
} from "../../../../src/core/commands/define-command.ts";
import { commands } from "../../../../src/core/commands/index.ts";
import { type Network, personId, roomId } from "../../../../src/core/model/ids.ts";
import { text } from "../../../../src/core/text/texts.ts";
import { minute } from "../../../../src/lib/time.ts";
import { createWorld } from "../../../support/world/world.ts";

/** What is not among the commands, so that each kind of declaration is tried. */
const trial: Record<string, Command> = {
  adminstrial: defineCommand({
    where: "room",
    rights: { adminSays: () => true, refusal: async () => [text("admins-only", { what: "wipe" })] },
    run: async () => [],
  }),
  ownadminstrial: defineCommand({
    where: "room",
    asOneself: true,
    rights: { adminSays: (argument) => argument !== "", refusal: async () => [] },
    run: async () => [],
  }),
  asktrial: defineCommand({
    where: "room",
    effect: "question",
    rights: { adminSays: () => true, refusal: async () => [text("admins-only", { what: "wipe" })] },
    run: async () => [],
  }),
  roomendtrial: defineCommand({ where: "room", effect: "takes away", run: async () => [] }),
  privatetrial: defineCommand({ where: "private", asOneself: true, run: async () => [] }),
};
const all = new Map([...commands, ...Object.entries(trial)]);

const roles = ["member", "admin", "anonymous admin", "non-member", "not said", "demoted"] as const;
const places = ["room", "private", "left behind"] as const;
type Case = {
  name: string;
  argument: string;
  role: (typeof roles)[number];
  place: (typeof places)[number];
  canAllowLive: boolean;
};

/** Read off the declaration alone. */
function isAllowed({ name, argument, role, place, canAllowLive }: Case): boolean {
  const { where, asOneself, rights, needs, effect } = all.get(name) as Command;
  if (needs !== undefined && !canAllowLive) return false;
  if (where !== "both" && (where === "private") !== (place === "private")) return false;
  if (place === "private") return true;
  if (role === "anonymous admin" && asOneself) return false;
  if (effect === "takes away") return true;
  if (place === "left behind" || role === "non-member" || role === "not said") return false;
  return role === "admin" || role === "anonymous admin" || !rights?.adminSays(argument);
}

/** Rights may depend on the argument. */
const argumentsOf = (name: string) => (all.get(name)?.rights ? ["", "2h"] : [""]);

/** All commands, each noting when it is reached, and when it finds that a guard is missing. */
function watched() {
  const reached: string[] = [];
  const failed: unknown[] = [];
  const wrapped = [...all].map(([name, command]): [string, Command] => {
    const run: Command["run"] = (services, asked) => {
      reached.push(name);
      return command.run(services, asked).catch((error: unknown) => {
        failed.push(error);
        throw error;
      });
    };
    return [name, { ...command, run }];
  });
  return { reached, failed, commands: new Map(wrapped) };
}

/** Each case has a room and people of its own. */
async function tryAll(network: Network, canAllowLive: boolean) {
  const { reached, failed, commands: watching } = watched();
  const world = await createWorld({ network, commands: watching, ...(canAllowLive && { canAllowLive }) });
  const outcomes: (Case & { was: boolean; is: boolean })[] = [];
  for (const name of all.keys())
    for (const argument of argumentsOf(name))
      for (const role of roles)
        for (const place of places) {
          if (role === "anonymous admin" && place === "private") continue;
          const one: Case = { name, argument, role, place, canAllowLive };
          const [room, admin, member] = ["room", "ana", "ben"].map((who) => `${who}q${outcomes.length}x`) as [
            string,
            string,
            string,
          ];
          world.room(room, admin, member, "cleo");
          world.network.makeAdmin(room, "cleo");
          await world.says("cleo", room, "/help");
          if (place === "left behind") {
            const to = `${room}new`;
            world.room(to, admin, member, "cleo");
            await world.tell({ kind: "room-moved", from: roomId(network, room), to: roomId(network, to) });
          }
          reached.length = 0;
          const who = role === "admin" || role === "demoted" ? admin : member;
          if (role === "non-member") world.network.exit(room, member);
          if (role === "not said") world.network.keepsSilentAbout(member);
          const words = `/${name} ${argument}`.trim();
          const at = place === "private" ? undefined : room;
          if (role === "anonymous admin") await world.anonymousAdminSays(room, words);
          else if (role === "demoted") {
            // An admin still when it is said, and no longer when it can be worked on.
            const { comesBack } = world.network.goesAway();
            const incoming = world.command(who, at, words);
            await world.receive(incoming);
            world.network.unmakeAdmin(room, admin);
            comesBack();
          } else await world.says(who, at, words);
          await world.pass(minute);
          outcomes.push({ ...one, was: reached.includes(name), is: isAllowed(one) });
          reached.length = 0;
        }
  world.forgetWorld();
  return { outcomes, failed };
}

const networks = (["telegram", "matrix"] as const).flatMap((network) =>
  [true, false].map((canAllowLive) => ({ network, canAllowLive })),
);

test.each(networks)(
  "on $network (can allow live shares: $canAllowLive), each command runs for whom its declaration allows, and for nobody else",
  { timeout: 120_000 },
  async ({ network, canAllowLive }) => {
    const { outcomes, failed } = await tryAll(network, canAllowLive);
    expect(outcomes.filter(({ was, is }) => was && !is)).toEqual([]);
    expect(outcomes.filter(({ was, is }) => !was && is)).toEqual([]);
    expect(failed).toEqual([]);
    // Six roles in two rooms, five in private.
    expect(outcomes).toHaveLength([...all.keys()].flatMap(argumentsOf).length * 17);
    expect(outcomes.length).toBeGreaterThan(300);
  },
);

test("a command for admins that a member says is answered with its refusal, and never runs", async () => {
  const { reached, commands: watching } = watched();
  const world = await createWorld({ commands: watching });
  world.room("march", "ana", "ben");
  await world.says("ben", "march", "/adminstrial");
  expect(reached).toEqual([]);
  expect(world.last("march")).toContain("Only an admin");
  await world.says("ana", "march", "/adminstrial");
  expect(reached).toEqual(["adminstrial"]);
});

test("run rejects whoever reaches it past the guards", async () => {
  const room = { room: roomId("telegram", "march") };
  const person = personId("telegram", "ben");
  const inRoom = { place: "room", room, isAdmin: false, person };
  const inPrivate = { place: "private", person, alone: { person } };
  const reach = (name: string, from: object, argument = "") =>
    all.get(name)?.run({} as Services, { from, argument } as unknown as Asked);
  const missing = "a command was reached past its guards";
  await expect(reach("adminstrial", inRoom)).rejects.toThrow(missing);
  await expect(reach("ownadminstrial", inRoom, "2h")).rejects.toThrow(missing);
  await expect(reach("ownadminstrial", { ...inRoom, isAdmin: true, person: undefined })).rejects.toThrow(missing);
  await expect(reach("adminstrial", inPrivate)).rejects.toThrow(missing);
  await expect(reach("privatetrial", inRoom)).rejects.toThrow(missing);
  await expect(reach("adminstrial", { ...inRoom, isAdmin: true })).resolves.toEqual([]);
  await expect(reach("ownadminstrial", inRoom)).resolves.toEqual([]);
  await expect(reach("privatetrial", inPrivate)).resolves.toEqual([]);
});

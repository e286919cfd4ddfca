import { type Command, defineCommand } from "../../../../src/core/commands/define-command.ts";
import { commands } from "../../../../src/core/commands/index.ts";
import { hour } from "../../../../src/lib/time.ts";
import { createWorld, type Options, type World } from "../../../support/world/world.ts";

const broken = (effect?: "question" | "takes away"): Command =>
  defineCommand({
    where: "both",
    ...(effect && { effect }),
    run: () => Promise.reject(new TypeError("a fault of our own")),
  });
const all = new Map([
  ...commands,
  ["broken", broken()],
  ["brokenquestion", broken("question")],
  ["brokenend", broken("takes away")],
] as const);

/** Three who share, two of one name, in a room with two who do not; and commands that fail. */
export async function march(options: Options = {}) {
  const world = await createWorld({ commands: all, canAllowLive: true, ...options });
  world.room("march", "ana", "ben", "cleo", "alex1", "alex2");
  for (const who of ["alex1", "alex2"]) world.network.know(who, { name: "Alex" });
  for (const who of ["cleo", "alex1", "alex2"]) await world.shares(who, "march", { at: [53, 14], live: 3 * hour });
  return world;
}

/** What was said since, and to whom. */
export async function saidBy(world: World, say: () => Promise<unknown>) {
  const before = world.network.posts.length;
  const edits = () => world.network.posts.reduce((sum, post) => sum + post.edits, 0);
  const editsBefore = edits();
  await say();
  const posts = world.network.posts.slice(before);
  const edited = edits() > editsBefore ? world.network.posts.filter(({ edits }) => edits > 0).slice(-1) : [];
  return [...posts, ...edited].map(({ chat, message }) => ({ chat, reader: message.reader }));
}

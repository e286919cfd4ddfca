import { expect, test } from "vitest";
import { defineCommand } from "../../../../src/core/commands/define-command.ts";
import { commands } from "../../../../src/core/commands/index.ts";
import { words } from "../../../support/world/words.ts";

const run = async () => [];
const rights = { adminSays: () => true, refusal: async () => [words("no")] };

// tsc reads this file. Each line below that compiled would be an error: "Unused '@ts-expect-error' directive".
test("what cannot be held to does not compile", () => {
  // What takes something away asks no network who is an admin: with rights it would be refused to all.
  defineCommand({ where: "room", effect: "takes away", run });
  // @ts-expect-error no rights on what takes something away
  defineCommand({ where: "room", effect: "takes away", rights, run });

  // A private chat has no admins: what is said in both is everybody's own there.
  defineCommand({ where: "room", rights, run });
  defineCommand({ where: "both", rights, run });
  // @ts-expect-error no rights outside of a room
  defineCommand({ where: "private", rights, run });

  // /stop looks for what shares among what waits to be worked on, and only a person says /stop.
  defineCommand({ where: "both", asOneself: true, shares: true, run });
  // @ts-expect-error the room itself shares nothing
  defineCommand({ where: "both", shares: true, run });
  // @ts-expect-error a question shares nothing
  defineCommand({ where: "both", asOneself: true, effect: "question", shares: true, run });
  // @ts-expect-error nor does what takes something away
  defineCommand({ where: "both", asOneself: true, effect: "takes away", shares: true, run });

  // @ts-expect-error who is an admin is for `rights` to say, not for a list
  defineCommand({ where: "room", adminOnly: true, run });
});

test("lists show a command to admins only when nobody else may say its name alone", () => {
  const bare = { adminSays: (argument: string) => argument !== "", refusal: rights.refusal };
  expect(defineCommand({ where: "room", rights, run }).adminOnly).toBe(true);
  expect(defineCommand({ where: "room", rights: bare, run }).adminOnly).toBeUndefined();
  expect(defineCommand({ where: "room", run }).adminOnly).toBeUndefined();
  expect([...commands].filter(([, { adminOnly }]) => adminOnly).map(([name]) => name)).toEqual([
    "link",
    "wipe",
    "allowlive",
  ]);
});

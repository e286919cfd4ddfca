import { describe, expect, test } from "vitest";
import type { OnePersonIn } from "../../src/core/model/audience.ts";
import type { Turn } from "../../src/core/model/boards.ts";
import { bareId, type MessageRef, networkOf, personId, roomId } from "../../src/core/model/ids.ts";
import type { ChatNetwork, EditingNetwork } from "../../src/core/model/ports.ts";
import { commandOf, requestChoices, requestLabels } from "../../src/core/model/request.ts";
import { text } from "../../src/core/text/texts.ts";
import { failureOf, lastMessage, type NetworkHarness, type Without } from "../support/networks/harness.ts";
import { allIn, gather, newKey, readers, toOne, toRoom } from "../support/networks/march.ts";
import { describeIncoming } from "./network-incoming.ts";

const edits = (network: ChatNetwork): network is EditingNetwork => network.edit !== undefined;

/**
 * Holds a network to what the core relies on.
 * @param start gives a network with nobody on it, to be ended by the test's own means
 */
export function describeNetwork(name: string, start: () => Promise<NetworkHarness>, without: Without = {}): void {
  const begin = async () => gather(await start());

  describe(`${name} as a network`, () => {
    test("has the name with which its ids begin", async () => {
      const { network, march, ana } = await begin();
      expect([networkOf(march), networkOf(ana)]).toEqual([network.network, network.network]);
    });

    describe("sending", () => {
      test("shows a message for a room in that room, and nowhere else", async () => {
        const at = await begin();
        const refs = await at.network.send({ room: at.march }, toRoom("for the march"), newKey());
        expect(refs.length).toBeGreaterThan(0);
        expect(readers(at, "for the march")).toEqual(allIn("march"));
      });

      test("shows a message for one person in their private chat, and nowhere else", async () => {
        const at = await begin();
        await at.network.send({ person: at.ben }, toOne("for Ben"), newKey());
        expect(readers(at, "for Ben").every((reader) => reader.endsWith(" in ben"))).toBe(true);
        expect(readers(at, "for Ben")).toContain("ben in ben");
      });

      test("refuses to show a room what is for one person", async () => {
        const at = await begin();
        const sent = at.network.send({ room: at.march }, toOne("for Ben"), newKey());
        expect(await failureOf(sent)).toBe("refused");
        expect(readers(at, "for Ben")).toEqual([]);
      });

      test("tells one person who asked in a room, and nobody else: in place, or in the private chat once that person is there", async () => {
        const at = await begin();
        await at.says(at.ben, at.march, "/whereis");
        const to: OnePersonIn = { person: at.ben, within: { room: at.march } };
        const sent = await failureOf(at.network.send(to, toOne("for Ben"), newKey(), lastMessage(at.received)));
        const where = at.network.capabilities.whispers === "in place" ? "ben in march" : "ben in ben";
        if (sent === "done") expect(readers(at, "for Ben")).toEqual([where]);
        else expect([sent, readers(at, "for Ben")]).toEqual([expect.stringMatching(/^(refused|not joined)$/), []]);
      });

      test("offers replies in private, whose choice comes back as what it says; a room is refused them", async () => {
        const at = await begin();
        const replies = requestChoices.map((choice) => ({
          label: text(requestLabels[choice]),
          command: commandOf(choice),
        }));
        const offer = { ...toOne("for Ben"), keyboard: { kind: "replies", replies } } as const;
        expect(await failureOf(at.network.send({ room: at.march }, offer, newKey()))).toBe("refused");
        await at.network.send({ person: at.ben }, offer, newKey());
        for (const [index, choice] of requestChoices.entries()) {
          await at.chooses(at.ben, index + 1);
          const said = at.received.findLast(({ kind }) => kind === "command");
          // By its number, where the network has no keys.
          const ways = [commandOf(choice), `choose ${index + 1}`];
          expect(said?.kind === "command" && [said.from, ways.includes(`${said.name} ${said.argument}`)]).toEqual([
            { person: at.ben },
            true,
          ]);
        }
        await at.network.send({ person: at.ben }, { ...toOne("over"), keyboard: { kind: "none" } }, newKey());
        expect(readers(at, "over")).toContain("ben in ben");
      });

      test("says what is only for an open private chat where one is open", async () => {
        const at = await begin();
        await at.says(at.ben, undefined, "/help");
        await at.network.send({ person: at.ben }, { ...toOne("if open"), onlyIfOpen: true, silent: true }, newKey());
        expect(readers(at, "if open")).toContain("ben in ben");
      });

      test("refuses rooms and people of another network", async () => {
        const at = await begin();
        const [room, person] = [roomId("elsewhere", bareId(at.march)), personId("elsewhere", bareId(at.ben))];
        expect(await failureOf(at.network.send({ room }, toRoom("lost"), newKey()))).toBe("refused");
        expect(await failureOf(at.network.send({ person }, toOne("lost"), newKey()))).toBe("refused");
        expect(readers(at, "lost")).toEqual([]);
      });

      test("does not deliver to a room that is not there", async () => {
        const at = await begin();
        const sent = await failureOf(at.network.send({ room: at.nowhere }, toRoom("lost"), newKey()));
        expect(["refused", "gone"]).toContain(sent);
      });

      test("shows once what is sent twice under one key, where it says that it knows repeats", async () => {
        const at = await begin();
        const { network } = at;
        if (!network.capabilities.knowsRepeats) return expect(network.sentBefore?.name).toBeUndefined();
        const key = newKey();
        const to = { room: at.march };
        expect(await network.sentBefore?.(to, key)).toSatisfy((refs) => refs === undefined || refs.length === 0);
        const refs = await network.send(to, toRoom("said once"), key);
        expect(await network.send(to, toRoom("said once"), key)).toEqual(refs);
        if (network.sentBefore) expect(await network.sentBefore(to, key)).toEqual(refs);
        expect(at.shown(at.march).join("\n").split("said once")).toHaveLength(2);
      });

      test("tells how long a chat has to wait, where it has limits", async () => {
        const at = await begin();
        const slot = at.network.takeSlot?.({ room: at.march }) ?? 0;
        expect(Number.isFinite(slot) && slot >= 0).toBe(true);
      });
    });

    describe("what was sent", () => {
      test("reads differently once it is edited, on networks that edit", async () => {
        const at = await begin();
        const [ref] = await at.network.send({ room: at.march }, toRoom("first words"), newKey());
        if (!edits(at.network)) return expect(at.network).not.toHaveProperty("isNewest");
        await at.network.edit(ref!, toRoom("other words"));
        expect(readers(at, "first words")).toEqual([]);
        expect(readers(at, "other words")).toEqual(allIn("march"));
      });

      test("is not edited to show a room what is for one person", async () => {
        const at = await begin();
        const [ref] = await at.network.send({ room: at.march }, toRoom("for all"), newKey());
        if (edits(at.network)) expect(await failureOf(at.network.edit(ref!, toOne("for Ben")))).toBe("refused");
        expect(readers(at, "for Ben")).toEqual([]);
      });

      test("can be kept up to date as a board, without any of what it said before; or the network says why not", async () => {
        const at = await begin();
        const { network, march } = at;
        expect(network.boards === undefined).toBe(network.words.noBoard !== undefined);
        if (network.boards === undefined) return;
        const bare = { ...toRoom("bare"), silent: true } as const;
        expect(network.boards.fits(march, bare)).toBe(true);
        const [ref, more] = await network.send({ room: march }, bare, newKey());
        expect(more).toBeUndefined();
        for (const said of ["said first", "said next"]) await network.edit?.(ref!, { ...toRoom(said), silent: true });
        await network.edit?.(ref!, { ...toRoom("said next"), silent: true });
        expect([readers(at, "bare"), readers(at, "said first")]).toEqual([[], []]);
        expect(readers(at, "said next")).toEqual(allIn("march"));
        await at.says(at.ben, at.march, "/whereis");
        expect(network.boards.isNear(ref!, lastMessage(at.received))).toBe(true);
        expect(
          ["behind others", "at once"].map((turn) => network.takeSlot?.({ room: march }, turn as Turn) ?? 0),
        ).toEqual([expect.any(Number), 0]);
      });

      test("can be removed, also a second time", async () => {
        const at = await begin();
        for (const [to, message] of [
          [{ room: at.march }, toRoom("to be gone")],
          [{ person: at.ben }, toOne("to be gone")],
        ] as const) {
          const refs = await at.network.send(to, message, newKey());
          for (const ref of [...refs, ...refs]) await at.network.remove(ref);
        }
        expect(readers(at, "to be gone")).toEqual([]);
      });

      test("is all that is edited away: what somebody else said is removed or stays", async () => {
        const at = await begin();
        await at.says(at.ben, at.march, "/whereis");
        const before = at.shown(at.march);
        const removed = await failureOf(at.network.remove(lastMessage(at.received), true));
        expect(["done", "refused"]).toContain(removed);
        expect(at.shown(at.march)).toEqual(before);
      });

      test("is not found by a reference that it never gave, and no other error comes of that", async () => {
        const { network } = await begin();
        const ref = "no reference of anybody" as MessageRef;
        if (edits(network)) expect(["refused", "done"]).toContain(await failureOf(network.edit(ref, toRoom("lost"))));
        expect(["refused", "done"]).toContain(await failureOf(network.remove(ref)));
        expect(["refused", "done"]).toContain(await failureOf(network.acknowledge(ref)));
      });

      test("is not the newest after somebody else has spoken", async () => {
        const at = await begin();
        await at.says(at.ana, at.march, "/whereis");
        const [ref] = await at.network.send({ room: at.march }, toRoom("an answer"), newKey());
        await at.says(at.ben, at.march, "/whereis");
        await at.says(at.ana, at.march, "/whereis");
        expect(at.network.isNewest?.(ref!, lastMessage(at.received)) ?? false).toBe(false);
      });
    });

    describe("asking", () => {
      test("tells who is a member, by what name, and who is an admin", async () => {
        const { network, march, ana, ben, eve } = await begin();
        expect(await network.membership(march, ana)).toMatchObject({ kind: "member", isAdmin: true });
        const member = await network.membership(march, ben);
        expect(member).toMatchObject({ kind: "member", isAdmin: false });
        expect(member.kind === "member" && member.name).toMatch(/ben/i);
        expect(await network.membership(march, eve)).toEqual({ kind: "not a member" });
      });

      test("calls nobody a member who has left, nor of a room that is not there", async () => {
        const { network, march, ana, ben, leaves, nowhere } = await begin();
        await leaves(ben, march);
        expect(await network.membership(march, ben)).toEqual({ kind: "not a member" });
        expect((await network.membership(nowhere, ana)).kind).not.toBe("member");
      });

      test("tells what a room is called, and what the bot can do there", async () => {
        const { network, march } = await begin();
        expect(await network.roomName(march)).toBe("march");
        expect(await network.standing(march)).toEqual({
          isAdmin: expect.any(Boolean),
          hearsEverything: expect.any(Boolean),
        });
      });
    });

    const cutOff =
      "while the wire is cut, everything is for later, nobody is called a member, and afterwards it goes on";
    const goesOn = async () => {
      const at = await begin();
      const { network, march, ben } = at;
      const [ref] = await network.send({ room: march }, toRoom("before"), newKey());
      await at.says(ben, march, "/whereis");
      const mend = at.cut!();
      expect(await failureOf(network.send({ room: march }, toRoom("meanwhile"), newKey()))).toBe("later");
      if (edits(network)) expect(await failureOf(network.edit(ref!, toRoom("edited")))).toBe("later");
      expect(await failureOf(network.remove(ref!))).toBe("later");
      expect(["later", "done"]).toContain(await failureOf(network.acknowledge(lastMessage(at.received))));
      const asked = network.membership(march, ben).then(({ kind }) => expect(kind).toBe("unconfirmed"));
      expect(["later", "done"]).toContain(await failureOf(asked));
      mend();
      await network.send({ room: march }, toRoom("after"), newKey());
      expect(at.shown(march).some((text) => text.includes("after"))).toBe(true);
    };
    if (!without.wire) test(cutOff, goesOn);

    describeIncoming(begin, without);
  });
}

import { describe, expect, test } from "vitest";
import { hour, minute } from "../../../../src/lib/time.ts";
import { march, none, says, shownIn, stored } from "./meeting.ts";

describe("/meet", () => {
  test("alone says that there is none, and how to set one", async () => {
    const world = await march();
    expect(await says(world, "ben", "/meet")).toBe(
      `${none}\nAdmins of this room can set one: /meet here, /meet 52.5200 13.4050 at 15:30. To take it back: /meet off.`,
    );
  });

  test("with numbers is announced to the room in one sentence, with its time and for how long it is kept", async () => {
    const world = await march();
    expect(await says(world, "ana", "/meet 52.5200 13.4050 at 15:30")).toBe(
      "New meeting point: 52.5200, 13.4050, at 15:30. Kept for 1 hour.",
    );
    await world.pass(20 * minute);
    expect(await says(world, "ben", "/meet")).toContain(
      "The meeting point is 52.5200, 13.4050, at 15:30. Kept for 40 minutes.",
    );
  });

  test("is set and taken back by admins only", async () => {
    const world = await march();
    await says(world, "ana", "/meet 52.52 13.405");
    for (const words of ["/meet 53 14", "/meet here", "/meet off", "/meet x"])
      expect(await says(world, "ben", words)).toContain("Only an admin of this room can set where people meet.");
    expect(await says(world, "ben", "/meet")).toContain("52.52, 13.405");
    await world.anonymousAdminSays("march", "/meet 53.1 14.2");
    expect(await says(world, "ben", "/meet")).toContain("53.1, 14.2");
  });

  test("here takes the admin's own position, as the room may see it", async () => {
    const world = await march();
    expect(await says(world, "ana", "/meet here")).toContain("I do not know where you are now.");
    await world.shares("ana", "march", { at: [52.52, 13.405], live: hour });
    expect(await says(world, "ana", "/meet here")).toContain("New meeting point: 52.52000, 13.40500.");
  });

  test("here takes no square for a place, and no position that is too old", async () => {
    const world = await march();
    await world.shares("ana", "march", { at: [52.52, 13.405], live: hour });
    await says(world, "ana", "/precision 1km");
    expect(await says(world, "ana", "/meet here")).toContain("only in a square of 1 kilometre");
    await says(world, "ana", "/precision exact");
    await world.pass(6 * minute);
    expect(await says(world, "ana", "/meet here")).toContain("I do not know where you are now.");
    expect(await says(world, "ben", "/meet")).toContain(none);
  });

  test("here does not know where admins are who speak as the room", async () => {
    const world = await march();
    await world.anonymousAdminSays("march", "/meet here");
    expect(world.last("march")).toContain("You speak as the room itself");
  });

  test("changes nothing by what it cannot read, and says what that was", async () => {
    const world = await march();
    await says(world, "ana", "/meet 52.52 13.405 at 15:30");
    expect(await says(world, "ana", "/meet nowhere")).toContain("I could not read “nowhere” as a place.");
    expect(await says(world, "ana", "/meet here at 25:00")).toContain("I did not understand “25:00” as a time of day.");
    expect(await says(world, "ana", "/meet 0 0")).toContain("I could not read “0 0” as a place.");
    expect(await says(world, "ana", "/meet 52,13")).toContain("“52,13” can mean two places.");
    expect(await says(world, "ben", "/meet")).toContain("52.52, 13.405, at 15:30");
  });

  test("off destroys it, and deletes what showed it", async () => {
    const world = await march();
    await world.shares("ben", "march", { at: [52.53, 13.405], live: hour });
    await says(world, "ana", "/meet 52.5200 13.4050");
    await says(world, "cleo", "/whereis");
    await says(world, "cleo", "/meet");
    await world.says("cleo", undefined, "/whereis");
    const { row, key } = await stored(world);
    expect(await says(world, "ana", "/meet off")).toBe(
      "This room has no meeting point any more. Answers that showed it are deleted.",
    );
    await world.tick();
    expect(shownIn(world)).not.toContain("52.5200,");
    expect(world.shown("cleo").join()).not.toContain("52.5200,");
    expect(await says(world, "ben", "/meet")).toContain(none);
    expect(await says(world, "ana", "/meet off")).toBe(none);
    expect(await world.seal.open(key, row)).toBeUndefined();
  });
});

describe("an answer to /whereis", () => {
  test("says how far each person is from the meeting point, and where that is", async () => {
    const world = await march();
    await says(world, "ana", "/meet 52.52000 13.40500 at 15:30");
    await world.shares("ben", "march", { at: [52.5227, 13.405], live: hour });
    await world.shares("cleo", "march", { at: [52.52, 13.40501], live: hour });
    const said = await says(world, "ana", "/whereis");
    expect(said).toContain("That is 300 metres north of the meeting point.");
    expect(said).toContain("That is less than 11 metres from the meeting point.");
    expect(said).toContain("The meeting point is 52.52000, 13.40500, at 15:30. Kept for 1 hour.");
    expect(await says(world, "ana", "/whereis ben")).toContain("300 metres north of the meeting point");
    expect(await says(world, "cleo", "/whereis nearest")).toContain("300 metres north of the meeting point");
    await world.says("ana", undefined, "/whereis");
    expect(world.last("ana")).toContain("300 metres north of the meeting point");
  });

  test("says it where nobody shares", async () => {
    const world = await march();
    await says(world, "ana", "/meet 52.5200 13.4050");
    expect(await says(world, "ben", "/whereis")).toContain("The meeting point is 52.5200, 13.4050. Kept for 1 hour.");
  });

  test("tells the distance of the square of who chose one, wherever in it they are", async () => {
    const said = new Set<string>();
    for (const north of [52.5301, 52.5309, 52.532]) {
      const world = await march();
      await says(world, "ana", "/meet 52.52000 13.40500");
      await says(world, "ben", "/precision 1km");
      await world.shares("ben", "march", { at: [north, 13.411], live: hour });
      const answer = await says(world, "ana", "/whereis ben");
      said.add(/That is .* meeting point\./.exec(answer)?.[0] ?? "");
    }
    expect(said.size).toBe(1);
    expect([...said].join()).toContain("meeting point.");
  });

  test("goes when the meeting point is over, though its people share on", async () => {
    const world = await march();
    await says(world, "ana", "/meet 52.5200 13.4050");
    await world.pass(30 * minute);
    await world.shares("ben", "march", { at: [53, 14], live: 5 * hour });
    expect(await says(world, "ana", "/whereis")).toContain("52.5200");
    await world.pass(30 * minute);
    expect(shownIn(world)).not.toContain("52.5200");
  });
});

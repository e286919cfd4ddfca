import type { Faults } from "../fault.ts";

const points = "src/core/rooms/meeting-points.ts";

/** Where people of a room meet. */
export const meeting: Faults = {
  "A meeting point is set and taken back by admins alone; after the expiry of its room, a day at the latest, `/meet off` or `/wipe`, no copy of it opens.":
    [
      [
        "admins alone",
        [
          "src/core/commands/choices/meet.ts",
          'adminSays: (argument) => argument !== "",',
          'adminSays: (argument) => argument === "always",',
        ],
      ],
      ["its key is destroyed", [points, "await seal.destroyMember(undefined, meetingOf(circle));", ""]],
      ["a day at the latest", [points, "later(setAt, Math.min(expiry, day))", "later(setAt, expiry)"]],
      ["a shorter expiry", ["src/core/commands/expiry.ts", "await meetings.shorten(circle, expiry);", ""]],
      [
        "wiped",
        [
          "src/core/sharing/ending/room-changes.ts",
          "await meetings.end(circle);\n    await circles.partAll",
          "await circles.partAll",
        ],
      ],
    ],
};

import { readEvent } from "../../../../src/bots/matrix/receive/read-event.ts";
import type { RoomEvent } from "../../../../src/bots/matrix/receive/room-event.ts";
import { instant } from "../../../../src/lib/time.ts";

/** Events as Synapse hands them to a client; times are milliseconds. */

export const me = "@whereat:example.org";
export const ana = "@ana:example.org";
export const ben = "@ben:example.net";
export const sentAt = 1_795_445_600_000;
export const now = instant(sentAt + 1000);

type Parts = Record<string, unknown>;

export const event = (type: string, content: unknown, parts: Parts = {}) => ({
  type,
  content,
  event_id: "$event",
  sender: ana,
  origin_server_ts: sentAt,
  ...parts,
});
export const message = (content: unknown, parts: Parts = {}) => event("m.room.message", content, parts);
export const text = (body: string, more: Parts = {}, parts: Parts = {}) =>
  message({ msgtype: "m.text", body, ...more }, parts);
export const location = (geo_uri: unknown, more: Parts = {}) => message({ msgtype: "m.location", geo_uri, ...more });
export const beaconInfo = (content: Parts = {}, parts: Parts = {}) =>
  event(
    "org.matrix.msc3672.beacon_info",
    { live: true, timeout: 3_600_000, "org.matrix.msc3488.ts": sentAt, ...content },
    { state_key: ana, event_id: "$info", ...parts },
  );
export const point = (uri: unknown, content: Parts = {}, parts: Parts = {}) =>
  event(
    "org.matrix.msc3672.beacon",
    {
      "m.relates_to": { rel_type: "m.reference", event_id: "$info" },
      "org.matrix.msc3488.location": { uri },
      "org.matrix.msc3488.ts": sentAt,
      ...content,
    },
    parts,
  );

export const read = (given: unknown): RoomEvent | undefined =>
  readEvent(given, { userId: me, names: ["Where At"] }, now);

import { type Instant, instant, later } from "../../../lib/time.ts";
import type { CircleId, PersonId, RoomId } from "../../model/ids.ts";
import { linkCodeLasts } from "../../model/limits.ts";
import { recordKeys } from "../../storage/records/record-keys.ts";
import { type Text, text } from "../../text/texts.ts";
import type { Services } from "../define-command.ts";

/** 128 random bits, as RandomId makes them. */
export const isCode = (argument: string) => /^[\w-]{22}$/.test(argument);

/** Of what a code was made: a room, or an account. `number` tells it from older ones of the same. */
type CodeOf = { circle: CircleId; room: RoomId } | { person: PersonId };
type Numbered = { number: string; until: Instant };

/** @returns the code, which is kept nowhere, and by what its room or account knows it: to be kept there before anybody is told the code */
export async function makeCode(
  { records, newId }: Services,
  of: CodeOf,
  now: Instant,
  keep: (made: Numbered) => Promise<void>,
): Promise<string> {
  const [code, number, until] = [newId(), newId(), later(now, linkCodeLasts)];
  await keep({ number, until });
  await records.set(recordKeys.linkCode(code), { ...of, number }, until);
  return code;
}

/** What somebody's code was made of, if it is one. Who tries many is told so. */
export async function tryCode({ records, mayTry }: Services, person: PersonId, argument: string) {
  if (!mayTry(person)) return { refused: [text("link-too-many", { within: linkCodeLasts })] as readonly Text[] };
  return { found: isCode(argument) ? await records.get(recordKeys.linkCode(argument)) : undefined };
}

/** One that was put back with lost data may have been used, or refused, since. */
export const isGoing = ({ shares }: Services, { until }: { until: Instant }, now: Instant): boolean =>
  until > now && !shares.isFromBeforeLoss(instant(until - linkCodeLasts));

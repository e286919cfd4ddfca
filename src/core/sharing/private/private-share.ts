import { type Clock, later } from "../../../lib/time.ts";
import { isNoFix } from "../../geo/coordinates.ts";
import { type Effect, forEverybody, forOnePerson, hintTo, toPerson } from "../../model/effects.ts";
import type { CircleId, PersonId, RandomId, ShareId } from "../../model/ids.ts";
import type { PositionIncoming } from "../../model/incoming.ts";
import { handledKept, maxShareLength } from "../../model/limits.ts";
import type { Message } from "../../model/message.ts";
import type { Seal } from "../../model/ports.ts";
import type { AnswerExpiry } from "../../queue/answer-expiry.ts";
import { adviceOn } from "../../rooms/admin-advice.ts";
import type { Circles } from "../../rooms/circles.ts";
import type { Members, Networks } from "../../rooms/membership.ts";
import { roomsToldApart } from "../../rooms/told-apart.ts";
import { recordKeys } from "../../storage/records/record-keys.ts";
import type { SealedRecords } from "../../storage/records/sealed-records.ts";
import { type Text, text } from "../../text/texts.ts";
import type { Requests } from "../requests/requests.ts";
import type { SayRequests } from "../requests/say-requests.ts";
import { toldAcross } from "../seen/reach.ts";
import { createWhoCanSee } from "../seen/who-can-see.ts";
import { canBegin, heldOf, type Report } from "../share-plan.ts";
import type { Shares } from "../shares.ts";
import { answered, type Destination, limited } from "./destination.ts";
import { createHeldShares } from "./held-share.ts";

/** What only the sharer is told. */
export type Said = Pick<Message<"one person">, "lines" | "choices" | "asked" | "keyboard">;

/** What is said to the sharer, and what follows for others. */
export type Told = { said: Said; effects: readonly Effect[] };

const said = (...lines: Text[]): Said => ({ lines });
const only = (...lines: Text[]): Told => ({ said: said(...lines), effects: [] });

export interface PrivateShare {
  /** @returns what to say: only to the first message of a share, never to an update */
  report(incoming: PositionIncoming): Promise<readonly Effect[]>;
  /** @returns undefined when a network has to be asked where the position may go: `report` does that */
  reportAtOnce(incoming: PositionIncoming): Promise<readonly Effect[] | undefined>;
  /**
   * The sharer says which circle the waiting share is for.
   * @param circle undefined when the choice was not on the list
   * @param command the id of the command with the choice
   * @param question the id of the question that it answers; undefined for the latest
   * @returns what to say, and what follows from it
   */
  choose(person: PersonId, circle: CircleId | undefined, command: string, question?: string): Promise<Told>;
  /** what to say when this command has made a choice already, and comes again because the program died */
  chosenBefore(person: PersonId, command: string): Promise<Told | undefined>;
  /** the circles that the waiting share can go to, in the order of the list that the sharer was shown */
  choices(person: PersonId): Promise<readonly CircleId[]>;
  /** ends one share in every circle, also one that waits for a choice */
  end(person: PersonId, share: ShareId): Promise<void>;
  /** destroys a position, if it is still the latest; its share goes on. @param order as of the position */
  removePosition(person: PersonId, order: number): Promise<void>;
  /** whether there is anything for endAll to end */
  isSharing(person: PersonId): Promise<boolean>;
  /** ends everything that the person shares anywhere, and forgets what waits */
  endAll(person: PersonId): Promise<void>;
}

type Parts = {
  records: SealedRecords;
  seal: Seal;
  circles: Circles;
  shares: Shares;
  requests: Requests;
  sayRequests: SayRequests;
  members: Members;
  networks: Networks;
  answerExpiry: Pick<AnswerExpiry, "endQuestions">;
  newId: RandomId;
  clock: Clock;
};

/** Finds the circle for a share that was sent in private. */
export function createPrivateShare(parts: Parts): PrivateShare {
  const { records, circles, shares, requests, sayRequests, members, newId, clock } = parts;
  const held = createHeldShares(parts);
  const whoCanSee = createWhoCanSee(parts);
  const say = (person: PersonId, content: Said): Effect[] => [toPerson({ person }, forOnePerson(content))];
  const tell = (person: PersonId, told: Told): Effect[] => [...say(person, told.said), ...told.effects];

  async function start(person: PersonId, circle: CircleId, report: Report): Promise<Told> {
    const reported = await shares.report(circle, person, report);
    if (reported === "too many") return only(text("too-many-shares"));
    if (reported !== "open") return only(text("share-over"));
    const { effects, wasSeen } = await sayRequests.shared(person, circle);
    const seen = await whoCanSee(person, circle, report.share);
    return { said: wasSeen ? { ...seen, keyboard: { kind: "none" } } : seen, effects };
  }

  const settle = ({ share }: Report, to: Destination) =>
    records.set(recordKeys.destination(share), to, later(clock(), maxShareLength));

  /** Handles a share whose circle is known, or that already waits for a choice. */
  async function reportSettled(incoming: PositionIncoming): Promise<readonly Effect[] | undefined> {
    const { person } = incoming.from;
    const destination = await records.get(recordKeys.destination(incoming.share));
    if (destination === undefined) return (await shares.isClosed(incoming.share)) ? [] : undefined;
    if (destination.circle !== null) {
      if (destination.once && !incoming.first) return [];
      const report = limited(incoming, destination);
      if (incoming.first) return tell(person, await start(person, destination.circle, report));
      await shares.report(destination.circle, person, report);
      return [];
    }
    if (incoming.first || (await shares.isClosed(incoming.share))) return incoming.first ? undefined : [];
    const waiting = await held.of(person);
    // What waited may be forgotten by now. Then the update waits in its place, with the same question.
    if (waiting?.share !== incoming.share) return undefined;
    if (canBegin(incoming, clock()))
      await held.hold(person, { ...heldOf(incoming), choices: waiting.choices, question: waiting.question });
    return [];
  }

  async function reportUnsettled(incoming: PositionIncoming): Promise<readonly Effect[]> {
    const { person } = incoming.from;
    const isOver = async () =>
      (await shares.isClosed(incoming.share)) || (await shares.isVoid(person, incoming.startedAt));
    if (await isOver()) return [];
    const destination = await records.get(recordKeys.destination(incoming.share));
    const { confirmed: known, unconfirmed } = await members.circlesOf(person);
    // The sharer may have said /stop while the network was asked.
    if (await isOver()) return [];
    if (known.length === 0)
      return say(
        person,
        unconfirmed
          ? said(text("position-not-kept"), text("rooms-unconfirmed", { advice: adviceOn(unconfirmed) }))
          : said(text("nothing-shared-yet")),
      );
    const [request] = destination === undefined ? await requests.of(person) : [];
    const to = request && answered(request, incoming);
    if (to && known.some(({ circle }) => circle === to.circle)) {
      // Settled first: cut off, it goes on with the limits that were chosen.
      await settle(incoming, to);
      return tell(person, await start(person, to.circle, limited(incoming, to)));
    }
    const named = known.filter((acquaintance) => acquaintance.named);
    const [single] = named;
    // While somebody waits for an answer, nothing goes to a room that was named for something else.
    if (single && named.length === 1 && destination === undefined && !request) {
      const started = await start(person, single.circle, incoming);
      await settle(incoming, { circle: single.circle });
      return tell(person, started);
    }
    if (!canBegin(incoming, clock())) return incoming.first ? say(person, said(text("share-over"))) : [];
    const before = await held.of(person);
    // A number means a room of the list that was shown, even if the person was seen in other rooms since then.
    const choices = before?.share === incoming.share ? before.choices : known.map(({ circle }) => circle);
    const question = (destination?.circle === null ? destination.question : undefined) ?? newId();
    const waitsUntil = await held.hold(person, { ...heldOf(incoming), choices, question });
    if (waitsUntil === undefined || (destination !== undefined && !incoming.first)) return [];
    const rooms = choices.map(async (circle) => {
      const since = known.find((acquaintance) => acquaintance.circle === circle)?.since;
      return { room: await members.roomName(circle), ...(since !== undefined && { since }) };
    });
    const labels = roomsToldApart(await Promise.all(rooms), clock());
    const listed = labels.map((label, index) => ({ label, command: `choose ${choices[index]} ${question}` }));
    const { live, startedAt, until = later(startedAt, maxShareLength) } = incoming;
    // A live share waits anew with each update.
    const asked = { about: "rooms", until: live ? until : waitsUntil } as const;
    await requests.setNumbers(person, "rooms");
    // This is stored last. If the program dies before, the question is asked again.
    await settle(incoming, { circle: null, question });
    return say(person, { ...said(text("which-room")), choices: listed, asked });
  }

  async function reportAtOnce(incoming: PositionIncoming): Promise<readonly Effect[] | undefined> {
    const { person, place } = incoming.from;
    if (shares.isFromBeforeLoss(incoming.startedAt)) return [];
    // A live share begins or goes on as soon as its phone knows where it is.
    if (isNoFix(incoming.position)) {
      if (incoming.live) return [];
      const lines = [text("no-fix")];
      return place ? [hintTo(place, person, forEverybody({ lines }))] : say(person, { lines });
    }
    if (!place) return reportSettled(incoming);
    const circle = await circles.of(place.room);
    if ((await shares.report(circle, person, incoming)) !== "open" || !incoming.first) return [];
    const effects = await sayRequests.sharedInRoom(person, circle);
    const across = await toldAcross(parts, circle, place, incoming);
    return [{ kind: "acknowledge", to: place, message: incoming.message }, ...across, ...effects];
  }

  return {
    reportAtOnce,
    report: async (incoming) => (await reportAtOnce(incoming)) ?? reportUnsettled(incoming),

    async chosenBefore(person, command) {
      const chosen = await records.get(recordKeys.chosen(person));
      if (chosen?.command !== command) return undefined;
      const { effects } = await sayRequests.shared(person, chosen.circle);
      return { said: await whoCanSee(person, chosen.circle, chosen.share), effects };
    },

    async choose(person, circle, command, question) {
      const waiting = await held.of(person);
      const chosen = await records.get(recordKeys.chosen(person));
      // The same button was pressed twice, or another one under the same question.
      if (chosen && question === chosen.question)
        return { said: await whoCanSee(person, chosen.circle, chosen.share), effects: [] };
      if (!waiting) return only(text("nothing-waits"));
      if (question !== undefined && question !== waiting.question) return only(text("asked-before"));
      if (!circle || !waiting.choices.includes(circle)) return only(text("not-your-room"));
      const membership = await members.inCircle(circle, person);
      if (membership.kind === "unconfirmed") return only(text("choice-not-now", { advice: adviceOn(membership.why) }));
      if (membership.kind !== "member") return only(text("not-your-room"));
      await requests.setNumbers(person, "request");
      await circles.meet(person, circle, { named: true });
      await settle(waiting, { circle });
      const started = await start(person, circle, waiting);
      const made = { command, question: waiting.question, circle, share: waiting.share };
      await records.set(recordKeys.chosen(person), made, later(clock(), handledKept));
      await held.forget(person);
      return started;
    },

    choices: async (person) => (await held.of(person))?.choices ?? [],

    async end(person, share) {
      await shares.close(share);
      for (const { circle } of await circles.acquaintances(person)) await shares.end(circle, person, share);
      if ((await held.of(person))?.share === share) await held.forget(person);
    },

    async removePosition(person, order) {
      for (const { circle } of await circles.acquaintances(person)) await shares.removePosition(circle, person, order);
      if ((await held.of(person))?.position.order === order) await held.forgetPosition(person);
    },

    async isSharing(person) {
      if (await held.of(person)) return true;
      for (const { circle } of await circles.acquaintances(person))
        if ((await shares.of(circle, person)).shares.length > 0) return true;
      return false;
    },

    async endAll(person) {
      for (const { circle } of await circles.acquaintances(person)) await shares.end(circle, person);
      const waiting = await held.of(person);
      if (waiting) {
        await shares.close(waiting.share);
        await held.forget(person);
      }
      await records.delete(recordKeys.chosen(person));
    },
  };
}

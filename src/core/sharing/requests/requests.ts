import { createKeyedLock } from "../../../lib/async/keyed-lock.ts";
import { type Clock, hour, type Instant, instant, later } from "../../../lib/time.ts";
import type { CircleId, PersonId, RandomId } from "../../model/ids.ts";
import { handledKept, maxAskersAtOnce, requestLasts } from "../../model/limits.ts";
import type { Continuity } from "../../model/ports.ts";
import type { RequestChoice, SharingChoice } from "../../model/request.ts";
import { type OpenRequests, type Request, recordKeys } from "../../storage/records/record-keys.ts";
import type { SealedRecords } from "../../storage/records/sealed-records.ts";

export type Asker = Request["askers"][number];

/** What is kept of a request is here; what is said of it is in `say-requests.ts`. */
export interface Requests {
  /** those that are open, in the order in which they were made: the first is the one that the person sees */
  of(person: PersonId): Promise<readonly Request[]>;
  /** the command that the asker made a request of this person with before, if that is open */
  askedWith(person: PersonId, asker: PersonId): Promise<string | undefined>;
  /**
   * Somebody asks. People of the same circle ask together.
   * @returns the request; undefined when no more can be open
   */
  add(person: PersonId, circle: CircleId, asker: Asker): Promise<Request | undefined>;
  /** somebody no longer asks this person anything */
  removeAsker(person: PersonId, asker: PersonId): Promise<"nobody asks any more" | "done">;
  /** The last choice counts. @returns undefined when no such request is open */
  choose(person: PersonId, request: Request, how: SharingChoice, at: Instant): Promise<Request | undefined>;
  /** These requests are over. @returns what they were, and whether the person saw one of them */
  end(person: PersonId, isIt: (request: Request) => boolean): Promise<{ ended: readonly Request[]; wasSeen: boolean }>;
  /** notes with which command a request was answered with no, for a command that comes again */
  noteAnswer(person: PersonId, answer: { command: string; circle: CircleId; choice: RequestChoice }): Promise<void>;
  answeredBefore(person: PersonId, command: string): Promise<{ circle: CircleId; choice: RequestChoice } | undefined>;
  /** whether a number that the person says answers a request, and not which room a position is for */
  takesNumbers(person: PersonId): Promise<boolean>;
  setNumbers(person: PersonId, to: "request" | "rooms"): Promise<void>;
  /** destroys what others asked of the person */
  forget(person: PersonId): Promise<void>;
}

type Parts = {
  records: SealedRecords;
  continuity: Pick<Continuity, "lostAt">;
  newId: RandomId;
  clock: Clock;
};

export function createRequests({ records, continuity, newId, clock }: Parts): Requests {
  const lock = createKeyedLock();

  /** What was made before a loss may have been answered since, so it is over. */
  const isOpen = ({ askedAt, until }: Request) => until > clock() && askedAt > (continuity.lostAt() ?? 0);

  async function read(person: PersonId): Promise<OpenRequests> {
    const kept = await records.get(recordKeys.requests(person));
    return { ...kept, open: (kept?.open ?? []).filter(isOpen) };
  }

  async function save(person: PersonId, { open, numbersMeanRooms }: OpenRequests) {
    if (open.length === 0) return records.delete(recordKeys.requests(person));
    const until = instant(Math.max(...open.map((request) => request.until)));
    const numbers = numbersMeanRooms === undefined ? {} : { numbersMeanRooms };
    // That it is over is told a moment after it is.
    return records.set(recordKeys.requests(person), { open, ...numbers }, later(until, hour));
  }

  const of = async (person: PersonId) => (await read(person)).open;

  return {
    of,

    async askedWith(person, asker) {
      const askers = (await of(person)).flatMap((request) => request.askers);
      return askers.find((one) => one.person === asker)?.command;
    },

    add: (person, circle, asker) =>
      lock(person, async () => {
        const before = await read(person);
        const same = before.open.find((request) => request.circle === circle);
        if (!same && before.open.length >= maxAskersAtOnce) return undefined;
        const now = clock();
        const base = same ?? { id: newId(), circle, askers: [], askedAt: now, until: later(now, requestLasts) };
        if (base.askers.some((one) => one.person === asker.person)) return base;
        if (base.askers.length >= maxAskersAtOnce) return undefined;
        const request: Request = { ...base, askers: [...base.askers, asker] };
        const open = same ? before.open.map((one) => (one === same ? request : one)) : [...before.open, request];
        await save(person, { ...before, open });
        return request;
      }),

    removeAsker: (person, asker) =>
      lock(person, async () => {
        const before = await read(person);
        if (!before.open.some(({ askers }) => askers.some((one) => one.person === asker))) return "done";
        const open = before.open.map((request) => ({
          ...request,
          askers: request.askers.filter((one) => one.person !== asker),
        }));
        await save(person, { ...before, open });
        return open.some(({ askers }) => askers.length === 0) ? "nobody asks any more" : "done";
      }),

    choose: (person, { id }, how, at) =>
      lock(person, async () => {
        const before = await read(person);
        const old = before.open.find((request) => request.id === id);
        if (!old) return undefined;
        const chosen: Request = { ...old, until: later(clock(), requestLasts), choice: { how, at } };
        await save(person, { ...before, open: before.open.map((one) => (one === old ? chosen : one)) });
        return chosen;
      }),

    end: (person, isIt) =>
      lock(person, async () => {
        const kept = await records.get(recordKeys.requests(person));
        if (!kept) return { ended: [], wasSeen: false };
        const ended = kept.open.filter(isIt);
        const [first] = kept.open;
        if (ended.length > 0) await save(person, { ...kept, open: kept.open.filter((one) => !ended.includes(one)) });
        return { ended, wasSeen: first !== undefined && ended.includes(first) };
      }),

    async noteAnswer(person, answer) {
      await records.set(recordKeys.requestAnswered(person), answer, later(clock(), handledKept));
    },

    async answeredBefore(person, command) {
      const answered = await records.get(recordKeys.requestAnswered(person));
      return answered?.command === command ? answered : undefined;
    },

    async takesNumbers(person) {
      const { open, numbersMeanRooms } = await read(person);
      return open.length > 0 && numbersMeanRooms === undefined;
    },

    setNumbers: (person, to) =>
      lock(person, async () => {
        const { open, numbersMeanRooms } = await read(person);
        if (open.length === 0 || (numbersMeanRooms === true) === (to === "rooms")) return;
        await save(person, to === "rooms" ? { open, numbersMeanRooms: true } : { open });
      }),

    forget: (person) =>
      lock(person, () => records.delete(recordKeys.requests(person), recordKeys.requestAnswered(person))),
  };
}

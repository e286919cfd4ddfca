import { type OlmMachine, UserId } from "@matrix-org/matrix-sdk-crypto-wasm";
import { at, membersOf } from "../../../lib/json-value.ts";
import { isKeysQuery, readMachineRequest, readUsers } from "./machine-request.ts";
import type { DeviceVersions } from "./rooms/device-versions.ts";

const sections = ["device_keys", "master_keys", "self_signing_keys", "user_signing_keys"];

/**
 * What the machine is asked of people's device lists.
 * @param alone runs a call as one transaction, while no other is in hand
 * @param versions is told of each change
 */
export function createListCalls(
  machine: OlmMachine,
  alone: <T>(work: () => Promise<T>) => Promise<T>,
  me: { readonly userId: string },
  versions: DeviceVersions,
) {
  let outdated: Promise<ReadonlySet<string>> | undefined;
  /** Of whom nothing is kept any more. The library goes on to take their devices for known, and asks for none. */
  const forgotten = new Set<string>();
  /** Those of them who were tracked again since. */
  const toBeAsked = new Set<string>();
  /** Who was tracked in this run: the library has nothing to do for them a second time. */
  const known = new Set<string>();
  const watching = new Set<Set<string>>();

  const requests = async () => (await machine.outgoingRequests()).map(readMachineRequest);
  /** Those whose device lists are to be asked for, but for those whose server has failed lately, who get another turn later. */
  const readOutdated = async () => {
    const queries = (await requests()).filter(isKeysQuery);
    return new Set([...queries.flatMap(({ body }) => [...membersOf(at(body, "device_keys")).keys()]), ...toBeAsked]);
  };
  /** Runs what may change whose device list is outdated. */
  const changing = <T>(work: () => Promise<T>) =>
    alone(async () => {
      outdated = undefined;
      return work();
    });

  return {
    readOutdated,
    changing,

    /** The users whose device lists are outdated. */
    outdated(): Promise<ReadonlySet<string>> {
      outdated ??= alone(readOutdated).catch((error: unknown) => {
        outdated = undefined;
        throw error;
      });
      return outdated;
    },

    track: (ids: readonly string[]) =>
      alone(async () => {
        for (const id of ids) for (const seen of watching) seen.add(id);
        const unknown = ids.filter((id) => !known.has(id));
        if (unknown.length === 0) return;
        outdated = undefined;
        versions.changed(unknown);
        for (const id of unknown) if (forgotten.delete(id)) toBeAsked.add(id);
        await machine.updateTrackedUsers(readUsers(unknown));
        for (const id of unknown) known.add(id);
      }),

    /** All who are tracked. Call it inside `alone`. */
    tracked: async (): Promise<string[]> => [...(await machine.trackedUsers())].map((user) => user.toString()),

    /** Notes who is tracked from now on, until `end`. */
    watchTracked() {
      const seen = new Set<string>();
      watching.add(seen);
      return { seen: seen as ReadonlySet<string>, end: () => void watching.delete(seen) };
    },

    /** Notes that nothing is kept of these people any more. Call it inside `alone`. */
    noteForgotten(ids: readonly string[]) {
      outdated = undefined;
      versions.allChanged();
      for (const id of ids) {
        forgotten.add(id);
        known.delete(id);
        toBeAsked.delete(id);
      }
    },

    /**
     * Takes an answer to keys/query. The library counts lists as up to date only by the id of its own latest query, and there is a new one each
     * time that it is asked: so the answer goes under the one that is the latest now.
     * @param areUpToDate whether nothing has changed since the question
     */
    takeDeviceLists: (answer: unknown, areUpToDate: boolean): Promise<void> =>
      changing(async () => {
        versions.changed(sections.flatMap((section) => [...membersOf(at(answer, section)).keys()]));
        const latest = areUpToDate ? (await requests()).find(isKeysQuery) : undefined;
        const { id, type } = latest ?? readMachineRequest(machine.queryKeysForUsers([new UserId(me.userId)]));
        if (id) await machine.markRequestAsSent(id, type, JSON.stringify(answer));
        for (const user of membersOf(at(answer, "device_keys")).keys()) toBeAsked.delete(user);
      }),
  };
}

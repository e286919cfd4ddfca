import { UserId } from "@matrix-org/matrix-sdk-crypto-wasm";
import { textOf } from "../../../../lib/json-value.ts";
import { keepUnusedSessions } from "../../limits.ts";
import { type PersistedIndexedDb, tableOf } from "../indexeddb/indexed-db.ts";
import { type LookedUp, lookUpInCopy } from "../indexeddb/lookups.ts";
import type { Row, SealedFile } from "../indexeddb/sealed-file.ts";
import { readUsers } from "../machine-request.ts";
import { type Machine, machineDatabase, openLibrary } from "../olm-machine.ts";

export type KeyStoreParts = {
  readonly machine: Machine;
  readonly idb: PersistedIndexedDb;
  readonly file: SealedFile;
  /** as given to `openMachine` */
  readonly storeKey: Uint8Array;
  readonly me: { readonly userId: string; readonly deviceId: string };
};

const trackedUsers = "tracked_users";
const outboundSessions = "outbound_group_sessions";

/**
 * Forgets all that the key store has of people but these, and the sessions with devices that are no longer theirs. The names of its rows are keyed
 * hashes, which only the library can make: so a copy of it is asked for each of these people, and what it does not look up is not theirs.
 * @param keep asked once nothing else is under way
 * @param now milliseconds since 1970
 * @returns how many people and sessions were forgotten
 */
export function forgetPeople(
  { machine, idb, file, storeKey, me }: KeyStoreParts,
  keep: () => ReadonlySet<string>,
  now: number,
): Promise<number> {
  const rowsOf = (store: string) => [...file.rows(tableOf(machineDatabase, store))];
  const remove = async (store: string, rows: readonly Row[]) => {
    const keys = rows.map(({ key }) => key);
    if (keys.length > 0) await idb.deleteRecords(machineDatabase, store, keys);
    return keys.length;
  };
  return machine.alone(async () => {
    const kept = new Set([...keep(), me.userId]);
    const tracked = rowsOf(trackedUsers);
    const known = new Set([...tracked.map(({ key }) => userOf(key)), ...(await machine.tracked()), me.userId]);
    const theirs = [...kept].filter((user) => known.has(user));
    const isLookedUp = await lookUpPeople({ idb, file, storeKey, me }, theirs);
    const unused = (store: string) => rowsOf(store).filter(({ key }) => !isLookedUp(store, userOf(key)));
    const old = unused("session").filter(({ written }) => now - written >= keepUnusedSessions);

    const gone = tracked.filter(({ key }) => !kept.has(userOf(key)));
    const devices = await remove("devices", unused("devices"));
    const identities = await remove("identities", unused("identities"));
    const sessions = await remove("session", old);
    await remove(trackedUsers, gone);
    // They say to which devices a room's key was given. Without them, each room begins a new key, which it may do at any time.
    if (devices + identities + sessions + gone.length > 0) await remove(outboundSessions, rowsOf(outboundSessions));
    machine.noteForgotten([...known].filter((user) => !kept.has(user)));
    return Math.max(devices, identities, gone.length) + sessions;
  });
}

/** @throws Error when the copy did not look up even the bot's own device: then it is not known what is anybody's */
async function lookUpPeople(
  { idb, file, storeKey, me }: Omit<KeyStoreParts, "machine">,
  users: readonly string[],
): Promise<LookedUp> {
  // What is not asked for is left out; and the library waits for the devices of whoever it takes to be outdated.
  const inCopy = (table: string): Row[] => {
    if (table === tableOf(machineDatabase, "inbound_group_sessions3") || table.endsWith(outboundSessions)) return [];
    const rows = [...file.rows(table)];
    return table === tableOf(machineDatabase, trackedUsers) ? rows.map((row) => ({ ...row, value: "false" })) : rows;
  };
  const isLookedUp = await lookUpInCopy(idb, file, inCopy, async () => {
    const copy = await openLibrary(storeKey, me);
    for (const user of readUsers(users)) {
      const id = user.toString();
      await copy.getIdentity(user);
      await copy.getUserDevices(new UserId(id));
    }
    await copy.getMissingSessions(readUsers(users));
    copy.close();
  });
  const devices = [...file.rows(tableOf(machineDatabase, "devices"))];
  if (devices.length > 0 && !devices.some(({ key }) => isLookedUp("devices", userOf(key))))
    throw new Error("the library keeps its rows in another way than it did");
  return isLookedUp;
}

/** The key of a row is a text as JSON. */
const userOf = (key: string): string => textOf(JSON.parse(key)) ?? "";

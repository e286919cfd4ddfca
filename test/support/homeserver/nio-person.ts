import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { verifyDevice } from "./element-person.ts";
import { passwordOf, register } from "./homeserver.ts";

export type SeenEvent = {
  event_id: string;
  room_id: string;
  sender: string;
  type: string;
  content: Record<string, unknown>;
  decrypted: boolean;
  unreadable: boolean;
};
type Line = { id?: number; result?: unknown; error?: string; event?: SeenEvent; invite?: { room_id: string } };

export type NioPerson = {
  readonly userId: string;
  /** Has the person do one of the things in nio-person.py. */
  does(what: string, details?: Record<string, unknown>): Promise<unknown>;
  createRoom(details?: Record<string, unknown>): Promise<string>;
  /** Sends a text; `to` is a member who must be able to read it. @returns the event's id */
  says(room: string, body: string, to?: string): Promise<string>;
  /** Waits for an event; each is returned once. */
  sees(wanted: (event: SeenEvent) => boolean): Promise<SeenEvent>;
  /** Waits for a text in a room. */
  reads(room: string, body: string): Promise<SeenEvent>;
  /** All that has come, in order. */
  readonly heard: readonly SeenEvent[];
  isInvited(): Promise<string>;
  leavesTheKeyboard(): Promise<void>;
};

const script = fileURLToPath(new URL("nio-person.py", import.meta.url));
/** Milliseconds after which what did not come is not waited for any more, however busy the machine is. */
export const patience = 100_000;

/**
 * Registers a person and logs them in with matrix-nio (Debian's python3-matrix-nio). It knows no cross-signing, so a session of Element
 * verifies the device unless it is to stay unverified.
 */
export async function nioPerson(url: string, name: string, options: { verified?: boolean } = {}): Promise<NioPerson> {
  const { userId } = await register(url, name);
  const python = spawn("/usr/bin/python3", [script], { stdio: ["pipe", "pipe", "inherit"] });
  const asked = new Map<number, { resolve: (result: unknown) => void; reject: (error: Error) => void }>();
  const events = createWaitingList<SeenEvent>();
  const heard: SeenEvent[] = [];
  const invites = createWaitingList<string>();
  let number = 0;

  createInterface({ input: python.stdout }).on("line", (text) => {
    const line = JSON.parse(text) as Line;
    if (line.event) {
      heard.push(line.event);
      events.add(line.event);
    }
    if (line.invite) invites.add(line.invite.room_id);
    const question = line.id === undefined ? undefined : asked.get(line.id);
    if (line.error === undefined) question?.resolve(line.result);
    else question?.reject(new Error(line.error));
  });

  python.once("exit", () => {
    for (const { reject } of asked.values()) reject(new Error("this person has left"));
  });

  const does = (what: string, details: Record<string, unknown> = {}) => {
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    asked.set(++number, { resolve, reject });
    python.stdin.write(`${JSON.stringify({ id: number, do: what, ...details })}\n`);
    return promise;
  };
  const login = { homeserver: url, user: userId, password: passwordOf(name) };
  const { device_id } = (await does("login", login)) as { device_id: string };
  if (options.verified !== false) await verifyDevice(url, name, device_id);

  return {
    userId,
    does,
    createRoom: async (details = {}) => String(await does("create_room", details)),
    says: async (room, body, to) =>
      String(await does("send", { room, type: "m.room.message", content: { msgtype: "m.text", body }, to })),
    sees: (wanted) => events.next(wanted),
    reads: (room, body) => events.next((event) => event.room_id === room && event.content.body === body),
    heard,
    isInvited: () => invites.next(() => true),
    async leavesTheKeyboard() {
      const gone = new Promise((resolve) => python.once("exit", resolve));
      python.stdin.end();
      await gone;
    },
  };
}

/** Things that arrive in their own time, each to be taken once by whoever waits for one like it. */
function createWaitingList<T>() {
  const here: T[] = [];
  const waiting = new Set<() => boolean>();
  return {
    add(one: T) {
      here.push(one);
      for (const look of waiting) if (look()) waiting.delete(look);
    },
    next(wanted: (one: T) => boolean): Promise<T> {
      const { promise, resolve, reject } = Promise.withResolvers<T>();
      const timer = setTimeout(() => reject(new Error("what was waited for did not come")), patience);
      const look = () => {
        const index = here.findIndex(wanted);
        if (index < 0) return false;
        clearTimeout(timer);
        resolve(here.splice(index, 1)[0]!);
        return true;
      };
      if (!look()) waiting.add(look);
      return promise;
    },
  };
}

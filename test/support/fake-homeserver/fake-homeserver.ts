import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type Asked = {
  readonly method: string;
  /** Below /_matrix/client/v3/, unescaped. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly authorization: string | undefined;
};
/** JSON with its status; a text as it is; or an end of the connection, at once or amid the body. With `held`, not before that resolves. */
export type Reply = {
  status?: number;
  json?: unknown;
  text?: string;
  location?: string;
  cut?: "before" | "amid";
  held?: Promise<unknown>;
};

export type FakeHomeserver = {
  readonly url: string;
  readonly asked: Asked[];
  /** Answers requests that it returns something for; the latest rule comes first. */
  on(rule: (asked: Asked) => Reply | undefined): void;
  /** Has tokens of another server taken for logins on these devices. @param deviceOf a token's device; undefined: it is not one of them */
  takeTokens(deviceOf: (token: string) => string | undefined): void;
  /** Queues an answer to /sync; without one, /sync waits, as a long poll does. */
  sync(reply: Reply): void;
  /** Queues an ordinary sync. */
  happens(nextBatch: string, rooms?: object, more?: object): void;
  /** Waits until a request like this has been made. */
  wasAsked(wanted: (asked: Asked) => boolean): Promise<Asked>;
  stop(): Promise<void>;
};

export const botId = "@bot:fake.test";
const deviceId = "FAKEDEVICE";
const json = (value: unknown): Reply => ({ json: value });

/** What a homeserver with one account answers, as far as whereat asks; the real one is in test/real. */
function createOrdinary(deviceOf: (token: string) => string | undefined): (asked: Asked) => Reply | undefined {
  const devices = new Map<string, unknown>();
  const logins = new Map<string, string>();
  const accountData = new Map<string, unknown>();
  let identity: Record<string, unknown> = {};
  let [count, files] = [0, 0];
  return ({ method, path, body, authorization }) => {
    const given = Object(body);
    const device =
      deviceOf((authorization ?? "").replace("Bearer ", "")) ?? logins.get(authorization ?? "") ?? deviceId;
    if (path === "/_matrix/client/versions") return json({ versions: ["v1.11"] });
    if (path === "login" && method === "GET") return json({ flows: [{ type: "m.login.password" }] });
    if (path === "account/whoami") return json({ user_id: botId, device_id: device });
    if (path === "keys/upload") {
      if (given.device_keys) devices.set(device, given.device_keys);
      return json({ one_time_key_counts: { signed_curve25519: 50 } });
    }
    if (path === "keys/device_signing/upload") {
      identity = Object.fromEntries(Object.keys(given).map((name) => [`${name}s`, { [botId]: given[name] }]));
      return json({});
    }
    if (path === "keys/query") {
      const nobodys = Object.fromEntries(Object.keys(given.device_keys).map((user) => [user, {}]));
      return json({ device_keys: { ...nobodys, [botId]: Object.fromEntries(devices) }, ...identity });
    }
    if (path === "keys/signatures/upload") {
      const own = Object(given[botId]) as Record<string, unknown>;
      for (const [id, signedObject] of Object.entries(own))
        if (devices.has(id)) devices.set(id, withSignatures(devices.get(id), signedObject));
      return json({ failures: {} });
    }
    if (path.startsWith(`user/${botId}/account_data/`)) {
      if (method === "PUT") accountData.set(path, body);
      return method === "PUT" || accountData.has(path) ? json(accountData.get(path) ?? {}) : undefined;
    }
    if (path.startsWith("keys/") && method === "POST") return json({ failures: {} });
    if (path.includes("/send/")) return json({ event_id: `$sent-${path.split("/").at(-1)}` });
    if (path === "login") {
      const made: string = given.device_id ?? (count === 0 ? deviceId : `${deviceId}${count + 1}`);
      const token = `token-${++count}`;
      logins.set(`Bearer ${token}`, made);
      return json({ access_token: token, device_id: made, user_id: botId });
    }
    if (path === "/_matrix/media/v3/upload") return json({ content_uri: `mxc://fake.test/${++files}` });
    if (path === "logout") {
      devices.delete(device);
      return json({});
    }
    return undefined;
  };
}

function withSignatures(device: unknown, signedObject: unknown): object {
  const signaturesOf = (value: unknown) => Object(Object(Object(value).signatures)[botId]) as object;
  const all = { ...signaturesOf(device), ...signaturesOf(signedObject) };
  return { ...Object(device), signatures: { [botId]: all } };
}

export const notFound: Reply = { status: 404, json: { errcode: "M_NOT_FOUND", error: "nothing there" } };

/** A homeserver on loopback whose faults a test chooses. @param clock what it says the time is, in milliseconds; it says nothing without one */
export async function startFakeHomeserver(clock?: () => number): Promise<FakeHomeserver> {
  const asked: Asked[] = [];
  let theirs: (token: string) => string | undefined = () => undefined;
  const ordinary = createOrdinary((token) => theirs(token));
  const rules: ((one: Asked) => Reply | undefined)[] = [];
  const syncs: Reply[] = [];
  const polls: ServerResponse[] = [];
  const watchers = new Set<() => void>();

  const nextSync = () => {
    while (polls[0]?.destroyed) polls.shift();
    const [poll, reply] = [polls[0], syncs[0]];
    if (!poll || !reply) return;
    polls.shift();
    syncs.shift();
    answer(poll, reply);
  };
  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const one = await readAsked(request);
    asked.push(one);
    for (const look of watchers) look();
    const reply = rules.reduceRight<Reply | undefined>((found, rule) => found ?? rule(one), undefined);
    await reply?.held;
    if (reply) return answer(response, reply);
    if (one.path !== "sync") return answer(response, ordinary(one) ?? notFound);
    polls.push(response);
    nextSync();
  };
  const server = createServer((request, response) => {
    // Node's own would tell the real time, and tests have one of theirs.
    response.sendDate = false;
    if (clock) response.setHeader("date", new Date(clock()).toUTCString());
    void handle(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));

  const sync = (reply: Reply) => {
    syncs.push(reply);
    nextSync();
  };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    on: (rule) => void rules.push(rule),
    takeTokens(deviceOf) {
      theirs = deviceOf;
    },
    sync,
    happens: (next_batch, rooms = {}, more = {}) => sync(json({ next_batch, rooms, ...more })),
    wasAsked(wanted) {
      const { promise, resolve } = Promise.withResolvers<Asked>();
      const look = () => {
        const found = asked.find(wanted);
        if (found) resolve(found);
      };
      watchers.add(look);
      look();
      return promise;
    },
    stop() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

async function readAsked(request: IncomingMessage): Promise<Asked> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  const text = bytes.toString();
  const url = new URL(request.url ?? "", "http://fake.test");
  const isFile = request.headers["content-type"] === "application/octet-stream";
  const isForm = request.headers["content-type"]?.startsWith("application/x-www-form-urlencoded") ?? false;
  return {
    method: request.method ?? "",
    path: decodeURIComponent(url.pathname.replace("/_matrix/client/v3/", "")),
    query: url.searchParams,
    body:
      text === ""
        ? undefined
        : isFile
          ? bytes
          : isForm
            ? Object.fromEntries(new URLSearchParams(text))
            : JSON.parse(text),
    authorization: request.headers.authorization,
  };
}

function answer(response: ServerResponse, { status = 200, json: value, text, location, cut }: Reply): void {
  if (cut === "before") return void response.destroy();
  const body = text ?? JSON.stringify(value);
  if (cut === "amid") {
    response.writeHead(status, { "content-length": String(body.length) });
    response.write(body.slice(0, body.length / 2), () => response.destroy());
    return;
  }
  if (location) response.setHeader("location", location);
  response.writeHead(status, { "content-type": "application/json" }).end(body);
}

import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as after } from "node:timers/promises";
import { BotApiError } from "./bot-api-error.ts";
import type { Call, Calls } from "./calls.ts";
import type { Fault, Faults } from "./faults.ts";
import type { Json } from "./json.ts";
import type { Params } from "./params.ts";
import { type Request, readRequest } from "./read-request.ts";

/** @param gone aborts when the caller's connection ends */
export type Method = (params: Params, gone: AbortSignal) => Json | Promise<Json>;
export type Methods = { readonly [name: string]: Method };

type Outcome = { readonly ok: true; readonly result: Json } | { readonly ok: false; readonly why: BotApiError };

/** Listens on 127.0.0.1 at a free port. `close` rejects with the first defect of the fake itself that a call ran into. */
export async function serve(
  token: () => string,
  methods: Methods,
  faults: Faults,
  calls: Calls,
  now: () => number,
  serverClock: () => number,
  latency: number,
): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  const bugs: unknown[] = [];
  const byName = new Map(Object.entries(methods).map(([name, run]) => [name.toLowerCase(), { name, run }]));

  const send = (response: ServerResponse, answered: Answer) => sendAt(serverClock(), response, answered);

  async function carryOut(request: Request, gone: AbortSignal): Promise<Outcome> {
    const method = byName.get(request.method.toLowerCase());
    let params: Params = {};
    let outcome: Outcome;
    try {
      if (method === undefined) throw new BotApiError(404, "Not Found: method not found");
      params = request.params();
      outcome = { ok: true, result: await method.run(params, gone) };
    } catch (why) {
      if (!(why instanceof BotApiError)) bugs.push(why);
      if (!(why instanceof BotApiError)) throw why;
      outcome = { ok: false, why };
    }
    calls.record(callOf(method?.name ?? request.method, params, request.encoding, now(), outcome));
    return outcome;
  }

  async function answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const gone = new AbortController();
    response.once("close", () => gone.abort());
    const request = await readRequest(incoming);
    if (request === undefined) return send(response, refuse(new BotApiError(404, "Not Found")));
    if (request.token !== token()) return send(response, refuse(new BotApiError(401, "Unauthorized")));
    if (latency > 0) await after(latency);
    const fault = faults.take(request.method, () => paramsOf(request));
    if (fault !== undefined) return await goWrong(fault, request, response, gone.signal);
    const outcome = await carryOut(request, gone.signal);
    send(response, outcome.ok ? accept(outcome.result) : refuse(outcome.why));
  }

  async function goWrong(fault: Fault, request: Request, response: ServerResponse, gone: AbortSignal): Promise<void> {
    if (fault.kind === "hang" && !fault.executed) await faults.hold();
    if (fault.kind === "hang" && gone.aborted) return;
    const isCarriedOut = fault.executed || fault.kind === "hang";
    const outcome = isCarriedOut ? await carryOut(request, gone) : undefined;
    if (fault.kind === "hang" && fault.executed) await faults.hold();
    const usual = outcome === undefined ? undefined : outcome.ok ? accept(outcome.result) : refuse(outcome.why);
    const why = fault.kind === "refusal" ? new BotApiError(fault.code, fault.description, fault.parameters) : undefined;
    if (outcome === undefined) {
      const refused = why ?? new BotApiError(fault.kind === "html" ? fault.code : 0, fault.kind);
      calls.record(callOf(nameOf(request), paramsOf(request), request.encoding, now(), { ok: false, why: refused }));
    }
    switch (fault.kind) {
      case "refusal":
        return send(response, refuse(why ?? new BotApiError(fault.code, fault.description)));
      case "html":
        response.writeHead(fault.code, { "content-type": "text/html", date: new Date(serverClock()).toUTCString() });
        response.end(`<html><body><center><h1>${fault.code}</h1></center><hr><center>nginx</center></body></html>`);
        return;
      case "reset":
        response.socket?.resetAndDestroy();
        return;
      case "hang":
        return usual === undefined ? undefined : send(response, usual);
      case "half a body": {
        const whole = usual?.body ?? "";
        response.sendDate = false;
        response.writeHead(200, { "content-type": "application/json", "content-length": Buffer.byteLength(whole) });
        response.write(whole.slice(0, Math.ceil(whole.length / 2)), () => response.socket?.destroy());
        return;
      }
      case "malformed JSON":
        return send(response, { status: 200, body: `${usual?.body.slice(0, -1) ?? ""},,` });
    }
  }

  const nameOf = ({ method }: Request) => byName.get(method.toLowerCase())?.name ?? method;

  const server = createServer({ keepAliveTimeout: 0 }, (incoming, response) => {
    answer(incoming, response).catch(() => response.socket?.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => {
          const bug = error ?? bugs[0];
          if (bug === undefined) resolve();
          else reject(bug instanceof Error ? bug : new Error("The fake failed.", { cause: bug }));
        });
        server.closeAllConnections();
      }),
  };
}

function paramsOf(request: Request): Params {
  try {
    return request.params();
  } catch {
    return {};
  }
}

function callOf(method: string, params: Params, encoding: string, at: number, outcome: Outcome): Call {
  const base = { method, params, encoding, at };
  return outcome.ok
    ? { ...base, ok: true, result: outcome.result }
    : { ...base, ok: false, code: outcome.why.code, description: outcome.why.message };
}

type Answer = { readonly status: number; readonly body: string };

function accept(result: Json): Answer {
  return { status: 200, body: JSON.stringify({ ok: true, result }) };
}

function refuse({ code, message, parameters }: BotApiError): Answer {
  return { status: code, body: JSON.stringify({ ok: false, error_code: code, description: message, parameters }) };
}

function sendAt(time: number, response: ServerResponse, { status, body }: Answer): void {
  response.writeHead(status, { "content-type": "application/json", date: new Date(time).toUTCString() });
  response.end(body);
}

import { createQuota } from "../../../../lib/bounded/rate-limit.ts";
import { at, listOf, textOf } from "../../../../lib/json-value.ts";
import type { Log } from "../../../../lib/log.ts";
import { hour, type Instant, later } from "../../../../lib/time.ts";
import { type Interview, Unusable } from "../../../network-plugin.ts";
import { type Homeserver, v3 } from "../../http/homeserver.ts";
import type { Pace } from "../../http/pace.ts";
import { maxDeclinedPerHour, maxFlowId, verificationTime } from "../../limits.ts";
import type { Machine } from "../olm-machine.ts";
import type { OutgoingRequests } from "../outgoing-requests.ts";
import type { VerificationStep } from "./machine-verification.ts";

export type Verification = {
  /** Takes note of the to-device events of a sync, once the machine has them. */
  received(toDevice: readonly unknown[]): void;
  /**
   * Lets another session of the account verify this device, once. Whoever runs the bot compares the emoji.
   * @param signal ends it, and tells the other session so
   * @returns whether both trust each other now
   */
  verify(operator: Interview, signal: AbortSignal): Promise<boolean>;
};

type Parts = {
  readonly machine: Machine;
  readonly outgoing: Pick<OutgoingRequests, "send" | "run">;
  readonly ask: Homeserver;
  readonly pace: Pace;
  readonly log: Log;
  readonly me: { readonly userId: string; readonly deviceId: string };
};
type Asked = { readonly user: string; readonly device: string; readonly flow: string };

const requestType = "m.key.verification.request";

/** Whether a session of this user asks in these events to verify the device. */
export const asksToVerify = (toDevice: readonly unknown[], userId: string): boolean =>
  toDevice.some((event) => at(event, "type") === requestType && at(event, "sender") === userId);

/** Verification by emoji (client-server API, "Short Authentication String"), by sessions of the bot's own account, and only while it is asked for. */
export function createVerification({ machine, outgoing, ask, pace, log, me }: Parts): Verification {
  const mayDecline = createQuota(maxDeclinedPerHour, hour, pace.now);
  let take: ((asked: Asked) => void) | undefined;
  let isBusy = false;
  let changed = Promise.withResolvers<void>();

  function decline({ user, device, flow }: Asked) {
    if (!mayDecline("request")) return;
    log.warn(
      "Matrix: somebody asked to verify the bot's device, and nobody had asked for that here, so it was declined. To have it verified by another session of its account: npm run verify",
    );
    const content = { transaction_id: flow, code: "m.user", reason: "not asked for" };
    const body = { messages: { [user]: { [device]: content } } };
    // Whoever hears nothing sees the request end by itself after ten minutes.
    ask("PUT", v3`sendToDevice/m.key.verification.cancel/${`declined-${flow}`}`, { body }).catch(() => undefined);
  }

  function tell() {
    changed.resolve();
    changed = Promise.withResolvers();
  }

  async function act(flow: string, step: VerificationStep) {
    for (const request of await machine.stepOfVerification(flow, step)) await outgoing.send(request);
    outgoing.run();
  }

  /** @returns undefined when it is over before anything has come */
  async function waitFor<T>(come: Promise<T>, end: Instant, signal: AbortSignal): Promise<T | undefined> {
    if (signal.aborted || pace.now() >= end) return undefined;
    const waiting = new AbortController();
    const late = pace.sleep(end - pace.now(), AbortSignal.any([signal, waiting.signal])).then(() => undefined);
    return Promise.race([come, late]).finally(() => waiting.abort());
  }

  async function run({ say, ask: question }: Interview, signal: AbortSignal): Promise<boolean> {
    const end = later(pace.now(), verificationTime);
    say(
      "Now begin in another session of the bot's account, in an app: in Element, Settings, Sessions, this one, Verify session. whereat waits for ten minutes. Ctrl+C ends it.",
    );
    const come = Promise.withResolvers<Asked>();
    take = come.resolve;
    const asked = await waitFor(come.promise, end, signal);
    take = undefined;
    if (asked === undefined) {
      say("No other session has asked for it. Nothing was changed.");
      return false;
    }
    const { flow } = asked;
    let [isKnown, isWatched, hasShown] = [false, false, false];
    for (;;) {
      const next = changed.promise;
      const state = await machine.verificationState(flow);
      const isDone =
        state?.is === "done" || (state === undefined && hasShown && (await machine.trustsSession(asked.device)));
      if (isDone) {
        say("Verified: that session and whereat's trust each other now.");
        return true;
      }
      if (state === undefined || state.is === "cancelled") {
        say(whyOver(state?.code ?? (isKnown ? "m.user" : undefined)));
        return false;
      }
      isKnown = true;
      if (state.is === "requested") await act(flow, "accept request");
      if (!isWatched && (state.is === "started" || state.is === "accepted")) {
        isWatched = true;
        await machine.watchVerification(flow, tell);
      }
      if (state.is === "started") await act(flow, "accept emoji");
      if (state.is === "shown" && !hasShown) {
        hasShown = true;
        say(`The other session shows seven emoji. Here they are:\n\n  ${state.emoji.join("   ")}\n`);
        const isSame = await question("Are they the same there, in this order? yes or no:", readYes).catch(
          async (error: unknown) => {
            await act(flow, "cancel");
            throw error;
          },
        );
        await act(flow, isSame ? "confirm" : "say that they differ");
        if (!isSame) {
          say(whyOver("m.mismatched_sas"));
          return false;
        }
        say("Now confirm it in the other session, too.");
      }
      if (["ready", "accepted", "confirmed"].includes(state.is)) await waitFor(next, end, signal);
      if (signal.aborted || pace.now() >= end) {
        await act(flow, "cancel");
        say("It took too long, or was ended here. Nothing was changed.");
        return false;
      }
    }
  }

  return {
    received(toDevice) {
      const events = listOf(toDevice);
      for (const event of events.filter((each) => textOf(at(each, "type")) === requestType)) {
        const asked = readAsked(event);
        const isOurs = asked?.user === me.userId && asked.device !== me.deviceId;
        if (asked && isOurs && take) take(asked);
        else if (asked && asked.device !== me.deviceId) decline(asked);
      }
      if (!events.some((event) => textOf(at(event, "type"))?.startsWith("m.key.verification."))) return;
      tell();
    },
    async verify(operator, signal) {
      if (isBusy) {
        operator.say("Somebody is verifying it in another terminal already.");
        return false;
      }
      isBusy = true;
      try {
        return await run(operator, signal);
      } finally {
        isBusy = false;
        take = undefined;
      }
    },
  };
}

function whyOver(code: string | undefined): string {
  if (code === undefined) return "That session is not known here yet. Begin anew, in a minute.";
  if (code === "m.mismatched_sas")
    return "The emoji were not the same, so nobody may trust that session. Nothing was changed. Look in the account's sessions for one that is not yours, and begin anew.";
  return "The other session has ended it. Nothing was changed.";
}

function readAsked(event: unknown): Asked | undefined {
  const user = textOf(at(event, "sender"));
  const [device, flow] = ["from_device", "transaction_id"].map((name) => textOf(at(event, "content", name)));
  const isFit = user && device && flow && flow.length <= maxFlowId && device.length <= maxFlowId;
  return isFit ? { user, device, flow } : undefined;
}

/** @throws Unusable */
function readYes(given: string): boolean {
  if (/^y(es)?$/i.test(given)) return true;
  if (/^no?$/i.test(given)) return false;
  throw new Unusable("Say yes or no.");
}

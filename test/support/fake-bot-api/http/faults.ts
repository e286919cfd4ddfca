import type { JsonObject } from "./json.ts";
import type { Params } from "./params.ts";

/** What goes wrong with a call. `executed` says whether Telegram did what was asked before it went wrong. */
export type Fault = { readonly executed: boolean } & (
  | { readonly kind: "refusal"; readonly code: number; readonly description: string; readonly parameters?: JsonObject }
  | { readonly kind: "html"; readonly code: number }
  | { readonly kind: "reset" | "hang" | "half a body" | "malformed JSON" }
);

export const refusal = (code: number, description: string, parameters?: JsonObject): Fault => ({
  kind: "refusal",
  executed: false,
  code,
  description,
  ...(parameters === undefined ? {} : { parameters }),
});
/** @param retryAfter seconds */
export const tooManyRequests = (retryAfter: number): Fault =>
  refusal(429, `Too Many Requests: retry after ${retryAfter}`, { retry_after: retryAfter });
export const unauthorized: Fault = refusal(401, "Unauthorized");
export const conflict: Fault = refusal(
  409,
  "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
);
export const internalError: Fault = { kind: "html", executed: false, code: 500 };
export const badGateway: Fault = { kind: "html", executed: false, code: 502 };
export const resetBefore: Fault = { kind: "reset", executed: false };
/** The call was carried out; the caller never learns it. */
export const resetAfter: Fault = { kind: "reset", executed: true };
/** Unanswered until released, and only then carried out. */
export const hangBefore: Fault = { kind: "hang", executed: false };
/** Carried out, then unanswered until released. */
export const hangAfter: Fault = { kind: "hang", executed: true };
/**
 * Carried out; the connection ends in the middle of the answer. A client on node-fetch 2 (grammY, telegraf) does not notice and waits until its
 * own time limit.
 */
export const halfABody: Fault = { kind: "half a body", executed: true };
export const malformedJson: Fault = { kind: "malformed JSON", executed: true };

type Rule = { readonly method: string; readonly fault: Fault; readonly chat: number | undefined; left: number };
type Budget = { readonly perSecond: number; readonly retryAfter: number; taken: readonly number[] };

export type Faults = ReturnType<typeof createFaults>;

/**
 * Faults wait in the order they were given; the first that fits a call is used. Methods are named without regard to case; `*` is any.
 * @param callHeld called when a call begins to hang
 * @param now milliseconds, by which budgets are counted
 */
export function createFaults(callHeld: () => void, now: () => number) {
  let rules: Rule[] = [];
  let held: (() => void)[] = [];
  const budgets = new Map<string, Budget>();

  const add = (method: string, fault: Fault, left: number, chat?: number) => {
    const rule = { method: method.toLowerCase(), fault, chat, left };
    rules.push(rule);
    return () => {
      rules = rules.filter((other) => other !== rule);
    };
  };

  /** Counts the calls that are carried out; one that is refused takes nothing from the budget. */
  function overBudget(method: string): Fault | undefined {
    const budget = budgets.get(method);
    if (budget === undefined) return undefined;
    const lately = budget.taken.filter((time) => now() - time < 1000);
    budget.taken = lately.length < budget.perSecond ? [...lately, now()] : lately;
    return lately.length < budget.perSecond ? undefined : tooManyRequests(budget.retryAfter);
  }

  return {
    /** The next calls of a method go wrong. @returns a function that takes the fault back */
    next: (method: string, fault: Fault, times = 1) => add(method, fault, times),
    /** Every call of a method goes wrong until the returned function is called, or `clear`. */
    always: (method: string, fault: Fault) => add(method, fault, Number.POSITIVE_INFINITY),
    /** Every call of a method that names this chat goes wrong until the returned function is called, or `clear`. */
    inChat: (method: string, chat: number, fault: Fault) => add(method, fault, Number.POSITIVE_INFINITY, chat),
    /** From now on, no more calls of a method than this are carried out within a second; the others are refused with a 429. */
    budget(method: string, perSecond: number, retryAfter = 1): void {
      budgets.set(method.toLowerCase(), { perSecond, retryAfter, taken: [] });
    },
    /** Ends all faults still to come, and all budgets; calls that hang go on hanging. */
    clear(): void {
      rules = [];
      budgets.clear();
    },
    /** Lets every call that hangs go on and be answered. */
    release(): void {
      for (const go of held) go();
      held = [];
    },
    /** The fault for this call, used up by one. */
    take(method: string, params: () => Params): Fault | undefined {
      const name = method.toLowerCase();
      const isOfChat = ({ chat }: Rule) => chat === undefined || Number(params().chat_id) === chat;
      const rule = rules.find((one) => one.left > 0 && (one.method === "*" || one.method === name) && isOfChat(one));
      if (rule === undefined) return overBudget(name);
      rule.left -= 1;
      return rule.fault;
    },
    /** Resolves when released. */
    hold: (): Promise<void> =>
      new Promise((resolve) => {
        held.push(resolve);
        callHeld();
      }),
    hanging: () => held.length,
  };
}

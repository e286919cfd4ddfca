import { flag, list, number, type Params, text } from "../http/params.ts";
import type { Methods } from "../http/server.ts";
import type { Updates } from "../world/updates.ts";

const within = (value: number, low: number, high: number) => Math.min(Math.max(Math.trunc(value) || 0, low), high);

/** getUpdates and the webhook that stands in its way; nothing is ever posted to a webhook. */
export function pollingMethods(updates: Updates): Methods {
  const allow = (params: Params) =>
    updates.allow(list(params, "allowed_updates")?.filter((type) => typeof type === "string"));
  return {
    getUpdates(params, gone) {
      allow(params);
      const poll = {
        offset: Math.trunc(number(params, "offset") ?? 0) || 0,
        limit: within(number(params, "limit") ?? 100, 1, 100),
        timeout: within(number(params, "timeout") ?? 0, 0, 50),
      };
      return updates.poll(poll, gone);
    },
    setWebhook(params) {
      allow(params);
      if (flag(params, "drop_pending_updates")) updates.forgetAll();
      updates.setWebhook(text(params, "url"));
      return true;
    },
    deleteWebhook(params) {
      if (flag(params, "drop_pending_updates")) updates.forgetAll();
      updates.setWebhook("");
      return true;
    },
    getWebhookInfo: () => ({
      url: updates.webhook(),
      has_custom_certificate: false,
      pending_update_count: updates.pending().length,
    }),
  };
}

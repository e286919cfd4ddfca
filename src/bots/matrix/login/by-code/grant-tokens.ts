import { type Clock, type Duration, type Instant, later } from "../../../../lib/time.ts";
import { MatrixRequestError } from "../../http/request-error.ts";
import { renewTokenBefore, renewTokenInLast, renewTokenPause } from "../../limits.ts";
import type { TextKeep } from "../../sync/sync-token.ts";
import type { Tokens } from "../tokens.ts";
import { type Grant, writeGrant } from "./kept-grant.ts";
import type { GrantedTokens, OAuthClient } from "./oauth-client.ts";

type Parts = { readonly client: Pick<OAuthClient, "refresh">; readonly keep: TextKeep; readonly now: Clock };

/** What is kept of tokens that were given now. */
export const grantOf = (client: string, { access, refresh, lasts }: GrantedTokens, now: Instant): Grant => ({
  client,
  access,
  refresh,
  givenAt: Math.floor(now),
  endsAt: lasts === undefined ? undefined : Math.floor(now + lasts),
});

/**
 * The tokens of a login by link and code. The access token is renewed before it ends, whenever one is needed, and when the homeserver refuses
 * it: Synapse calls one that has merely ended unknown. New tokens are durable before the first use, so that a kill after that never ends the
 * login; a kill before it ends none where the server takes the old refresh token until the new one is used.
 */
export function createGrantTokens(first: Grant, { client, keep, now }: Parts): Tokens {
  let grant = first;
  /** given, and not durable yet */
  let unwritten: Grant | undefined;
  let renewing: Promise<void> | undefined;
  let notBefore: Instant | undefined;

  async function renewOnce() {
    if (unwritten === undefined) {
      const given = grant.refresh === undefined ? undefined : await client.refresh(grant.refresh);
      if (given === undefined)
        throw new MatrixRequestError({ status: 401, code: "M_UNKNOWN_TOKEN", label: "oauth/refresh" });
      unwritten = grantOf(grant.client, { ...given, refresh: given.refresh ?? grant.refresh }, now());
    }
    const next = unwritten;
    await writeGrant(keep, next).catch(() => {
      throw new MatrixRequestError({ code: "NOT_STORED", label: "oauth/refresh" });
    });
    [grant, unwritten] = [next, undefined];
  }
  function renew(): Promise<void> {
    renewing ??= renewOnce().finally(() => (renewing = undefined));
    return renewing;
  }
  const isDue = () => {
    const { givenAt, endsAt } = grant;
    if (endsAt === undefined) return false;
    const lasts: Duration = endsAt - (givenAt ?? 0);
    return now() >= endsAt - Math.min(renewTokenBefore, lasts * renewTokenInLast);
  };
  const hasEnded = () => grant.endsAt !== undefined && now() >= grant.endsAt;

  return {
    async current() {
      const isPaused = notBefore !== undefined && now() < notBefore && !hasEnded();
      if (!isDue() || isPaused) return grant.access;
      try {
        await renew();
      } catch (error) {
        // As long as the homeserver takes the old one, nothing is held up.
        if (hasEnded()) throw error;
        notBefore = later(now(), renewTokenPause);
      }
      return grant.access;
    },
    async instead(refused) {
      if (refused === grant.access) await renew();
      return grant.access;
    },
  };
}

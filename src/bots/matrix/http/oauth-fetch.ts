import { maxOAuthBytes, requestTime } from "../limits.ts";
import { readUpTo, toRequestError } from "./fetch-request.ts";
import { MatrixRequestError } from "./request-error.ts";

type Asked = { method: string; headers: Record<string, string>; body?: string | Uint8Array | URLSearchParams | null };

/** @param label names the request in errors @throws MatrixRequestError when there is no answer, or one that may be another one later */
export type OAuthFetch = (label: string, url: string, asked: Asked) => Promise<Response>;

/**
 * Asks the server at which logins are made, beside the homeserver: other forms of request, the same limits. A redirection is not followed.
 * @param cutOff ends every request
 */
export function createOAuthFetch(cutOff: AbortSignal): OAuthFetch {
  return async (label, url, { method, headers, body = null }) => {
    const signal = AbortSignal.any([cutOff, AbortSignal.timeout(requestTime)]);
    try {
      const sent = body instanceof Uint8Array ? Buffer.from(body) : body;
      const response = await fetch(url, { method, headers, body: sent, redirect: "manual", signal });
      const { status } = response;
      const bytes = await readUpTo(maxOAuthBytes, response, label);
      if (status === 429 || status >= 500) throw new MatrixRequestError({ label, status, code: `HTTP_${status}` });
      return new Response(bytes.length === 0 ? null : new Uint8Array(bytes), { status, headers: response.headers });
    } catch (error) {
      throw toRequestError(error, label);
    }
  };
}

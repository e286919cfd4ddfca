type Refusal = {
  /** The HTTP status, or undefined when there was no answer. */
  status?: number | undefined;
  /** What the homeserver calls the error, "M_FORBIDDEN"; else what the network does, "ECONNREFUSED", "TIMEOUT". */
  code: string;
  /** Which request it was, with "*" for every id in it. */
  label: string;
  retryAfterMs?: number | undefined;
  /** The session of a user-interactive authentication that the homeserver asks for. */
  uiaSession?: string | undefined;
  /** Where the account's owner can allow what was asked for (client-server API, "OAuth authentication", `m.oauth`). */
  approvalUrl?: string | undefined;
  /** Where the server sends on to, as it says it. */
  location?: string | undefined;
  /** The login has ended, and its device is kept for the next one (client-server API, "Soft logout"). */
  isSoft?: boolean | undefined;
};

/** A request that the homeserver did not fulfil. It holds no token, no id and nothing of either body. */
export class MatrixRequestError extends Error {
  override name = "MatrixRequestError";
  readonly status: number | undefined;
  readonly code: string;
  readonly label: string;
  readonly retryAfterMs: number | undefined;
  readonly isSoft: boolean;
  readonly #uiaSession: string | undefined;
  readonly #location: string | undefined;
  readonly #approvalUrl: string | undefined;

  constructor(refusal: Refusal) {
    super(`${refusal.label}: ${refusal.code}${refusal.status === undefined ? "" : ` (${refusal.status})`}`);
    this.status = refusal.status;
    this.code = refusal.code;
    this.label = refusal.label;
    this.retryAfterMs = refusal.retryAfterMs;
    this.isSoft = refusal.isSoft ?? false;
    this.#uiaSession = refusal.uiaSession;
    this.#location = refusal.location;
    this.#approvalUrl = refusal.approvalUrl;
  }

  get approvalUrl(): string | undefined {
    return this.#approvalUrl;
  }

  get location(): string | undefined {
    return this.#location;
  }

  get uiaSession(): string | undefined {
    return this.#uiaSession;
  }
}

/** The homeserver does not accept the bot's login any more: no request will succeed again. */
export function isRevoked(error: unknown): error is MatrixRequestError {
  return (
    error instanceof MatrixRequestError &&
    ["M_UNKNOWN_TOKEN", "M_MISSING_TOKEN", "M_USER_DEACTIVATED"].includes(error.code)
  );
}

/** What the homeserver answers for something that is not there. Any other error says nothing about it. */
export function isNotFound(error: unknown): boolean {
  return error instanceof MatrixRequestError && error.status === 404 && error.code === "M_NOT_FOUND";
}

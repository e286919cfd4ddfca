import { at, countOf, fromJson, textOf } from "../../../../lib/json-value.ts";
import type { Duration } from "../../../../lib/time.ts";
import type { TextKeep } from "../../sync/sync-token.ts";

/** A login by link and code, as it is kept. Its refresh token gets the next access token; each is used once. */
export type Grant = {
  /** whereat's id at the server where the login was made */
  readonly client: string;
  readonly access: string;
  readonly refresh: string | undefined;
  /** when the access token was given, and when it ends, in milliseconds since 1970; undefined: it is not known */
  readonly givenAt: number | undefined;
  readonly endsAt: number | undefined;
};

/** A login that its operator has yet to confirm. It is kept as well: a start in between goes on with the same link and the same device. */
export type AskedLogin = {
  /** of the server where it is made */
  readonly issuer: string;
  readonly client: string;
  readonly device: string;
  readonly link: string;
  readonly code: string;
  readonly deviceCode: string;
  readonly pause: Duration;
  readonly endsAt: number;
};

/** The one takes the place of the other, in one writing. */
const name = "matrix grant";

/** @param keep seals it */
export async function readGrant(keep: TextKeep): Promise<Grant | undefined> {
  const kept: unknown = fromJson((await keep.get(name)) ?? "null");
  const [client, access, refresh] = ["client", "access", "refresh"].map((each) => textOf(at(kept, each)));
  if (!client || !access) return undefined;
  return { client, access, refresh, givenAt: countOf(at(kept, "givenAt")), endsAt: countOf(at(kept, "endsAt")) };
}

export async function readAskedLogin(keep: TextKeep): Promise<AskedLogin | undefined> {
  const kept: unknown = fromJson((await keep.get(name)) ?? "null");
  const texts = ["issuer", "client", "device", "link", "code", "deviceCode"].map((each) => textOf(at(kept, each)));
  const [issuer, client, device, link, code, deviceCode] = texts;
  const [pause, endsAt] = [countOf(at(kept, "pause")), countOf(at(kept, "endsAt"))];
  if (!issuer || !client || !device || !link || !code || !deviceCode || !pause || !endsAt) return undefined;
  return { issuer, client, device, link, code, deviceCode, pause, endsAt };
}

/** Resolves when it is durable. @throws (rejects) StoreError */
export const writeGrant = (keep: TextKeep, grant: Grant): Promise<void> => keep.set(name, JSON.stringify(grant));

/** Resolves when it is durable. @throws (rejects) StoreError */
export const writeAskedLogin = (keep: TextKeep, asked: AskedLogin): Promise<void> =>
  keep.set(name, JSON.stringify(asked));

/** Forgets either of them. */
export const forgetGrant = (keep: TextKeep): Promise<void> => keep.set(name, "null");

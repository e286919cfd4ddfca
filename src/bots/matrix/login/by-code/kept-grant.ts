import { at, countOf, fromJson, textOf } from "../../../../lib/json-value.ts";
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

const name = "matrix grant";

/** @param keep seals it */
export async function readGrant(keep: TextKeep): Promise<Grant | undefined> {
  const kept: unknown = fromJson((await keep.get(name)) ?? "null");
  const [client, access, refresh] = ["client", "access", "refresh"].map((each) => textOf(at(kept, each)));
  if (!client || !access) return undefined;
  return { client, access, refresh, givenAt: countOf(at(kept, "givenAt")), endsAt: countOf(at(kept, "endsAt")) };
}

/** Resolves when it is durable. @throws (rejects) StoreError */
export const writeGrant = (keep: TextKeep, grant: Grant): Promise<void> => keep.set(name, JSON.stringify(grant));

export const forgetGrant = (keep: TextKeep): Promise<void> => keep.set(name, "null");

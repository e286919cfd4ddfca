import type { Homeserver } from "../http/homeserver.ts";
import { MatrixRequestError } from "../http/request-error.ts";

/** The access token of a login. It may change while the login lasts. */
export type Tokens = {
  /** The one to use now. @throws MatrixRequestError when there can be none now */
  current(): Promise<string>;
  /** The one to use in the place of one that was refused; undefined: there is no other. @throws MatrixRequestError */
  instead(refused: string): Promise<string | undefined>;
};

/** A token of a fixed kind. */
export const oneToken = (token: string): Tokens => ({ current: async () => token, instead: async () => undefined });

/** The homeserver as a login sees it, whatever its token is. A request that was refused for its token was not done, so it is made again. */
export function askByTokens(askAs: (token: string) => Homeserver, tokens: Tokens): Homeserver {
  return async (...request) => {
    const token = await tokens.current();
    try {
      return await askAs(token)(...request);
    } catch (error) {
      if (!(error instanceof MatrixRequestError) || error.code !== "M_UNKNOWN_TOKEN") throw error;
      const next = await tokens.instead(token);
      if (next === undefined) throw error;
      return await askAs(next)(...request);
    }
  };
}

import type { Secret } from "../../../config/secret.ts";

/** How the bot gets into its account: by a token of a fixed kind, by password as often as it must, or by a code that its operator confirms. */
export type Access = TokenAccess | PasswordAccess | CodeAccess;
export type TokenAccess = { readonly accessToken: string };
export type PasswordAccess = { readonly user: string; readonly password: string };
export type CodeAccess = { readonly user: string; readonly byCode: true };

/** What the bot's device is called in the account's list of sessions. */
export const deviceName = "whereat";

/** @param user as the settings name the account: its id, or the local part of it */
export const isAccountOf = (user: string, userId: string): boolean =>
  user.startsWith("@") ? userId === user : userId.startsWith(`@${user}:`);

/** How the settings say that the bot gets into its account. */
export type LoginSettings =
  | { readonly accessToken: Secret }
  | { readonly user: string; readonly password: Secret }
  | { readonly user: string; readonly byCode: true };

export function accessOf(login: LoginSettings): Access {
  if ("accessToken" in login) return { accessToken: login.accessToken.reveal() };
  return "password" in login ? { user: login.user, password: login.password.reveal() } : login;
}

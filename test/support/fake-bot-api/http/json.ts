/** What a Bot API answer may hold; a field that is `undefined` is left out of it, as JSON.stringify does. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [field: string]: Json | undefined };
export type JsonObject = { readonly [field: string]: Json | undefined };

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * JSON text of a value made of plain objects, arrays, strings, finite numbers, booleans and null only, so that reading it back gives an
 * equal value. V8's own serialisation would not do: equal strings serialise differently, and its format changes with Node's version.
 * @throws TypeError on anything else (a Date, a Map, bytes), which plain JSON would silently turn into something different
 */
export function strictJson(value: unknown): string {
  check(value);
  return JSON.stringify(value);
}

function check(value: unknown): void {
  if (value === null || typeof value === "string" || typeof value === "boolean" || Number.isFinite(value)) return;
  if (Array.isArray(value)) {
    for (const item of value) check(item);
    return;
  }
  if (typeof value !== "object" || Object.getPrototypeOf(value) !== Object.prototype)
    throw new TypeError(`a value of this type cannot be kept: ${Object.prototype.toString.call(value)}`);
  for (const item of Object.values(value)) if (item !== undefined) check(item);
}

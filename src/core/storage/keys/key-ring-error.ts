/** The key ring cannot be used as it is. Nothing was changed or destroyed; its message says what is wrong and what to do. */
export class KeyRingError extends Error {
  override name = "KeyRingError" as const;
}

/**
 * When a question is asked again while it is still open, both get the same answer. Nothing is remembered: a later question is asked again.
 * @param ask what to ask about a key
 */
export function coalesce<T>(ask: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const open = new Map<string, Promise<T>>();
  return (key) => {
    const asked = open.get(key) ?? ask(key).finally(() => open.delete(key));
    open.set(key, asked);
    return asked;
  };
}

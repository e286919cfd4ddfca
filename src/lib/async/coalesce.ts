/**
 * Has questions that are asked while the same one is still open share its answer. Nothing is remembered: the next question is asked anew.
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

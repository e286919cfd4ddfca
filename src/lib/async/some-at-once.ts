/**
 * Does the same work for each item, a few at once. Rejects with the first failure, when what was begun is over; nothing more is begun then.
 * @param max how many at once
 */
export async function someAtOnce<T>(items: Iterable<T>, work: (item: T) => Promise<void>, max = 100): Promise<void> {
  const waiting = [...items].values();
  let failure: { cause: unknown } | undefined;
  const inTurn = async () => {
    for (const item of waiting) {
      if (failure !== undefined) return;
      await work(item).catch((cause: unknown) => void (failure ??= { cause }));
    }
  };
  await Promise.all(Array.from({ length: max }, inTurn));
  if (failure !== undefined) throw (failure as { cause: unknown }).cause;
}

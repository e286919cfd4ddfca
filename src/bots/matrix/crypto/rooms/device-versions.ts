export type DeviceVersions = {
  /** What the machine knows of these people's devices, or has of sessions with them, may be other from now on. */
  changed(users: Iterable<string>): void;
  /** The same for everybody: it is by the account's own identity that others are trusted. */
  allChanged(): void;
  /** The same number as long as nothing has changed for any of these people. */
  of(users: readonly string[]): number;
};

/** Counts what may change to whom a room's key is given. @param me the bot, whose own changes are everybody's */
export function createDeviceVersions(me: string): DeviceVersions {
  let count = 0;
  let everybodys = 0;
  const changedAt = new Map<string, number>();
  const allChanged = () => {
    everybodys = ++count;
    changedAt.clear();
  };
  return {
    allChanged,
    changed(users) {
      for (const user of users)
        if (user === me) allChanged();
        else changedAt.set(user, ++count);
    },
    of: (users) => users.reduce((latest, user) => Math.max(latest, changedAt.get(user) ?? 0), everybodys),
  };
}

/** A circle, and how long positions are kept in it. */
export type Circle = { readonly name: string; readonly expiry: number };

/** Somebody who shares, or did: what may be shown of them, and what must be. */
export type Sharer = {
  /** one word, which no other name begins with */
  readonly name: string;
  readonly circle: Circle;
  /** where they were, oldest first; since they last began to share */
  points: Point[];
  /** the same of before they last stopped, and when that was */
  before: { points: readonly Point[]; stoppedAt: number } | undefined;
};

/** `at`: when the network says it was, in milliseconds; `saidAt`: when the bot could first be told. */
export type Point = { readonly written: string; readonly at: number; readonly saidAt: number };

/** `about`: whom it asks for by name; undefined: for everybody who shares. */
export type Question = {
  readonly circle: Circle;
  readonly about: Sharer | undefined;
  readonly network: string;
  readonly askedAt: number;
  answeredAt: number | undefined;
  /** how often it was answered */
  answers: number;
};

/** An answer that people can still read. */
export type Standing = {
  readonly question: Question;
  readonly shows: readonly { readonly sharer: Sharer; readonly point: Point }[];
  /** when it was to be gone, and is not */
  isLate: boolean;
};

export type Wrong = { readonly kind: "lost" | "shown too long"; readonly words: string };

/** What an answer says that leaves somebody out of whom the network does not say whether they are a member: nobody who is shown must be none. */
const admitsIt = /network does not tell me now|I can show you .* of those who share|whose position I can show you now/;

/** So many points of one person are remembered; an older one is never shown, whatever an answer waits for. */
const pointsKept = 100;
/** Milliseconds of what the bot's clock and ours may differ by in reading it, and of its turn of a second. */
const turn = 1500;

/**
 * What the bot must know, and what it must no longer show. It is told of everything that people do and of everything that they can read.
 * @param now milliseconds
 * @param faultSince what was wrong at some time since then, if anything was
 */
export function createModel(now: () => number, faultSince: (time: number) => string | undefined = () => undefined) {
  const wrongs: Wrong[] = [];
  let leftOut = 0;
  const sharers = new Map<string, Sharer>();
  const byCircle = new Map<Circle, Sharer[]>();
  const lost = (words: string) => void wrongs.push({ kind: "lost", words });
  const tooLong = (words: string) => void wrongs.push({ kind: "shown too long", words });

  /** @returns until when a point may be shown; in the past when its sharer has stopped since */
  function endOf(sharer: Sharer, point: Point): number {
    const end = point.at + sharer.circle.expiry;
    return sharer.before?.points.includes(point) ? Math.min(end, sharer.before.stoppedAt) : end;
  }

  const find = (sharer: Sharer, written: string): Point | undefined =>
    sharer.points.findLast((point) => point.written === written) ??
    sharer.before?.points.findLast((point) => point.written === written);

  function judgeShown(sharer: Sharer, written: string, question: Question): Point | undefined {
    const { askedAt } = question;
    const point = find(sharer, written);
    const who = `${sharer.name} in ${sharer.circle.name}`;
    if (point === undefined) {
      lost(`${who} is shown where they never were, or were long ago: ${written}`);
      return undefined;
    }
    const isTakenBack = sharer.before?.points.includes(point) === true;
    if (isTakenBack && (sharer.before?.stoppedAt ?? 0) < askedAt) tooLong(`${who} is shown although they had stopped`);
    const age = now() - point.at;
    if (age > sharer.circle.expiry + turn)
      tooLong(
        `${who} is shown ${age} ms after it was so; kept are ${sharer.circle.expiry} ms; asked ${now() - askedAt} ms ago; ` +
          `fault: ${faultSince(askedAt)}`,
      );
    const latest = sharer.points.findLast(({ saidAt }) => saidAt < askedAt);
    if (!isTakenBack && latest !== undefined && sharer.points.indexOf(point) < sharer.points.indexOf(latest))
      lost(`${who} is shown at ${written}, and had said ${latest.written} ${askedAt - latest.saidAt} ms before`);
    return point;
  }

  /** Who must be in the answer to a question: whose position was there before it, and is not about to end. */
  function mustBeShown({ circle, about, askedAt }: Question): Sharer[] {
    const asked = about === undefined ? (byCircle.get(circle) ?? []) : [about];
    return asked.filter(({ points, before }) => {
      const last = points.findLast(({ saidAt }) => saidAt < askedAt);
      const begun = points[0];
      const isSettled = before === undefined || (begun !== undefined && begun.saidAt > before.stoppedAt);
      return (
        last !== undefined &&
        isSettled &&
        begun !== undefined &&
        begun.saidAt < askedAt &&
        last.at + circle.expiry > now() + turn
      );
    });
  }

  return {
    wrongs: wrongs as readonly Wrong[],
    /** answers that said, while something was wrong, that somebody may be left out */
    leftOut: () => leftOut,

    sharer(name: string, circle: Circle): Sharer {
      const made: Sharer = { name, circle, points: [], before: undefined };
      sharers.set(name, made);
      const there = byCircle.get(circle) ?? [];
      there.push(made);
      byCircle.set(circle, there);
      return made;
    },

    /** @param written as an answer writes it; @param at when the network will say it was, now when not given */
    moved(sharer: Sharer, written: string, at = now()): void {
      sharer.points.push({ written, at, saidAt: now() });
      if (sharer.points.length > pointsKept) sharer.points.shift();
    },

    stopped(sharer: Sharer): void {
      sharer.before = { points: sharer.points, stoppedAt: now() };
      sharer.points = [];
    },

    /** whether a question for this person has one answer only: where they are */
    isSure: ({ points, circle }: Sharer, during: number): boolean =>
      (points.at(-1)?.at ?? 0) + circle.expiry > now() + during,

    asked: (network: string, circle: Circle, about?: Sharer): Question => {
      return { circle, about, network, askedAt: now(), answeredAt: undefined, answers: 0 };
    },

    /** @returns what is to be removed in its time; undefined when it shows nobody */
    answered(question: Question, text: string): Standing | undefined {
      question.answeredAt ??= now();
      question.answers += 1;
      const shows = shownIn(text).flatMap(({ name, written }) => {
        const sharer = sharers.get(name);
        if (sharer === undefined || sharer.circle !== question.circle) {
          lost(`${name} is shown in ${question.circle.name}, and is not there`);
          return [];
        }
        const point = judgeShown(sharer, written, question);
        return point === undefined ? [] : [{ sharer, point }];
      });
      const missing = mustBeShown(question).filter((sharer) => !shows.some((one) => one.sharer === sharer));
      const fault = faultSince(question.askedAt);
      const isAdmitted = fault !== undefined && admitsIt.test(text.replaceAll(marks, ""));
      if (missing.length > 0 && isAdmitted) leftOut += 1;
      for (const { name, circle } of isAdmitted ? [] : missing)
        lost(
          `${name} is not shown in ${circle.name}; fault: ${fault}; asked ${now() - question.askedAt} ms ago: “${text.slice(0, 300)}”`,
        );
      return shows.length === 0 ? undefined : { question, shows, isLate: false };
    },

    unreadable: (why: string): void => lost(`something could not be read: ${why}`),

    unanswered(question: Question): void {
      const about = question.about?.name ?? "everybody";
      const ago = now() - question.askedAt;
      lost(
        `a question for ${about} in ${question.circle.name} was not answered in ${ago} ms; fault: ${faultSince(question.askedAt)}`,
      );
    },

    /** @returns when an answer has to be gone, at the latest */
    endOfAnswer: ({ shows }: Standing): number => Math.min(...shows.map(({ sharer, point }) => endOf(sharer, point))),

    standsTooLong(standing: Standing, byMs: number): void {
      if (standing.isLate) return;
      standing.isLate = true;
      tooLong(`an answer in ${standing.question.circle.name} stands ${byMs} ms after the end of what it shows`);
    },
  };
}

export type Model = ReturnType<typeof createModel>;

const marks = /<[^>]*>|[\u2066-\u2069]/g;
const line = /\b(p\d+)\b.*?(-?\d+\.\d{5}), (-?\d+\.\d{5})/;

/** Whom a text shows, and where: the first name of a line is whose position it tells. */
export const shownIn = (text: string): { name: string; written: string }[] =>
  text.split("\n").flatMap((one) => {
    const [, name, latitude, longitude] = line.exec(one.replaceAll(marks, "")) ?? [];
    return name === undefined ? [] : [{ name, written: `${latitude}, ${longitude}` }];
  });

export const writtenOf = (latitude: number, longitude: number): string =>
  `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;

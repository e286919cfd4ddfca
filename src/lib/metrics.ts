/** Values of labels come from our own code, and are few: each set of them is kept for as long as the program runs. */
type LabelValues = readonly string[];

export type Metrics = {
  /** @returns counts one more */
  counter(name: string, help: string, labels?: readonly string[]): (...values: LabelValues) => void;
  /** @param buckets upper bounds, rising. @returns takes one value in */
  histogram(
    name: string,
    help: string,
    buckets: readonly number[],
    labels?: readonly string[],
  ): (value: number, ...values: LabelValues) => void;
  /** @param read asked each time when the text is made */
  gauge(
    name: string,
    help: string,
    labels: readonly string[],
    read: () => Iterable<readonly [value: number, ...values: LabelValues]>,
  ): void;
  /** all of it, as Prometheus reads it: https://prometheus.io/docs/instrumenting/exposition_formats/ */
  text(): string;
};

type Counts = { labels: LabelValues; buckets: number[]; sum: number; count: number };

/** Counts and durations of the program's own work. */
export function createMetrics(): Metrics {
  const families: (() => string[])[] = [];
  const family = (name: string, help: string, type: string, samples: () => string[]) =>
    families.push(() => [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...samples()]);

  return {
    counter(name, help, labels = []) {
      const counts = new Map<string, number>();
      family(name, help, "counter", () => [...counts].map(([series, count]) => `${series} ${count}`));
      return (...values) => {
        const series = sample(name, labels, values);
        counts.set(series, (counts.get(series) ?? 0) + 1);
      };
    },
    histogram(name, help, bounds, labels = []) {
      const all = new Map<string, Counts>();
      family(name, help, "histogram", () =>
        [...all.values()].flatMap(({ labels: values, buckets, sum, count }) => [
          ...bounds.map(
            (bound, at) =>
              `${sample(`${name}_bucket`, [...labels, "le"], [...values, `${bound}`])} ${buckets[at] ?? 0}`,
          ),
          `${sample(`${name}_bucket`, [...labels, "le"], [...values, "+Inf"])} ${count}`,
          `${sample(`${name}_sum`, labels, values)} ${sum}`,
          `${sample(`${name}_count`, labels, values)} ${count}`,
        ]),
      );
      return (value, ...values) => {
        const key = values.join();
        const counts = all.get(key) ?? { labels: values, buckets: bounds.map(() => 0), sum: 0, count: 0 };
        all.set(key, counts);
        counts.sum += value;
        counts.count += 1;
        for (const [at, bound] of bounds.entries())
          if (value <= bound) counts.buckets[at] = (counts.buckets[at] ?? 0) + 1;
      };
    },
    gauge(name, help, labels, read) {
      family(name, help, "gauge", () =>
        [...read()].map(([value, ...values]) => `${sample(name, labels, values)} ${value}`),
      );
    },
    text: () => families.flatMap((each) => [...each(), ""]).join("\n"),
  };
}

const escaped = (value: string) => value.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n");

const sample = (name: string, labels: readonly string[], values: LabelValues) =>
  labels.length === 0
    ? name
    : `${name}{${labels.map((label, at) => `${label}="${escaped(values[at] ?? "")}"`).join()}}`;

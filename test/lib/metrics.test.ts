import { expect, test } from "vitest";
import { createMetrics } from "../../src/lib/metrics.ts";

test("counters, histograms and gauges are told as Prometheus reads them", () => {
  const metrics = createMetrics();
  const done = metrics.counter("done_total", "What was done.", ["network"]);
  const took = metrics.histogram("took_seconds", "How long it took.", [0.1, 1], ["call"]);
  let waiting = 3;
  metrics.gauge("waiting", "What waits.", ["network"], () => [[waiting, "one"]]);
  done("one");
  done("two");
  done("one");
  took(0.05, "send");
  took(0.1, "send");
  took(7, "send");
  waiting = 4;
  expect(metrics.text()).toBe(`# HELP done_total What was done.
# TYPE done_total counter
done_total{network="one"} 2
done_total{network="two"} 1

# HELP took_seconds How long it took.
# TYPE took_seconds histogram
took_seconds_bucket{call="send",le="0.1"} 2
took_seconds_bucket{call="send",le="1"} 2
took_seconds_bucket{call="send",le="+Inf"} 3
took_seconds_sum{call="send"} 7.15
took_seconds_count{call="send"} 3

# HELP waiting What waits.
# TYPE waiting gauge
waiting{network="one"} 4
`);
});

test("a label is escaped, and nothing can add a line", () => {
  const metrics = createMetrics();
  metrics.counter("a_total", "A.", ["b"])('x"\\\n');
  expect(metrics.text().split("\n").slice(2)).toEqual(['a_total{b="x\\"\\\\\\n"} 1', ""]);
});

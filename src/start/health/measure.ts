import type { Receive } from "../../core/messaging/inbox.ts";
import { DeliveryError } from "../../core/model/errors.ts";
import type { ChatNetwork, TextStore } from "../../core/model/ports.ts";
import type { Metrics } from "../../lib/metrics.ts";
import { type Duration, second } from "../../lib/time.ts";
import type { Health } from "./judge.ts";

/** What is counted. The labels are the name of a network, a kind of call and how it ended: never who, where or what. */
export type Measures = {
  store: (store: TextStore) => TextStore;
  network: (network: ChatNetwork) => ChatNetwork;
  receive: (name: string, receive: Receive) => Receive;
  /** @param look gives how all is, each time when the metrics are read */
  health: (look: () => Health) => void;
};

/** Seconds, from what a memory takes to what a network does. */
const buckets = [0.001, 0.005, 0.02, 0.1, 0.5, 1, 2, 5, 10, 30];

/** @param elapsed milliseconds since any moment, never goes back */
export function createMeasures(metrics: Metrics, elapsed: () => Duration): Measures {
  const received = metrics.counter("whereat_received_total", "What networks told.", ["network"]);
  const receiving = metrics.histogram(
    "whereat_receive_seconds",
    "From hearing something until it is durable.",
    buckets,
    ["network"],
  );
  const calls = metrics.histogram("whereat_call_seconds", "Calls of a network, how each ended.", buckets, [
    "network",
    "call",
    "end",
  ]);
  const storing = metrics.histogram("whereat_store_seconds", "Calls of the store, how each ended.", buckets, [
    "call",
    "end",
  ]);
  const since = (began: Duration) => (elapsed() - began) / second;

  async function timed<T>(work: () => Promise<T>, note: (seconds: number, end: string) => void): Promise<T> {
    const began = elapsed();
    try {
      const result = await work();
      note(since(began), "done");
      return result;
    } catch (error) {
      note(since(began), error instanceof DeliveryError ? error.failure.kind : "failed");
      throw error;
    }
  }

  return {
    store(store) {
      const call = <T>(name: string, work: () => Promise<T>) =>
        timed(work, (seconds, end) => storing(seconds, name, end));
      return {
        ...store,
        get: (id) => call("read", () => store.get(id)),
        getMany: (ids) => call("read", () => store.getMany(ids)),
        set: (id, text) => call("write", () => store.set(id, text)),
        delete: (ids) => call("delete", () => store.delete(ids)),
      };
    },
    network(network) {
      const call = <T>(name: string, work: () => Promise<T>) =>
        timed(work, (seconds, end) => calls(seconds, network.network, name, end));
      const edit = network.edit?.bind(network);
      return {
        ...network,
        membership: (...about) => call("membership", () => network.membership(...about)),
        send: (...message) => call("send", () => network.send(...message)),
        ...(edit && { edit: (...message) => call("edit", () => edit(...message)) }),
        remove: (...message) => call("remove", () => network.remove(...message)),
      };
    },
    receive:
      (name, receive) =>
      async (...batch) => {
        for (let count = 0; count < batch.length; count++) received(name);
        await timed(
          () => receive(...batch),
          (seconds) => receiving(seconds, name),
        );
      },
    health(look) {
      const gauge = (name: string, help: string, of: (health: Health) => [number, string][]) =>
        metrics.gauge(`whereat_${name}`, help, ["part"], () => of(look()));
      gauge("good", "1 while this part works, 0 while it does not.", ({ lines }) =>
        lines.map(({ about, wrong }) => [wrong.length === 0 ? 1 : 0, about]),
      );
      gauge("waiting", "How much is due and not done yet.", ({ lines }) =>
        lines.flatMap(({ about, waiting }) => (waiting === undefined ? [] : [[waiting, about]])),
      );
      gauge("idle_seconds", "Since when nothing was heard there, or written.", ({ lines }) =>
        lines.flatMap(({ about, idle }) => (idle === undefined ? [] : [[idle / second, about]])),
      );
    },
  };
}

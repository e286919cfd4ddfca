import { hold } from "../contest.ts";
import { startPeer } from "../peers.ts";
import { startCore } from "../whereat-core.ts";
import { type Row, scaled } from "./row.ts";

/** Members, all of whom share; and how many questions one round has of each kind of server. */
const sizes = [
  { size: 10, ceiling: 5000, openpgp: 20, whereat: 100 },
  { size: 50, ceiling: 2000, openpgp: 10, whereat: 40 },
  { size: 200, ceiling: 500, openpgp: 3, whereat: 20 },
] as const;
const groups = 10;

export const group: Row = {
  what: "/whereis in groups of 10, 50 and 200, in the core",
  async run(ends, options) {
    const { rounds } = options;
    const most = Math.max(...sizes.map(({ size }) => size));
    const ceiling = await startPeer(ends, "ceiling", most);
    const openpgp = await startPeer(ends, "openpgp", most);
    for (const { size, ...count } of sizes) {
      const core = await startCore(ends);
      await core.ask("seed", groups, size);
      await hold({
        title: `Everybody in a group of ${size} is told, /whereis (the answer lists 25 at most; the others read them all)`,
        rounds,
        contestants: [
          { name: "ceiling: rows read and opened", round: () => ceiling.groups(scaled(count.ceiling, options), size) },
          { name: "openpgp.js, keyv", round: () => openpgp.groups(scaled(count.openpgp, options), size) },
          {
            name: "whereat's core, 10 groups ask at a time",
            round: () => core.ask("questions", scaled(count.whereat, options), 10, false),
          },
          {
            name: "whereat's core, 1 asks at a time",
            round: () => core.ask("questions", scaled(count.whereat, options), 1, false),
          },
        ],
      });
      await core.end();
    }
  },
};

export const name: Row = {
  what: "/whereis NAME in a group of 5 and of 50, in the core",
  async run(ends, options) {
    const { rounds } = options;
    const small = await startCore(ends);
    const large = await startCore(ends);
    await small.ask("seed", groups, 5);
    await large.ask("seed", groups, 50);
    await hold({
      title: "One person is told, /whereis NAME",
      rounds,
      contestants: [
        { name: "in a group of 5", round: () => small.ask("questions", scaled(200, options), 10, true) },
        { name: "in a group of 50", round: () => large.ask("questions", scaled(200, options), 10, true) },
      ],
    });
  },
};

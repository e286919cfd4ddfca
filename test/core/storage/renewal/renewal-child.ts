import { renew } from "./renewal-story.ts";

// Renews the keys in a folder, and kills itself with SIGKILL at the n-th named point.
const [folder = "", killAt = "", from, to] = process.argv.slice(2);
let points = 0;
await renew(folder, { from, to }, () => {
  if (++points === Number(killAt)) process.kill(process.pid, "SIGKILL");
});

const network = /^(ECONN|EHOST|ENET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_)/;
// https://www.postgresql.org/docs/current/errcodes-appendix.html: connections, resources and operator intervention
const passingInPostgres = /^(08|53|57)/;
// "WRONGPASS invalid username-password pair": Redis's errors begin with a word in capitals.
const saidByRedis = /^[A-Z]+ /;
const passingInRedis = /^(LOADING|BUSY|MASTERDOWN|CLUSTERDOWN|TRYAGAIN) /;

/**
 * Whether a store's server is not there, or not ready, so that a later try may do; false for what it will go on refusing.
 * @param error what a client of PostgreSQL, Redis or Valkey failed with
 */
export function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ("code" in error && typeof error.code === "string")
    return network.test(error.code) || passingInPostgres.test(error.code);
  return !saidByRedis.test(error.message) || passingInRedis.test(error.message);
}

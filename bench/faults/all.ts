import { asking } from "./asking.ts";
import { ending } from "./ending.ts";
import type { Faults } from "./fault.ts";
import { keeping } from "./keeping.ts";
import { inOnesLanguage } from "./languages.ts";
import { logins } from "./logins/logins-and-keys.ts";
import { matrixLogins } from "./logins/matrix-logins.ts";
import { losing } from "./losing.ts";
import { meeting } from "./meeting.ts";
import { onMatrix } from "./on-matrix.ts";
import { namesOfPlaces } from "./places.ts";
import { looks } from "./requests/looks.ts";
import { requests } from "./requests/requests.ts";
import { running } from "./running.ts";
import { secrets } from "./secrets.ts";
import { telling } from "./telling.ts";

/** What could go wrong with each promise of the README. Its test has to fail then: bench/faults.ts tries that. */
export const faults: Faults = {
  ...asking,
  ...ending,
  ...inOnesLanguage,
  ...keeping,
  ...logins,
  ...looks,
  ...losing,
  ...matrixLogins,
  ...meeting,
  ...onMatrix,
  ...namesOfPlaces,
  ...requests,
  ...running,
  ...telling,
  ...secrets,
};

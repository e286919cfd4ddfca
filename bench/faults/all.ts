import { ending } from "./ending.ts";
import type { Faults } from "./fault.ts";
import { keeping } from "./keeping.ts";
import { logins } from "./logins/logins-and-keys.ts";
import { matrixLogins } from "./logins/matrix-logins.ts";
import { losing } from "./losing.ts";
import { onMatrix } from "./on-matrix.ts";
import { looks } from "./requests/looks.ts";
import { requests } from "./requests/requests.ts";
import { running } from "./running.ts";
import { secrets } from "./secrets.ts";
import { accounts } from "./showing/accounts.ts";
import { asking } from "./showing/asking.ts";
import { inOnesLanguage } from "./showing/languages.ts";
import { links } from "./showing/links.ts";
import { meeting } from "./showing/meeting.ts";
import { pictures } from "./showing/pictures.ts";
import { namesOfPlaces } from "./showing/places.ts";
import { telling } from "./showing/telling.ts";

/** What could go wrong with each promise of the README. Its test has to fail then: bench/faults.ts tries that. */
export const faults: Faults = {
  ...asking,
  ...ending,
  ...inOnesLanguage,
  ...keeping,
  ...logins,
  ...looks,
  ...links,
  ...accounts,
  ...losing,
  ...matrixLogins,
  ...meeting,
  ...onMatrix,
  ...namesOfPlaces,
  ...pictures,
  ...requests,
  ...running,
  ...telling,
  ...secrets,
};

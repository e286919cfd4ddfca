import { createBeginApart } from "../lib/async/begin-apart.ts";
import { createRetry } from "../lib/async/retry.ts";
import type { Log } from "../lib/log.ts";
import { type Clock, later, type Wait } from "../lib/time.ts";
import { createBoards } from "./board/boards.ts";
import type { Command, Services } from "./commands/define-command.ts";
import { commands as allCommands } from "./commands/index.ts";
import { createRestraint } from "./commands/restraint.ts";
import { createFirstLooks } from "./looks/first-looks.ts";
import { createLooks } from "./looks/looks.ts";
import { createAudiences } from "./messaging/audiences.ts";
import { createCarryOut } from "./messaging/carry-out.ts";
import { createGuards } from "./messaging/guards.ts";
import { createHandler } from "./messaging/handle.ts";
import { createHeldAnswers } from "./messaging/held-answers.ts";
import { createInbox, type Receive } from "./messaging/inbox.ts";
import { createLosses } from "./messaging/losses.ts";
import { createSendAnswer } from "./messaging/send-answer.ts";
import { createSender } from "./messaging/sender.ts";
import { createTidy } from "./messaging/tidy.ts";
import { createWorker } from "./messaging/worker.ts";
import type { Network, RandomId } from "./model/ids.ts";
import { handledKept } from "./model/limits.ts";
import type { Pictures } from "./model/pictures.ts";
import type { Places } from "./model/places.ts";
import type { Continuity, Seal, TextStore } from "./model/ports.ts";
import { createAnswerExpiry } from "./queue/answer-expiry.ts";
import { type Backlog, createBacklog } from "./queue/backlog.ts";
import { createQueue } from "./queue/queue.ts";
import { waitingShares } from "./queue/waiting-shares.ts";
import { createCircles } from "./rooms/circles.ts";
import { createLanguages, type Languages } from "./rooms/languages.ts";
import { createMeetingPoints } from "./rooms/meeting-points.ts";
import { createMembers, type Networks } from "./rooms/membership.ts";
import { createRoomSettings } from "./rooms/room-settings.ts";
import { createChangedCircles } from "./sharing/changed-circles.ts";
import { createEndings } from "./sharing/ending/endings.ts";
import { createRoomChanges } from "./sharing/ending/room-changes.ts";
import { createPrivateShare } from "./sharing/private/private-share.ts";
import { createQuietShares } from "./sharing/quiet-shares.ts";
import { createMakeRequests } from "./sharing/requests/make-requests.ts";
import { createRequests } from "./sharing/requests/requests.ts";
import { createSayRequests } from "./sharing/requests/say-requests.ts";
import { createReviewAnswer } from "./sharing/seen/review-answers.ts";
import { createShares } from "./sharing/shares.ts";
import { recordKeys } from "./storage/records/record-keys.ts";
import { createSealedRecords } from "./storage/records/sealed-records.ts";
import { createPatientStore } from "./storage/stores/patient-store.ts";

export type World = {
  store: TextStore;
  seal: Seal;
  /** whether what is stored is what was stored last */
  continuity: Continuity;
  networks: Networks;
  clock: Clock;
  wait: Wait;
  /** from 0 up to 1 */
  random: () => number;
  newId: RandomId;
  log: Log;
  /** what places are called; absent where there is no map file */
  places?: Places | undefined;
  pictures?: Pictures | undefined;
  /** those that there are, unless others are given */
  commands?: ReadonlyMap<string, Command>;
};

export interface Core {
  receive: Receive;
  /** in which language something is said there, for what a network says by itself */
  languageOf: Languages["of"];
  /** reads what was kept when the program ended; to be called once, before anything else */
  resume: () => Promise<void>;
  /** ends and destroys what is over, and sends what is due; to be called every second */
  tick: () => Promise<void>;
  /** destroys the keys of what is over, whatever becomes of the store and of `tick`, which waits for it; to be called every second */
  destroyKeys: () => Promise<void>;
  /** resolves when nothing that is due can be worked on or sent at the moment */
  idle: () => Promise<void>;
  /** what is due on each network and was not done yet; to be called every second */
  backlog: () => ReadonlyMap<Network, Backlog>;
  /** takes nothing more in and sends nothing more; resolves when what is under way is done */
  stop: () => Promise<void>;
}

const clockIsBehind =
  "this machine's clock is behind the time at which whereat ran before, so one of them is wrong: all positions were destroyed, for nobody can tell how old they are; set the clock right if it is not";

/**
 * Puts the core together from the few things that it wants from the world, from the bottom up: what is above knows what is below, and nothing
 * calls back up. docs/architecture.md draws it.
 */
export function createCore(world: World): Core {
  const {
    store,
    seal,
    continuity,
    networks,
    clock,
    wait,
    random,
    newId,
    log,
    places,
    pictures,
    commands = allCommands,
  } = world;
  let stopping = false;
  const isStopping = () => stopping;
  const retry = createRetry(wait, random);
  const records = createSealedRecords(createPatientStore(store, { retry, log, clock, isStopping }), seal, clock, log);
  const queue = createQueue(records);
  const answerExpiry = createAnswerExpiry(queue, clock);
  const circles = createCircles({ records, newId, clock, answerExpiry, continuity });
  const quiet = createQuietShares(records, queue, clock);
  const changed = createChangedCircles();
  const shares = createShares(records, seal, circles, clock, answerExpiry, continuity, quiet, changed);
  const members = createMembers(circles, networks, clock);
  const requests = createRequests({ records, continuity, newId, clock });
  const sayRequests = createSayRequests({ requests, circles, members, networks, answerExpiry, queue, clock });
  const makeRequests = createMakeRequests({ requests, say: sayRequests, circles, members, shares, clock });
  const people = { circles, shares, members, networks };
  const sharing = createPrivateShare({ ...people, requests, sayRequests, records, seal, answerExpiry, newId, clock });
  const settings = createRoomSettings({ records, circles, continuity, clock });
  const languages = createLanguages({ records, settings, clock });
  const looks = createLooks({ records, seal, circles, members, networks, clock });
  const firstLooks = createFirstLooks({ records, queue, circles, members, networks, clock });
  const meetings = createMeetingPoints({ records, seal, circles, answerExpiry, changed, clock });
  const rooms = createRoomChanges(circles, shares, seal, records, answerExpiry, settings, looks, meetings);
  const losses = createLosses({ continuity, circles, shares, meetings, queue, answerExpiry, records, clock, log });
  const endings = createEndings({ records, circles, shares, clock });
  const restraint = createRestraint(clock);
  const isWaiting: Services["isWaiting"] = (withdrawn) => waitingShares(queue, withdrawn).length > 0;
  const services = {
    records,
    circles,
    shares,
    endings,
    sharing,
    requests,
    sayRequests,
    makeRequests,
    members,
    rooms,
    settings,
    languages,
    meetings,
    networks,
    places,
    answerExpiry,
    looks,
    firstLooks,
    newId,
    isWaiting,
    ...restraint,
    commands,
  };

  const guards = createGuards(services, clock);
  const handle = createHandler(services, guards);
  const audiences = createAudiences({ settings, networks });
  const boards = createBoards({ ...services, queue, changed, clock });
  const carryOut = createCarryOut({ queue, records, sharing, audiences, boards, endings, clock });
  const tidy = createTidy({ queue, settings, circles, commands, clock });
  const taking = { queue, records, losses, settings, tidy, clock, retry, log, isStopping };
  const receive = createInbox({ ...taking, guards, handle, carryOut });
  // After an outage hundreds have asked and said something: a /stop does not wait for all of that. Most of it takes some thirty turns.
  const mayBegin = createBeginApart(10, 30);
  const worker = createWorker({ queue, handle, carryOut, mayBegin, clock, wait, random, log });
  const review = createReviewAnswer({ circles, shares, answerExpiry, clock });
  const sendAnswer = createSendAnswer({ queue, answerExpiry, looks, firstLooks, review, clock });
  const held = createHeldAnswers({ records, queue, audiences, networks, newId, clock });
  const answering = { sendAnswer, answerExpiry, held, audiences, languages, pictures, losses };
  const sender = createSender({
    ...answering,
    queue,
    boards,
    handle,
    carryOut,
    mayBegin,
    networks,
    ofRemoval: tidy.ofRemoval,
    clock,
    wait,
    log,
  });
  queue.subscribe(run);

  function run() {
    worker.run();
    sender.run();
  }

  async function tick() {
    const now = clock();
    await losses.check();
    await shares.sweep(now);
    await quiet.tell(now);
    await queue.drop(now);
    await boards.tick(now);
    run();
    await records.sweep(now);
  }

  return {
    receive,
    languageOf: (...asked) => languages.of(...asked),

    async resume() {
      await circles.resume();
      await looks.resume();
      await queue.resume();
      // What waits to be worked on or answered was taken in, though the program may have ended before that was noted.
      for (const { kind, id } of queue.items()) {
        if (kind !== "removal" && kind !== "board")
          await records.set(recordKeys.handled(id), true, later(clock(), handledKept));
      }
      for (const circle of seal.halfRotatedCircles()) await shares.shortenAll(circle, await circles.expiry(circle));
      // Before anything of what was kept is believed.
      if (!(await losses.check())) await shares.resume();
      if (seal.isClockBehind) {
        log.warn(clockIsBehind);
        await answerExpiry.endAll();
      }
      for (const answer of answerExpiry.planned()) await review(answer);
      await boards.resume();
      await tick();
    },

    tick,
    destroyKeys: () => records.destroyKeys(clock()),
    backlog: createBacklog(queue, clock),

    async idle() {
      // What is worked on leads to what is sent, and what is sent may lead to what is worked on.
      for (let quiet = 0; quiet < 2; quiet += 1) {
        const before = queue.items().length;
        await worker.idle();
        await sender.idle();
        if (queue.items().length !== before) quiet = -1;
      }
    },

    async stop() {
      stopping = true;
      await Promise.all([worker.stop(), sender.stop()]);
    },
  };
}

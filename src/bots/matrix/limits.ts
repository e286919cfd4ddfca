import { maxCommandAge } from "../../core/model/limits.ts";
import { day, hour, minute, second } from "../../lib/time.ts";

/** Every limit of the Matrix adapter, in one place. Durations are milliseconds. */

// Requests.

/** A question about a room or a person. Whoever waits for it would rather be told that it cannot be known now. */
export const lookupTime = 10 * second;
/** A request that changes something on the homeserver. */
export const requestTime = 30 * second;
/** Joining and making rooms: the servers of other people have a say in it, and Synapse waits a minute for them. */
export const federatedRequestTime = minute;
/** An answer of more bytes is refused. */
export const maxAnswerBytes = 32 * 1024 * 1024;
/** How long to wait where a homeserver that failed does not say. */
export const pauseWhenNotTold = 5 * second;
/** How long `stop` lets a handler finish before its requests are cut off: the program ends after two seconds. */
export const handlersTime = 1.5 * second;

// Sync.

/** How long a sync waits for something to happen; 30 s is what matrix-js-sdk asks for. */
export const syncPoll = 30 * second;
/** How much longer the answer may take than the homeserver was asked to wait. */
export const syncAnswerTime = minute;
/** An initial sync of many rooms takes Synapse minutes. */
export const initialSyncTime = 5 * minute;
export const maxSyncBytes = 96 * 1024 * 1024;
/** The syncs of so much time have their token stored once. What came in it comes again after a kill. */
export const tokenRest = second;
/** Events of one room in one sync. */
export const timelineLimit = 50;
/** A homeserver that was restored from a backup never takes the old token again. */
export const maxTokenRefusals = 3;
export const gapPageSize = 100;
/** Beyond these pages of a room's gap, what was said is old, and the gap stays one. */
export const maxGapPages = 20;

// Lanes: what waits for one room's server.

/** How long an event is tried again: as long as a command is of use to whoever said it. */
export const eventPatience = maxCommandAge;
/** How often an event is tried again that the homeserver answers with an error of its own, which may never pass. */
export const maxEventTries = 5;
/** Syncs of one room that wait. Later ones become one, and what they left out is fetched with /messages when its turn comes. */
export const maxWaitingSyncs = 4;
/** Invitations and removals of one room that wait, too. */
export const maxWaitingBatches = 50;
/** How far the stored sync token may lag behind. What is older is given up, so that a restart finds what comes after it. */
export const maxTokenLag = 10 * minute;
/** Between two syncs no more than that counts as waiting: while the homeserver is away, nothing is given up. */
export const maxSyncPause = minute;

// Encryption.

/** How long the homeserver may wait for other servers' answers to keys/query and keys/claim; 10 s by default (spec, "timeout"). */
export const remoteKeysTime = 5 * second;
/** How long one request for keys may take. Who has none by then gets no key for this message. */
export const keysTime = 10 * second;
export const maxKeysTries = 3;
/** People in one keys/query, as in matrix-sdk-crypto. */
export const maxQueried = 250;
/** People of failed queries that are asked for one by one at a time. */
export const maxSuspects = 10;
/** Rounds of sharing a room key before a message is encrypted; a second one is needed when the key expires meanwhile. */
export const maxSharingRounds = 3;
/** Unreadable events whose key may come; a flood of them must not fill the disk. */
export const maxUndecryptableKept = 500;
/** Messages of one session whose events are remembered, against replays. Senders begin a new one every 100 messages unless the room says otherwise. */
export const maxMessagesRemembered = 200;
/**
 * How long keys of received messages are kept, in days. Positions are destroyed after an hour unless a room says otherwise, so a key that its
 * sender no longer uses is kept for an hour, for what arrives late. One in use lasts as long as senders use one: 7 days by default
 * (m.room.encryption, rotation_period_ms), and a day more.
 */
export const keepKeysDays = { replaced: 1 / 24, unreplaced: 8 };
/** Hashes of old to-device messages, against replays. */
export const keepOlmHashes = 90 * day;
/** How often it is looked who shares an encrypted room with the bot, to forget the others; after somebody left, at the next hour. */
export const lookForPeopleEvery = day;
/** How long a session with a device that is not known is kept: its list may be about to come. */
export const keepUnusedSessions = day;

// The login.

/** New logins after one that ended. One that ends at once, again and again, is somebody's wish. */
export const maxRenewalsPerHour = 5;
/** How long a verification of the bot's device may take; clients give up on a request after ten minutes (client-server API, "Key verification framework"). */
export const verificationTime = 10 * minute;
/** Requests to verify it that nobody asked for, each of which is declined. */
export const maxDeclinedPerHour = 10;
/** Characters of a verification's id, and of a device's. */
export const maxFlowId = 255;
/** An answer of the server at which logins are made. It holds tokens and addresses. */
export const maxOAuthBytes = 65_536;
/** How long before its end an access token is renewed, and the part of its time that this is at most. Five minutes are usual. */
export const renewTokenBefore = minute;
export const renewTokenInLast = 1 / 4;
/** How long after a renewal that came to nothing the next one is tried, while the token still holds. */
export const renewTokenPause = 5 * second;
/** The least and the longest pause between two questions whether the code of a login was confirmed, whatever the server says. */
export const leastCodePause = second;
export const longestCodePause = minute;

// Rooms.

/** How often somebody who asks in a room is invited to the private chat in which they are answered: they may have turned it down. */
export const inviteForAnswersWithin = 10 * minute;
/** How long after it was looked whether such a person has joined it is looked again. */
export const joinLookedAt = 5 * second;

/** Invitations of one person in an hour. */
export const maxInvitationsPerHour = 20;
export const maxInvitationTries = 5;
export const maxInvitationsAtOnce = 50;
export const maxInvitationsOfServer = 5;
/** Who came longer ago than that is told of by a first sync, and was greeted then. */
export const freshFor = 10 * minute;
/** How long the bot waits in a room in which it is alone or may not speak. */
export const unusableRoomTime = 10 * minute;
/** How often such a room is looked at. */
export const unusableRoomPause = minute;
/** Messages that are redacted when a private chat ends: homeservers take few requests at once from one account. */
export const maxRedactedAtEnd = 20;
/** Rooms and shares of which something is remembered. Beyond, the homeserver is asked again. */
export const maxRemembered = 5000;
export const maxCreateEvents = 1000;
/** People of one room whose shares are asked about at the same time. */
export const maxAskedAhead = 50;

// Reading.

/** Characters of a message that is read as a command. */
export const maxText = 4096;
/** Markup makes the same words longer. */
export const maxMarkup = 4 * maxText;
export const maxMentions = 50;
/** Names by which the bot is called: that of its account, and those that it has in single rooms. */
export const maxOwnNames = 10;
/** Characters of a location's URI, as in readGeoUri. */
export const maxGeoUri = 512;
/** How far a phone's clock may be off before its times are put right and its owner is told; fetching a message takes seconds. */
export const maxClockSkew = 2 * minute;
/** How often a person is told that their clock is off. */
export const clockHintWithin = day;
/** How often a person is told that a location of theirs cannot be read. */
export const unreadableHintWithin = hour;
/** Longer than any share lasts here: only keeps times within what a Date can be. */
export const maxBeacon = 7 * day;
/** Keys come before or right after what they open. */
export const keyPatience = 30 * second;
/** Whoever said something unreadable longer ago waits no more. */
export const maxUndecryptableAge = 5 * minute;
/** Hints about unreadable events: one for each person and so many in a room, in this time. */
export const maxUndecryptableHintsPerRoom = 5;
export const undecryptableHintsWithin = hour;

// Sending.

/** Hints about clear messages in an encrypted room, in ten minutes: homeservers let an account speak every few seconds only. */
export const maxClearMessageHintsPerRoom = 5;
export const clearMessageHintsWithin = 10 * minute;
/** How long a hint is tried again that the homeserver limits. */
export const hintPatience = minute;
/** The same for a pin, which comes after the text that says what it is: the next message of the chat waits for it. */
export const pinPatience = 10 * second;
/** People of a room who are looked up one by one. While so many are, further ones are looked up in one list of all. */
export const maxOneByOne = 4;
/** Lookups that are under way at the same time, in all rooms. */
export const maxLookupsAtOnce = 500;
/** Events of the bot's own that are looked through for one whose sending was cut off. */
export const maxSentSince = 50;
/** Events that refer to the beginning of a live share, of which its latest point is looked for: others may say that they do. */
export const maxPointsLooked = 20;

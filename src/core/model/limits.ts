import { type Duration, day, hour, minute, second } from "../../lib/time.ts";

/** Everything has a limit, and each limit has a name. docs/limits.md lists them all; a test holds the two together. */

/** Commands that one person may say; /stop and /forget always have their effect. */
export const maxCommandsPerPerson = 20;
/** Commands that may be said in one room, by all its people together. */
export const maxCommandsPerRoom = 60;
/** Commands that are taken in all. */
export const maxCommandsInAll = 3000;
/** Times that somebody who writes no command in private is told so: enough for a person, and an end for another bot. */
export const maxHintsAboutWords = 3;
/** The time over which these are counted. */
export const commandsWithin: Duration = minute;

/** How long an answer that could not be shown in place waits for who asked to open the private chat. */
export const heldAnswerKept: Duration = 10 * minute;

/** How long a word that concerns only who asked stands in a room: help, an error, a setting that was asked for. */
export const wordStands: Duration = 10 * minute;

/** How often a room, or somebody in it, is told the same of what is amiss there, when that does not change. */
export const adviceEvery: Duration = 10 * minute;

/** How old a command may be when it is heard: whoever said it has long gone on, and an admin may no longer be one. */
export const maxCommandAge: Duration = 5 * minute;
/** How old a command may be for a word that it was not done: whoever said it may still wait. Later, nobody does. */
export const maxLateWordAge: Duration = hour;
/** How long a live share may last: "until turned off" is capped. */
export const maxShareLength: Duration = day;
/** After so long without a new position of a live share, its sharer is told: a phone's system may have ended the app. */
export const quietAfter: Duration = 15 * minute;
/** How long that word waits to be sent: later it may not be true any more. */
export const quietWordKept: Duration = 5 * minute;
/** How long a position that was sent in private waits for its sharer's choice. */
export const maxChoiceWait: Duration = hour;

export const minExpiry: Duration = minute;
export const maxExpiry: Duration = 7 * day;

/** A name, in graphemes as people count them, in code points of one grapheme, and in bytes of UTF-8. */
export const maxNameGraphemes = 64;
export const maxGraphemeCodePoints = 16;
export const maxNameBytes = 1024;

/** People in one list. More would not fit into one message on Telegram (4096 characters), nor be read. */
export const maxPeopleInList = 25;
/** People of a list who are seen at once, the nearest of them; the others stand folded, where the network can fold. */
export const peopleBeforeFold = 5;
/** Edits of one room's board, in any minute; a position that has to go when they are used up goes with its whole board. */
export const maxBoardEdits = { max: 4, within: minute } as const;
/** How often a board is brought up to date at most while nobody asks and nothing has to go from it. */
export const boardEvery: Duration = 20 * second;
/** How long a position may stand on a board as where somebody is, once it is too old for that: by then it is shown as the last one, or gone. */
export const maxBoardLag: Duration = minute;
/** How long what has to go from a board may wait for the board to be worked out; then all of the board goes. */
export const maxBoardWait: Duration = 2 * second;
/** How long one message of a board stands before another takes its place: the network that has boards deletes nothing after 47 hours. */
export const boardStands: Duration = 46 * hour;
/** How long a room is left without a board whose network refused it. */
export const boardRefused: Duration = 10 * minute;

/** Names that one question can ask for. */
export const maxNamesAtOnce = 10;

/** Open shares of one person with one circle; a further one ends the oldest. Only one position is kept, the latest. */
export const maxSharesPerPerson = 10;
/** Circles that one person is known in; nothing is shared with a further one, for /stop would not find it. */
export const maxCirclesPerPerson = 100;
/** People who were seen in one circle: a further one cannot share there, for what they chose would not be known. */
export const maxPeoplePerCircle = 20_000;
/** How long a code links a room with another, or joins two accounts, from when it was made until that is confirmed. */
export const linkCodeLasts: Duration = 10 * minute;
/** Codes that one person may try in that time, and all people together. */
export const maxCodesPerPerson = 5;
export const maxCodesInAll = 200;
/** People who have joined two accounts, in all: they stand in one record, which is read for each answer. */
export const maxJoins = 2000;
/** Rooms that one room is linked with. */
export const maxLinksPerCircle = 12;
/** People who share with one circle at the same time. */
export const maxSharersPerCircle = 2000;

/** Characters of rows and of what they said that are remembered, so that they are not decrypted again: some 18,000 rows. */
export const maxRememberedCharacters = 16_777_216;

/** What waits to be said in one chat. Beyond it, questions are dropped: the network takes nothing there. */
export const maxWaitingPerChat = 50;
/** What waits in all: to be worked on, said or deleted. */
export const maxWaitingInAll = 20_000;
/** Signs that something was taken in, which wait to be given; they are kept in memory only. */
export const maxReactions = 1000;

/** How long somebody who was asked where they are can answer, and after a choice how long it holds for their next location. */
export const requestLasts: Duration = 10 * minute;
/** Requests that one person may make, in the time in which one lasts. */
export const maxRequestsByPerson = 5;
/** Requests that are brought to the people of one room, in the time in which one lasts. */
export const maxRequestsInRoom = 20;
/** Requests that are brought to one person in an hour: more would be pestering. */
export const maxRequestsToPerson = 3;
/** People who are named as asking the same, and circles in which somebody is asked, at the same time. */
export const maxAskersAtOnce = 5;
/** People whom a name may fit so that each of them is asked; one that fits more says too little of whom is meant. */
export const maxPeopleRequested = 3;
/** People whose names the network is asked for, to find whom a request means. */
export const maxPeopleLookedUp = 200;

/** Answers that showed one person, of which it is kept who asked: of more, the oldest are forgotten before their time. */
export const maxLooksKept = 500;
/** Shortenings of one expiry that are known apart, so that a longer one later brings no look back: of more, the oldest count as one. */
export const maxShorteningsKept = 20;
/** Answers of which /who tells at once. */
export const maxLooksInList = 25;
/** How long it is believed how many people are in a room: each answer would ask anew. */
export const peopleCounted: Duration = minute;

/** How long after its time an answer is still deleted, or edited away: the program may have been off, or the bot out of the room. */
export const maxRemovalWait: Duration = 7 * day;

/** How long it is remembered that something was handled, so that a network that tells it again changes nothing. */
export const handledKept: Duration = day;

import { type Duration, hour, minute, second } from "../../lib/time.ts";

/**
 * The limits of the Bot API, with where each is stated, and our own. "Bot API" is core.telegram.org/bots/api, "FAQ" is
 * core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this.
 */

/**
 * Characters of one message after its entities are parsed (Bot API, sendMessage). They are counted in UTF-16 code units, which are never fewer
 * than what Telegram may count.
 */
export const maxTextCharacters = 4096;
/** Messages that one long text is split into. Ours: a longer text is refused. */
export const maxPieces = 10;

/** Bytes that a button sends back when it is pressed (Bot API, InlineKeyboardButton.callback_data). */
export const maxCallbackDataBytes = 64;
/** Characters of the id of a callback query. Ours: Telegram's have 19 digits. */
export const maxCallbackQueryIdCharacters = 64;
/** Characters that a button copies (Bot API, CopyTextButton.text). */
export const maxCopiedCharacters = 256;
/** Buttons under one answer that copy coordinates. Ours: with more people in it than that, the buttons would hide the answer. */
export const maxCopyButtons = 6;
/** Buttons under one message. Ours, half of what Telegram takes: what does not fit is to be typed. */
export const maxButtons = 50;
/** Characters of a deep link's payload (core.telegram.org/bots/features#deep-linking). */
export const maxPayloadCharacters = 64;

/** Characters of a command's name (Bot API, BotCommand). */
export const maxCommandNameCharacters = 32;
/** Commands of one menu (Bot API, setMyCommands). */
export const maxMenuCommands = 100;
/** Characters of a command's summary in the menu (Bot API, BotCommand). */
export const maxSummaryCharacters = 256;
/** Characters of the bot's description (Bot API, setMyDescription). */
export const maxDescriptionCharacters = 512;
/** Characters of the bot's short description (Bot API, setMyShortDescription). */
export const maxShortDescriptionCharacters = 120;

/** People mentioned in one command. Ours: further ones are left out. */
export const maxMentions = 20;
/** Updates of one batch (Bot API, getUpdates). */
export const maxUpdates = 100;

/** Metres: a location with a wider accuracy is cut to this (Bot API, Location.horizontal_accuracy), so that it stands for anything wider too. */
export const maxAccuracy = 1500;
/** Seconds that stand for "until turned off" (Bot API, sendLocation). */
export const livePeriodForever = 0x7fff_ffff;

/** A bot can delete a message for 48 hours (Bot API, deleteMessage); one of them is for outages. */
export const deletesWithin: Duration = 47 * hour;

/** How long the server is believed to know, or not to know, ephemeral messages. Ours: one of the operator's may be replaced by an older one. */
export const ephemeralBelieved: Duration = 10 * second;
/** How long the bot is believed to be an admin of a group, or none, where only the form of an answer depends on it. Ours. */
export const adminBelieved: Duration = 10 * second;

/** Messages in all (FAQ: "about 30 messages per second"). */
export const messagesInAll = { max: 30, within: second } as const;
/** Messages in one group, edits among them (FAQ: "20 messages per minute"; edits: grammy.dev/advanced/flood). */
export const messagesInGroupPerMinute = { max: 20, within: minute } as const;
/**
 * Messages in one group within a minute beyond which its board waits (FAQ: "20 messages per minute" in all). Ours: the others are for answers.
 */
export const messagesBeforeBoards = { max: 14, within: minute } as const;
/** Messages below its board from which on a board counts as far up, when somebody asks. Ours: about a screen of a phone. */
export const maxMessagesBelowBoard = 10;
/** Messages in one group (FAQ: "avoid sending more than one message per second" in a chat). */
export const messagesInGroup = { max: 1, within: second } as const;
/**
 * Messages in one private chat: one a second on average (FAQ: "we may allow short bursts"). Five at once, because a person who shares, is asked
 * with whom, chooses and looks is answered each time, within seconds.
 */
export const messagesInPrivateChat = { max: 5, within: 5 * second } as const;

/** Calls that look something up. Ours: below what the FAQ says of messages, for Telegram states no limit for them. */
export const lookupsInAll = { max: 25, within: second } as const;
/** Lookups that wait for their turn, eight seconds at most. Ours: a further one is not asked at all. */
export const maxLookupsWaiting = 200;
/** The longest pause that Telegram may ask for before a lookup is given up. Ours: somebody waits for the answer. */
export const maxLookupPause: Duration = 3 * second;
/** How long what getMe says of the bot is believed. Ours: only @BotFather changes it. */
export const botUserKept: Duration = minute;

/** People of whom it is known that their app's language was told already. Ours: it is told again of the one told longest ago. */
export const maxSpeakers = 10_000;

/** Groups that are being left because somebody added the bot who may not. Ours: of further ones, the oldest is no longer watched. */
export const maxGroupsToLeave = 1000;

/** The largest file that settings or a secret are read from, in bytes. A larger one was named by mistake. */
export const maxSettingsFileBytes = 65_536;

/** NIST SP 800-63B asks for 8 characters where guesses can be counted. Whoever has a copy of the ring can guess uncounted. */
export const minPassphraseCharacters = 12;

/** How many of them must be different: "aaaaaaaaaaaa" is long, and a first guess. */
export const minPassphraseVariety = 6;

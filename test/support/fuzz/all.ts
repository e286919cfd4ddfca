import { kept } from "./kept.ts";
import { onMatrix } from "./on-matrix.ts";
import { onTelegram } from "./on-telegram.ts";
import type { Parser } from "./parser.ts";
import { typed } from "./typed.ts";

/** Every parser of something that comes from outside: from a network, a person, the disk or the settings. */
export const parsers: readonly Parser[] = [...onTelegram, ...onMatrix, ...typed, ...kept];

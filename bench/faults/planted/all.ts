import type { Fault } from "../fault.ts";
import { inPrivate } from "./in-private.ts";
import { looked } from "./looks.ts";
import { sharing } from "./sharing.ts";
import { showing } from "./showing.ts";

export const planted: readonly Fault[] = [...sharing, ...showing, ...inPrivate, ...looked];

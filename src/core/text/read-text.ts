import { at, listOf, membersOf, textOf } from "../../lib/json-value.ts";
import { instant } from "../../lib/time.ts";
import { compass } from "../geo/geodesy.ts";
import { type Kind, type ParameterTypes, type Text, type TextId, type TextParameter, texts } from "./texts.ts";

/** How deep texts can stand within texts. */
const deepest = 4;

/** A text as it was stored. @returns undefined for what is none, or is none any more */
export function readText(stored: unknown, depth = deepest): Text | undefined {
  const id = textOf(at(stored, "id"));
  if (id === undefined || !isTextId(id) || depth === 0) return undefined;
  const types: ParameterTypes = texts[id];
  const parameters: Record<string, TextParameter> = {};
  for (const [name, type] of Object.entries(types)) {
    const value = at(stored, "parameters", name);
    const isOptional = typeof type === "string" && type.endsWith("?");
    if (value === undefined && isOptional) continue;
    const read = readParameter(type, value, depth);
    if (read === undefined) return undefined;
    parameters[name] = read;
  }
  return Object.keys(parameters).length > 0 ? { id, parameters } : { id };
}

const isTextId = (id: string): id is TextId => Object.hasOwn(texts, id);

function readParameter(type: ParameterTypes[string], value: unknown, depth: number): TextParameter | undefined {
  if (typeof type !== "string") return type.find((choice) => choice === value);
  const kind = type.replace("?", "") as Kind;
  switch (kind) {
    case "person":
    case "room":
    case "words":
    case "said":
      return textOf(value);
    case "direction":
      return compass.find((direction) => direction === value);
    case "count":
    case "duration":
    case "age":
    case "distance":
    case "radius":
    case "clock":
      return numberOf(value);
    case "rooms":
    case "names":
    case "list":
      return allOf(value, textOf);
    case "moment": {
      const [moment, age] = [numberOf(at(value, "since")), numberOf(at(value, "age"))];
      if (moment === undefined) return undefined;
      return age === undefined ? { since: instant(moment) } : { since: instant(moment), age };
    }
    case "position": {
      const [latitude, longitude] = [numberOf(at(value, "latitude")), numberOf(at(value, "longitude"))];
      if (latitude === undefined || longitude === undefined) return undefined;
      const [ofLatitude, ofLongitude] = allOf(at(value, "decimals"), numberOf) ?? [];
      if (ofLatitude === undefined || ofLongitude === undefined) return { latitude, longitude };
      return { latitude, longitude, decimals: [ofLatitude, ofLongitude] };
    }
    case "text":
      return membersOf(value).size > 0 ? readText(value, depth - 1) : undefined;
  }
}

const numberOf = (value: unknown): number | undefined =>
  typeof value === "number" && Number.isFinite(value) ? value : undefined;

/** @returns undefined unless it is a list, and each of it can be read */
function allOf<T>(list: unknown, read: (item: unknown) => T | undefined): T[] | undefined {
  if (!Array.isArray(list)) return undefined;
  const items = listOf(list).flatMap((item) => read(item) ?? []);
  return items.length === list.length ? items : undefined;
}

import { PassThrough } from "node:stream";
import { setImmediate as turn } from "node:timers/promises";
import { WriteStream } from "node:tty";

/** A window of so many columns, as a terminal shows what is written to it. It knows the few control sequences that readline writes. */
export function createWindow(columns: number, isTTY = true) {
  const rows: string[][] = [[]];
  const at = { row: 0, column: 0 };
  let written = "";

  function put(letter: string) {
    if (at.column === columns) Object.assign(at, { row: at.row + 1, column: 0 });
    while (rows.length <= at.row) rows.push([]);
    const row = rows[at.row]!;
    while (row.length < at.column) row.push(" ");
    row[at.column] = letter;
    at.column += 1;
  }

  function control(count: number, kind: string) {
    if (kind === "A") at.row = Math.max(0, at.row - (count || 1));
    if (kind === "B") at.row += count || 1;
    if (kind === "C") at.column += count || 1;
    if (kind === "D") at.column = Math.max(0, at.column - (count || 1));
    if (kind === "G") at.column = Math.max(0, (count || 1) - 1);
    if (kind === "K") rows[at.row]?.splice(at.column);
    if (kind === "J") {
      rows[at.row]?.splice(at.column);
      rows.splice(at.row + 1);
    }
  }

  const output = Object.assign(new PassThrough(), {
    columns,
    isTTY,
    getColorDepth: () => WriteStream.prototype.getColorDepth(),
  });
  output.setEncoding("utf8").on("data", (text: string) => {
    written += text;
    // oxlint-disable-next-line no-control-regex
    for (const [letter, count, kind] of text.matchAll(/\u001B\[(\d*)([A-Za-z])|[\s\S]/gu)) {
      if (kind !== undefined) control(Number(count), kind);
      else if (letter === "\n") {
        Object.assign(at, { row: at.row + 1, column: 0 });
        while (rows.length <= at.row) rows.push([]);
      } else if (letter === "\r") at.column = 0;
      else put(letter);
    }
  });
  const input = new PassThrough();
  return {
    screen: { input, output },
    /** presses keys, and waits until they have had their effect; a tabulator by itself, for one within a text was pasted */
    press: async (keys: string) => {
      for (const part of keys.split(/(\t)/)) {
        input.write(part);
        for (let turns = 0; turns < 5; turns += 1) await turn();
      }
    },
    /** what stands in the window, without the empty rows at its end */
    shown: () =>
      rows
        .map((row) => row.join("").trimEnd())
        .join("\n")
        .trimEnd(),
    written: () => written,
  };
}

import { clearScreenDown, createInterface, cursorTo, moveCursor } from "node:readline";
import { styleText } from "node:util";
import { placeIn, wrapLine } from "./wrap.ts";

/** Where somebody sits who types: both ends of one terminal. */
export type Screen = { input: NodeJS.ReadableStream; output: NodeJS.WritableStream & { columns?: number } };

export type Terminal = {
  /** what is typed, a line each; ends at Ctrl+D, and at Ctrl+C */
  lines: AsyncIterable<string>;
  /** asks for the next line */
  ask: () => void;
  /** shows a line above the one that is being typed, which stays as it is */
  show: (line: string) => void;
  close: () => void;
};

const unknownWidth = 80;
const remembered = 200;

/**
 * A terminal in which a line can be edited, taken from those before it, and completed. What was typed is remembered in memory only.
 * @param complete how a line may go on: see `completions`
 */
export function openTerminal({ input, output }: Screen, complete: (line: string) => [string[], string]): Terminal {
  const lines = createInterface({
    input,
    output,
    terminal: true,
    prompt: "> ",
    completer: complete,
    historySize: remembered,
    removeHistoryDuplicates: true,
  });
  let isAsking = false;
  lines.on("line", () => {
    isAsking = false;
  });
  lines.on("close", () => {
    if (isAsking) output.write("\n");
  });

  /** In colours, where the terminal has them and NO_COLOR is not set: styleText asks both. */
  function painted(line: string): string {
    const place = placeIn(line);
    const style = place.startsWith("    to ") ? "magenta" : "cyan";
    const validated = { stream: output, validateStream: true };
    return place.trim() === "" ? line : styleText(style, place, validated) + line.slice(place.length);
  }

  return {
    lines,
    ask() {
      isAsking = true;
      lines.prompt();
    },
    show(line) {
      const said = `${wrapLine(line, output.columns ?? unknownWidth)
        .map(painted)
        .join("\n")}\n`;
      if (!isAsking) return void output.write(said);
      // readline goes up as many rows as the line has, before it writes it anew: so these are put beneath.
      const { rows } = lines.getCursorPos();
      moveCursor(output, 0, -rows);
      cursorTo(output, 0);
      clearScreenDown(output);
      output.write(said + "\n".repeat(rows));
      lines.prompt(true);
    },
    close: () => lines.close(),
  };
}

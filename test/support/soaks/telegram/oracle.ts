import type { Ledger, Said } from "./ledger.ts";
import type { Asked, Workload } from "./workload.ts";

/** One run of the program: where its calls begin among all, and how it was ended. */
export type Run = { from: number; endedBy: "SIGKILL" | "SIGTERM" | undefined };

export type Verdict = {
  /** what must not be, in words; none is well */
  violations: string[];
  /** answers that were given twice */
  repeated: number;
  /** the most that one kill made be given twice, in all chats together */
  repeatedByOneKill: number;
};

/** Every command is answered, once; twice only where a kill came between Telegram's taking the answer and the note of it, once a chat. */
export function judge(ledger: Ledger, { asked, forbidden }: Workload, runs: readonly Run[]): Verdict {
  const violations: string[] = [];
  const perKill = new Map<number, number>();
  const perKillInChat = new Map<string, number>();
  const runOf = (index: number) => runs.findLastIndex(({ from }) => from <= index);

  /**
   * Answers in a chat, and what all there read, go out one after the other: only the last one before a kill may not have been noted. What one
   * person sees alone may go out beside them.
   */
  function wasCutOff({ index, chat }: Said): boolean {
    const run = runOf(index);
    const isLast = !ledger
      .saidIn(chat)
      .some((other) => other.index > index && other.alone === undefined && runOf(other.index) === run);
    return isLast && runs[run]?.endedBy === "SIGKILL";
  }

  for (const one of asked) {
    const answers = ledger.answersTo(one);
    if (answers.length === 0 && one.isAnswerable()) violations.push(`a command was not answered: ${what(one)}`);
    for (const answer of answers.slice(0, -1)) {
      const run = runOf(answer.index);
      perKill.set(run, (perKill.get(run) ?? 0) + 1);
      const inChat = `${run} in ${answer.chat}`;
      perKillInChat.set(inChat, (perKillInChat.get(inChat) ?? 0) + 1);
      if (!wasCutOff(answer)) {
        const times = answers.map(({ index }) => `call ${index} of run ${runOf(index)}`).join(", ");
        violations.push(`an answer was repeated without need: ${what(one)}, as ${times}`);
      }
    }
  }
  for (const mark of forbidden) {
    if (ledger.all().some(({ text }) => text.includes(mark))) violations.push(`answered, and must not be: ${mark}`);
  }
  for (const one of asked) {
    if (one.chat.type !== "private") continue;
    const elsewhere = ledger.all().some(({ chat, text }) => chat !== one.chat.id && text.includes(one.mark));
    if (elsewhere) violations.push(`a private answer was given elsewhere: ${what(one)}`);
  }
  const counts = [...perKill.values()];
  for (const count of perKillInChat.values())
    if (count > 1) violations.push(`one kill had ${count} answers repeated in one chat`);
  return {
    violations,
    repeated: counts.reduce((sum, count) => sum + count, 0),
    repeatedByOneKill: Math.max(0, ...counts),
  };
}

function what({ message, chat }: Asked): string {
  const said = message.content.kind === "text" ? message.content.text : "";
  return `${said} (${chat.type} ${chat.id}, message ${message.message_id})`;
}

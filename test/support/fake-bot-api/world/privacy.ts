import type { Message, World } from "./world.ts";

/** Whether Telegram shows a message to the bot at all: core.telegram.org/bots/features, "Privacy mode". */
export function hears(world: World, message: Message, isEdit: boolean): boolean {
  const { chat, content } = message;
  if (message.from?.id === world.bot.id) return false;
  if (chat.type === "private") return !chat.blocked;
  const own = chat.members.get(world.bot.id);
  if (own === undefined || own.status === "left" || own.status === "kicked") return isOwnLeaving(world, message);
  if (own.status === "restricted" && !own.isMember) return false;
  if (message.onlyFor !== undefined || content.kind === "service" || chat.type === "channel") return true;
  if (chat.hearsEverything || own.status === "administrator" || own.status === "creator") return true;
  if (isEdit && !world.hearsEditsInPrivacyMode) return false;
  return (
    message.viaBot?.id === world.bot.id || message.replyTo?.from?.id === world.bot.id || isCommandForBot(world, message)
  );
}

function isOwnLeaving(world: World, { content }: Message): boolean {
  if (content.kind !== "service") return false;
  const left = content.fields.left_chat_member;
  return typeof left === "object" && left !== null && "id" in left && left.id === world.bot.id;
}

function isCommandForBot(world: World, { chat, content }: Message): boolean {
  if (content.kind !== "text") return false;
  const command = content.entities.find(({ type, offset }) => type === "bot_command" && offset === 0);
  if (command === undefined) return false;
  const [, username] = content.text.slice(0, command.length).split("@");
  if (username === undefined) return chat.lastBotToPost === world.bot.id;
  return username.toLowerCase() === world.bot.username?.toLowerCase();
}

import { second } from "../../../../src/lib/time.ts";
import type { User } from "../../../support/fake-bot-api/world/world.ts";
import { startProduct } from "../product/product.ts";

export const placeOf = (index: number) => ({ latitude: 52.5 + index / 1000, longitude: 13.4 });
export const named = (index: number) => `Person${String(index).padStart(2, "0")}`;
export const position = /52\.\d{4,}/;

/** A group with a board in which so many people share live. */
export async function startBoard({ people: count = 2, period = 3600 } = {}) {
  const product = await startProduct();
  const { api, settle, pass } = product;
  const people = Array.from({ length: count }, (_, index) => api.places.person(named(index)));
  const [admin] = people as [User];
  const group = api.places.supergroup({ title: "March", members: people, bot: "administrator" });
  await settle();
  api.people.say(admin, group, "/setup board on");
  await settle();
  const lives = people.map((user, index) => api.live.share(user, group, placeOf(index), period));
  await settle();
  await pass(5 * second, second);
  const standing = () => api.screen.fromBot(group);
  return {
    ...product,
    people,
    group,
    lives,
    standing,
    boards: () => standing().filter(({ text }) => text.includes("keep this board up to date")),
    withPositions: () => standing().filter(({ text }) => position.test(text)),
    sent: () => api.calls.all.filter(({ method, params }) => method === "sendMessage" && Number(params.chat_id) < 0),
    edits: () => api.calls.all.filter(({ method }) => method === "editMessageText"),
  };
}

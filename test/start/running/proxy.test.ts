import { createServer, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { startFakeBotApi } from "../../support/fake-bot-api/start.ts";
import { startFakeHomeserver } from "../../support/fake-homeserver/fake-homeserver.ts";
import { freshFolder, hangsAfter, startProgram } from "../program.ts";

/** A proxy through which names are reached that nobody else knows. @returns its address, and what it was asked for */
async function startProxy(reached: Readonly<Record<string, string>>) {
  const asked = new Set<string>();
  const server: Server = createServer((_, response) => response.writeHead(405).end());
  server.on("connect", ({ url = "" }, socket, head: Buffer) => {
    asked.add(url);
    const { hostname, port } = new URL(reached[url] ?? "http://127.0.0.1:9");
    const onward = connect(Number(port), hostname, () => {
      socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
      onward.write(head);
      onward.pipe(socket).pipe(onward);
    });
    for (const each of [socket, onward]) each.on("error", () => [socket, onward].forEach((end) => void end.destroy()));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

test("where the environment names a proxy, Telegram and Matrix are reached through it, and nothing else is asked of it", {
  timeout: hangsAfter,
}, async () => {
  const api = await startFakeBotApi({ now: Date.now });
  onTestFinished(() => api.close());
  const homeserver = await startFakeHomeserver();
  onTestFinished(() => homeserver.stop());
  const proxy = await startProxy({ "telegram.invalid:80": api.url, "matrix.invalid:80": homeserver.url });
  const folder = await freshFolder();
  startProgram({
    HTTP_PROXY: proxy.url,
    TELEGRAM_BOT_TOKEN: api.token,
    TELEGRAM_API_ROOT: "http://telegram.invalid",
    MATRIX_HOMESERVER_URL: "http://matrix.invalid",
    MATRIX_USER: "bot",
    MATRIX_PASSWORD: "let me in",
    WHEREAT_STORE: `sqlite:${folder}/whereat.db`,
    WHEREAT_KEYS: `file:${folder}/keyring`,
  });
  await api.calls.until(() => api.updates.isPolled());
  await homeserver.wasAsked(({ path }) => path === "sync");
  expect([...proxy.asked].toSorted()).toEqual(["matrix.invalid:80", "telegram.invalid:80"]);
});

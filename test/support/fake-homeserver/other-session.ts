import {
  DecryptionSettings,
  DeviceId,
  DeviceLists,
  type Emoji,
  initAsync,
  OlmMachine,
  type OutgoingRequest,
  RequestType,
  Sas,
  type ToDeviceRequest,
  TrustRequirement,
  UserId,
  VerificationMethod,
} from "@matrix-org/matrix-sdk-crypto-wasm";
import { botId, type FakeHomeserver } from "./fake-homeserver.ts";

const token = "token-of-the-other-session";
const device = "ELEMENT";

/** Another session of the bot's account, which verifies the bot's device as an app would. */
export type OtherSession = {
  /** Asks the bot's device. @returns the to-device event with it */
  asks(botDevice: string): Promise<object>;
  /** Takes in what the bot has sent to it. */
  hears(): Promise<void>;
  /** The events that it wants to send to the bot now, once each. */
  says(): object[];
  starts(): Promise<void>;
  emoji(): string[] | undefined;
  confirms(): Promise<void>;
  /** Ends it, as a person does. */
  cancels(): void;
  isDone(): boolean;
  /** why it was ended; undefined: it was not */
  cancelled(): string | undefined;
  /** Whether it trusts the bot's device. */
  trusts(botDevice: string): Promise<boolean>;
};

/** Logs another session of the account in at a fake homeserver. */
export async function otherSession(homeserver: FakeHomeserver): Promise<OtherSession> {
  await initAsync();
  homeserver.takeTokens((given) => (given === token ? device : undefined));
  homeserver.on(({ path }) => (path.startsWith("sendToDevice/") ? { json: {} } : undefined));
  const machine = await OlmMachine.initialize(new UserId(botId), new DeviceId(device));
  const ask = async (path: string, body: string) => {
    const headers = { authorization: `Bearer ${token}` };
    const response = await fetch(`${homeserver.url}/_matrix/client/v3/${path}`, { method: "POST", headers, body });
    return response.text();
  };
  const paths = new Map([
    [RequestType.KeysUpload, "keys/upload"],
    [RequestType.KeysQuery, "keys/query"],
    [RequestType.SignatureUpload, "keys/signatures/upload"],
  ]);
  const waiting: object[] = [];
  const toBot = (request: ToDeviceRequest) => {
    const messages = Object.values(JSON.parse(request.body).messages[botId] ?? {});
    for (const content of messages) waiting.push({ type: request.event_type, sender: botId, content });
  };
  const send = async () => {
    for (const request of (await machine.outgoingRequests()) as OutgoingRequest[]) {
      const path = paths.get(request.type);
      if (request.type === RequestType.ToDevice) toBot(request as ToDeviceRequest);
      const answer = path === undefined ? "{}" : await ask(path, request.body);
      await machine.markRequestAsSent(request.id ?? "", request.type, answer);
    }
  };
  const queryOwn = async () => {
    const query = machine.queryKeysForUsers([new UserId(botId)]);
    await machine.markRequestAsSent(query.id, RequestType.KeysQuery, await ask("keys/query", query.body));
  };
  const botDeviceOf = async (id: string) => {
    await queryOwn();
    const found = await machine.getDevice(new UserId(botId), new DeviceId(id));
    if (!found) throw new Error("it does not know the bot's device");
    return found;
  };
  await send();
  let flow = "";
  let heard = 0;
  const request = () => machine.getVerificationRequest(new UserId(botId), flow);
  const sas = () => {
    const found = request()?.getVerification();
    return found instanceof Sas ? found : undefined;
  };

  return {
    async asks(botDevice) {
      const [made, sent] = (await botDeviceOf(botDevice)).requestVerification([VerificationMethod.SasV1]);
      flow = made.flowId;
      toBot(sent as ToDeviceRequest);
      const [event] = waiting.splice(0);
      return event ?? {};
    },
    async hears() {
      const sent = homeserver.asked.filter(({ path }) => path.startsWith("sendToDevice/")).slice(heard);
      heard += sent.length;
      if (sent.length === 0) return;
      const events = sent.flatMap(({ path, body }) => {
        const content = Object(body).messages?.[botId]?.[device];
        return content ? [{ type: path.split("/")[1], sender: botId, content }] : [];
      });
      const trust = new DecryptionSettings(TrustRequirement.Untrusted);
      const none = new DeviceLists([], []);
      const enough = new Map([["signed_curve25519", 50]]);
      await machine.receiveSyncChanges(JSON.stringify(events), none, enough, new Set(), trust);
      const accepted = sas()?.accept();
      if (accepted) toBot(accepted as ToDeviceRequest);
      await send();
    },
    says: () => waiting.splice(0),
    async starts() {
      const started = await request()?.startSas();
      if (started) toBot(started[1] as ToDeviceRequest);
    },
    emoji: () =>
      sas()
        ?.emoji()
        ?.map(({ symbol, description }: Emoji) => `${symbol} ${description}`),
    async confirms() {
      for (const sent of (await sas()?.confirm()) ?? []) {
        const { type, body } = sent as unknown as OutgoingRequest;
        if (type === RequestType.ToDevice) toBot(sent as ToDeviceRequest);
        else await ask("keys/signatures/upload", body);
      }
      await send();
    },
    cancels() {
      const sent = request()?.cancel();
      if (sent) toBot(sent as ToDeviceRequest);
    },
    isDone: () => request()?.isDone() ?? false,
    cancelled: () => request()?.cancelInfo?.cancelCode(),
    async trusts(botDevice) {
      return (await botDeviceOf(botDevice)).isVerified();
    },
  };
}

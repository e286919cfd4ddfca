import { type OutgoingRequest, RequestType } from "@matrix-org/matrix-sdk-crypto-wasm";
import { type Endpoint, v3 } from "../http/homeserver.ts";

/** What the machine wants sent. Its answer goes back to the machine unless it has no id. */
export type MachineRequest = {
  readonly id: string | undefined;
  readonly type: RequestType;
  readonly method: "POST" | "PUT";
  readonly endpoint: Endpoint;
  readonly body: unknown;
};

type Given = Pick<OutgoingRequest, "body" | "type"> & { readonly id: string | undefined };

/** @throws Error for requests that whereat does not make: verification in rooms, and key backup */
export function readMachineRequest(given: Given): MachineRequest {
  const { id, type } = given;
  const body: unknown = JSON.parse(given.body);
  const post = (endpoint: Endpoint): MachineRequest => ({ id, type, method: "POST", endpoint, body });
  switch (type) {
    case RequestType.KeysUpload:
      return post(v3`keys/upload`);
    case RequestType.KeysQuery:
      return post(v3`keys/query`);
    case RequestType.KeysClaim:
      return post(v3`keys/claim`);
    case RequestType.SignatureUpload:
      return post(v3`keys/signatures/upload`);
    case RequestType.ToDevice: {
      const { event_type, txn_id } = given as Given & { event_type: string; txn_id: string };
      return { id, type, method: "PUT", endpoint: v3`sendToDevice/${event_type}/${txn_id}`, body };
    }
    case RequestType.RoomMessage:
    case RequestType.KeysBackup:
      throw new Error("whereat neither verifies in rooms nor backs up keys");
  }
}

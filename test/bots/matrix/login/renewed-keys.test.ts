import { join } from "node:path";
import { expect, test } from "vitest";
import { openSealedStore, type SealedStore } from "../../../../src/core/storage/open-sealed-store.ts";
import { createNetworkTexts } from "../../../../src/core/storage/records/network-texts.ts";
import { createSealedRecords } from "../../../../src/core/storage/records/sealed-records.ts";
import { renewKeys } from "../../../../src/core/storage/renew-keys.ts";
import type { KeptTier } from "../../../../src/core/storage/ring-file/kept-ring.ts";
import { createLog } from "../../../../src/lib/log.ts";
import { instant } from "../../../../src/lib/time.ts";
import { freshFolder } from "../../../core/storage/fresh-folder.ts";
import { matrixAtFake } from "../../../support/fake-homeserver/matrix-at-fake.ts";

const clock = () => instant(1_800_000_000_000);

/** The login, the identity and the key store of Matrix, kept by a real store and its ring; `start` opens these, as the program does. */
async function kept() {
  const folder = freshFolder();
  const [url, path] = [`sqlite:${join(folder, "whereat.db")}`, join(folder, "keyring")];
  const tier: KeptTier = { kind: "file", path };
  const open = async () => {
    const sealed = await openSealedStore(url, tier, clock);
    const log = createLog("warn", () => {});
    const texts = createNetworkTexts(createSealedRecords(sealed.store, sealed.seal, clock, log), "matrix");
    return { sealed, texts, fileKeys: await sealed.seal.fileKeys("matrix store") };
  };
  let opened: { sealed: SealedStore } & Awaited<ReturnType<typeof open>> = await open();
  const at = await matrixAtFake(async () => ({
    folder,
    keyStore: join(folder, "matrix-keys.db"),
    keep: {
      get: (name) => opened.texts.get(name),
      set: (name, text) => opened.texts.set(name, text),
    },
    get fileKeys() {
      return opened.fileKeys;
    },
    remove: () => opened.sealed.close(),
  }));
  return {
    at,
    renewed: async () => {
      await opened.sealed.close();
      await renewKeys(url, tier, tier, clock);
      opened = await open();
    },
  };
}

test("when the keys were renewed, the same device goes on with its key store, which is sealed anew at the start", async () => {
  const { at, renewed } = await kept();
  await at.once();
  const before = at.disk.fileKeys.keys();
  await renewed();
  expect(at.disk.fileKeys.keys()).toEqual(before);
  expect(await at.once()).toContain("the bot's device is signed by its identity");
  expect(at.logins()).toHaveLength(1);
  expect(at.disk.fileKeys.keys()).toHaveLength(1);
  expect(at.disk.fileKeys.keys()).not.toEqual(before);
});

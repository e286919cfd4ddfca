/** What stands for a Megolm message with this index, below 128: version, index, ciphertext of no bytes, and what follows it. */
export const megolmMessage = (index: number): string =>
  Buffer.concat([Buffer.from([3, 0x08, index, 0x12, 0]), Buffer.alloc(72)]).toString("base64");

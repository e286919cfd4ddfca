/** Bytes that are read of the map file at once: a tile, or a part of its directory. Real ones have up to half a million. */
export const maxMapRead = 4_194_304;
/** Bytes of a tile when it is unpacked. */
export const maxTileBytes = 16_777_216;
/** Bytes of a part of the directory when it is unpacked: some 100,000 tiles. */
export const maxDirectoryBytes = 1_048_576;
/** Corners that are read of one tile. */
export const maxTilePoints = 1_000_000;
/** Features of one tile, in the layers that are read: streets, parks, places. Real ones have up to some ten thousand. */
export const maxTileFeatures = 200_000;

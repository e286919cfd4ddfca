// What may import what. A place is a folder ("src/lib/"), each folder in a folder ("src/bots/*/"), the files directly in a folder
// ("src/bots/*.ts"), or one file.
// The tables are exact: what they do not list is refused, and an entry that nothing uses is an error too.
type Row = { imports: readonly string[]; types?: readonly string[] };

/** Every file is in exactly one of these places. It may import its own place and what the row lists; `types` only as types. */
export const places: Readonly<Record<string, Row>> = {
  "src/*.ts": {
    imports: ["src/lib/", "src/config/", "src/core/", "src/map/", "src/pictures/", "src/bots/", "src/start/"],
  },
  "src/start/": { imports: ["src/lib/", "src/config/", "src/core/", "src/bots/"] },
  "src/lib/": { imports: [] },
  "src/config/": { imports: ["src/lib/"] },

  // From the bottom up: each imports only what stands above it here.
  "src/core/geo/": { imports: ["src/lib/"] },
  "src/core/text/": { imports: ["src/core/geo/", "src/lib/"] },
  "src/core/model/": { imports: ["src/core/geo/", "src/core/text/", "src/lib/"] },
  "src/core/storage/": { imports: ["src/core/geo/", "src/core/model/", "src/core/text/", "src/lib/"] },
  "src/core/queue/": {
    imports: ["src/core/geo/", "src/core/model/", "src/core/storage/records/", "src/lib/"],
  },
  "src/core/rooms/": {
    imports: [
      "src/core/geo/",
      "src/core/model/",
      "src/core/queue/",
      "src/core/storage/records/",
      "src/core/text/",
      "src/lib/",
    ],
  },
  "src/core/looks/": {
    imports: [
      "src/core/geo/",
      "src/core/model/",
      "src/core/queue/",
      "src/core/rooms/",
      "src/core/storage/records/",
      "src/core/text/",
      "src/lib/",
    ],
  },
  "src/core/sharing/": {
    imports: [
      "src/core/geo/",
      "src/core/looks/",
      "src/core/model/",
      "src/core/queue/",
      "src/core/rooms/",
      "src/core/storage/records/",
      "src/core/text/",
      "src/lib/",
    ],
  },
  "src/core/pictures/": {
    imports: ["src/core/geo/", "src/core/model/", "src/core/sharing/", "src/core/text/", "src/lib/"],
  },
  "src/core/commands/": {
    imports: [
      "src/core/geo/",
      "src/core/looks/",
      "src/core/model/",
      "src/core/pictures/",
      "src/core/queue/",
      "src/core/rooms/",
      "src/core/sharing/",
      "src/core/storage/records/",
      "src/core/text/",
      "src/lib/",
    ],
  },
  "src/core/board/": {
    imports: [
      "src/core/commands/",
      "src/core/looks/",
      "src/core/model/",
      "src/core/queue/",
      "src/core/rooms/",
      "src/core/sharing/",
      "src/core/text/",
      "src/lib/",
    ],
  },
  "src/core/messaging/": {
    imports: [
      "src/core/board/",
      "src/core/commands/",
      "src/core/geo/",
      "src/core/looks/",
      "src/core/model/",
      "src/core/pictures/",
      "src/core/queue/",
      "src/core/rooms/",
      "src/core/sharing/",
      "src/core/storage/records/",
      "src/core/text/",
      "src/lib/",
    ],
  },
  "src/core/*.ts": {
    imports: [
      "src/core/board/",
      "src/core/commands/",
      "src/core/looks/",
      "src/core/messaging/",
      "src/core/model/",
      "src/core/queue/",
      "src/core/rooms/",
      "src/core/sharing/",
      "src/core/storage/",
      "src/lib/",
    ],
  },

  "src/map/": { imports: ["src/core/model/", "src/lib/"] },
  "src/pictures/": { imports: ["src/core/geo/", "src/core/model/", "src/lib/", "src/map/"] },

  "src/bots/*.ts": {
    imports: ["src/core/model/", "src/core/text/", "src/lib/"],
    types: ["src/config/settings.ts", "src/core/messaging/inbox.ts"],
  },
  // Each network is a place of its own, so none imports another. A new one needs no row.
  "src/bots/*/": {
    imports: [
      "src/bots/*.ts",
      "src/core/commands/index.ts",
      "src/core/geo/coordinates.ts",
      "src/core/geo/geo-uri.ts",
      "src/core/model/",
      "src/core/text/",
      "src/lib/",
    ],
    types: ["src/config/", "src/core/messaging/inbox.ts"],
  },
};

/** The one place of each npm library. Any other library is refused. */
export const libraries: Readonly<Record<string, string>> = {
  "@fluent/bundle": "src/core/text/",
  "@keyv/redis": "src/core/storage/stores/",
  "@mapbox/vector-tile": "src/map/",
  "@matrix-org/matrix-sdk-crypto-wasm": "src/bots/matrix/crypto/",
  "@resvg/resvg-wasm": "src/pictures/picture-worker.ts",
  "fake-indexeddb": "src/bots/matrix/crypto/indexeddb/",
  "geo-coordinates-parser": "src/core/geo/",
  "geographiclib-geodesic": "src/core/geo/",
  grammy: "src/bots/telegram/client/",
  keyv: "src/core/storage/stores/",
  "matrix-bot-sdk": "src/bots/matrix/http/",
  mgrs: "src/core/geo/",
  "node-cron": "src/lib/async/every-second.ts",
  "open-location-code": "src/core/geo/",
  "openid-client": "src/bots/matrix/login/by-code/",
  openpgp: "src/core/storage/seal/",
  pbf: "src/map/",
  pg: "src/core/storage/stores/",
  pmtiles: "src/map/",
  valibot: "src/core/storage/",
};

/** The places of each of Node's own modules. Any other one is refused: there is no module, process or vm. */
export const builtins: Readonly<Record<string, readonly string[]>> = {
  async_hooks: ["src/bots/matrix/http/"],
  child_process: ["src/start/health/notify-systemd.ts"],
  crypto: [
    "src/main.ts",
    "src/core/storage/guard/",
    "src/core/storage/keys/",
    "src/core/storage/records/name-mark.ts",
    "src/core/storage/ring-file/",
    "src/core/storage/seal/",
    "src/bots/matrix/crypto/",
    "src/bots/matrix/crypto/indexeddb/",
    "src/bots/matrix/send/",
  ],
  events: ["src/core/storage/seal/"],
  fs: [
    "src/core/text/languages.ts",
    "src/lib/process/harden-process.ts",
    "src/main.ts",
    "src/lib/process/private-folder.ts",
    "src/lib/process/private-text.ts",
    "src/pictures/",
    "src/lib/process/same-file.ts",
    "src/lib/process/version.ts",
    "src/bots/matrix/crypto/indexeddb/",
    "src/bots/matrix/matrix-plugin.ts",
  ],
  "fs/promises": [
    "src/lib/process/private-file.ts",
    "src/lib/process/private-folder.ts",
    "src/core/storage/ring-file/",
    "src/map/",
  ],
  http: ["src/start/health/serve.ts"],
  net: [
    "src/ask-health.ts",
    "src/lib/process/private-folder.ts",
    "src/verify.ts",
    "src/start/health/serve.ts",
    "src/start/verify-socket.ts",
  ],
  os: ["src/bots/matrix/matrix-plugin.ts", "src/lib/process/private-folder.ts"],
  path: [
    "src/bots/matrix/matrix-config.ts",
    "src/bots/matrix/matrix-plugin.ts",
    "src/lib/process/private-file.ts",
    "src/lib/process/private-folder.ts",
    "src/config/",
    "src/core/storage/ring-file/",
    "src/start/health/health-socket.ts",
    "src/start/verify-socket.ts",
  ],
  readline: ["src/bots/console/", "src/start/configure/"],
  sqlite: ["src/core/storage/ring-file/", "src/core/storage/stores/", "src/bots/matrix/crypto/indexeddb/"],
  stream: ["src/start/configure/"],
  "timers/promises": [
    "src/main.ts",
    "src/lib/async/begin-apart.ts",
    "src/core/storage/guard/",
    "src/core/storage/keys/",
    "src/core/storage/records/",
    "src/core/storage/ring-file/",
    "src/core/storage/stores/",
  ],
  util: ["src/bots/console/"],
  worker_threads: ["src/core/storage/seal/", "src/pictures/"],
  zlib: ["src/bots/matrix/crypto/indexeddb/", "src/map/", "src/pictures/"],
};

/** What Node is started with, or a thread. Every other file must be reached from one of these. */
export const entryPoints: readonly string[] = [
  "src/main.ts",
  "src/renew-keys.ts",
  "src/ask-health.ts",
  "src/verify.ts",
  "src/core/storage/seal/passphrase-worker.ts",
  "src/pictures/picture-worker.ts",
];

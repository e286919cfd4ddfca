/** One way to change a row. @param other a row of another record @param at chooses where */
type Mutation = (row: string, other: string, at: number) => string;

const bodyOf = (row: string): Buffer => Buffer.from(row.slice(row.indexOf(".") + 1), "base64");
const edgeOf = (row: string): string => row.slice(0, row.indexOf("."));
const rowOf = (edge: string, body: Uint8Array): string => `${edge}.${Buffer.from(body).toString("base64")}`;
const withBody = (row: string, change: (body: Buffer) => Uint8Array): string => rowOf(edgeOf(row), change(bodyOf(row)));
const replaced = (row: string, at: number, by: string): string => row.slice(0, at) + by + row.slice(at + 1);

/** A body of n bytes begins with its tag and two octets of length. */
const headerLength = 3;

export const mutations: Record<string, Mutation> = {
  "one bit of the body": (row, _, at) =>
    withBody(row, (body) => {
      const byte = (at >> 3) % body.length;
      body[byte] = (body[byte] ?? 0) ^ (1 << (at & 7));
      return body;
    }),
  "one byte of the body": (row, _, at) =>
    withBody(row, (body) => body.fill((at >> 9) & 0xff, at % body.length, (at % body.length) + 1)),
  "one character": (row, _, at) => replaced(row, at % row.length, String.fromCharCode(32 + ((at >> 9) % 95))),
  "the body cut short": (row, _, at) => withBody(row, (body) => body.subarray(0, at % body.length)),
  "the row cut short": (row, _, at) => row.slice(0, at % row.length),
  "the body longer": (row, _, at) => withBody(row, (body) => Buffer.concat([body, Buffer.alloc(1 + (at % 64), at)])),
  "two packets": (row, other) => withBody(row, (body) => Buffer.concat([body, bodyOf(other)])),
  "bytes of the other in the middle": (row, other, at) =>
    withBody(row, (body) => {
      const [from, foreign] = [at % body.length, bodyOf(other)];
      return Buffer.concat([body.subarray(0, from), foreign.subarray(from)]);
    }),
  "the other row": (_, other) => other,
  "the other body": (row, other) => rowOf(edgeOf(row), bodyOf(other)),
  "the other edge": (row, other) => rowOf(edgeOf(other), bodyOf(row)),
  "an edge of some other time": (row, _, at) => rowOf(`${(at % 4_000_000) * 900_000}`, bodyOf(row)),
  "the edge written otherwise": (row, _, at) =>
    [`0${row}`, ` ${row}`, `+${row}`, `${edgeOf(row)}e0.${bodyOf(row).toString("base64")}`][at % 4] ?? "",
  "the text written otherwise": (row, _, at) =>
    [`${row}=`, `${row}\n`, row.replaceAll("/", "_"), `${row.slice(0, -4)} ${row.slice(-4)}`, `${row}.`][at % 5] ?? "",
  "a length in five octets": (row) =>
    withBody(row, (body) => {
      const length = Buffer.alloc(5, 0xff);
      length.writeUInt32BE(body.length - headerLength, 1);
      return Buffer.concat([body.subarray(0, 1), length, body.subarray(headerLength)]);
    }),
  "a length in parts": (row) =>
    withBody(row, (body) => {
      const [first, rest] = [body.subarray(headerLength, headerLength + 256), body.subarray(headerLength + 256)];
      return Buffer.concat([body.subarray(0, 1), Buffer.of(224 + 8), first, Buffer.of(rest.length), rest]);
    }),
  "nothing left": (row, _, at) => ["", ".", "-", "-.", `${edgeOf(row)}.`][at % 5] ?? "",
};

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export type Residue = { files: { name: string; bytes: number }[]; hits: { file: string; marker: string }[] };

/** Every way in which a file could hold the words: as text, as wide text, in hexadecimal, or in base64 at any of its three alignments. */
function disguises(marker: string): Buffer[] {
  const bytes = Buffer.from(marker);
  const inBase64 = [0, 1, 2].map((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes])
      .toString("base64")
      .replace(/=+$/, "");
    // The first and last characters depend on what stands around the words.
    return Buffer.from(text.slice(before === 0 ? 0 : before + 1, -1));
  });
  return [bytes, Buffer.from(marker, "utf16le"), Buffer.from(bytes.toString("hex")), ...inBase64];
}

/** Searches every file below a folder for the markers. */
export function searchFiles(folder: string, markers: readonly string[]): Residue {
  const residue: Residue = { files: [], hits: [] };
  const wanted = markers.map((marker) => ({ marker, forms: disguises(marker) }));
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const content = readFileSync(path);
    residue.files.push({ name: path.slice(folder.length + 1), bytes: content.length });
    for (const { marker, forms } of wanted) {
      if (forms.some((form) => content.includes(form)))
        residue.hits.push({ file: path.slice(folder.length + 1), marker });
    }
  }
  return residue;
}

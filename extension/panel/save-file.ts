/** Long enough for a browser that asks where to put the file. */
const KEPT_MS = 60_000;

/** Hands a text to the browser's own download. */
export function saveFile(name: string, type: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT_MS);
}

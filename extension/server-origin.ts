/** `https://…` or the machine itself, as an origin; `null` for anything else, which would carry the key in the clear. */
export function serverOrigin(address: string): string | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url) return null;
  const own = url.hostname === '127.0.0.1' || url.hostname === 'localhost';
  return url.protocol === 'https:' || (url.protocol === 'http:' && own) ? url.origin : null;
}

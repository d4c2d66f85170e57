import { useEffect, useState } from 'preact/hooks';

/** Where the admin is: `#/ket-qua/2026-q4?cap=province` → path `['ket-qua', '2026-q4']`, query `cap`. */
export interface Place {
  readonly path: readonly string[];
  readonly query: URLSearchParams;
}

export function placeOf(hash: string): Place {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  return { path: path.split('/').filter(Boolean).map(decodeURIComponent), query: new URLSearchParams(query) };
}

export function linkTo(path: readonly string[], query: Readonly<Record<string, string>> = {}): string {
  const search = new URLSearchParams(query).toString();
  return `#/${path.map(encodeURIComponent).join('/')}${search ? `?${search}` : ''}`;
}

export function goTo(path: readonly string[], query?: Readonly<Record<string, string>>): void {
  location.hash = linkTo(path, query);
}

/** The current place; renders again on every change of the hash. */
export function usePlace(): Place {
  const [hash, setHash] = useState(() => location.hash);
  useEffect(() => {
    const stop = new AbortController();
    addEventListener('hashchange', () => setHash(location.hash), { signal: stop.signal });
    return () => stop.abort();
  }, []);
  return placeOf(hash);
}

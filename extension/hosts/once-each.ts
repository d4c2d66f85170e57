/**
 * `make` for texts of which a list says the same few in hundreds of rows: each is worked out once.
 * @param most texts remembered at a time. They may be cut out of the markup of a whole row, which stays in memory with them.
 */
export function onceEach<T>(most: number, make: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const made = make(text);
    if (known.size >= most) known.clear();
    known.set(text, made);
    return made;
  };
}

/** Whatever the survey keeps of people on this device: drafts, then the outbox. */
export async function everythingStored(): Promise<unknown[]> {
  const db = await new Promise<IDBDatabase>((resolve) => {
    const opening = indexedDB.open('dvc-survey');
    opening.onsuccess = () => resolve(opening.result);
  });
  const shelves = ['drafts', 'outbox'].map(
    (name) =>
      new Promise<unknown[]>((resolve) => {
        const read = db.transaction(name).objectStore(name).getAll();
        read.onsuccess = () => resolve(read.result);
      }),
  );
  const found = (await Promise.all(shelves)).flat();
  db.close();
  return found;
}

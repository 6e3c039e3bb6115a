interface Held<T> {
  value: Promise<T>;
  bytes: number;
}

/** Things by key, the least recently used leaving first once all together hold more than `maxBytes`; the newest always stays. */
export function createByteCache<T>(maxBytes: number) {
  const held = new Map<string, Held<T>>();
  let total = 0;

  const drop = (key: string) => {
    total -= held.get(key)?.bytes ?? 0;
    held.delete(key);
  };

  return {
    /** What is held of `key`, or what `make` gives, once for all who ask meanwhile. `bytes` is what it will take. */
    get(key: string, bytes: number, make: () => Promise<T>): Promise<T> {
      const known = held.get(key);
      if (known) {
        held.delete(key);
        held.set(key, known);
        return known.value;
      }
      const value = make();
      held.set(key, { value, bytes });
      total += bytes;
      value.catch(() => {
        if (held.get(key)?.value === value) drop(key);
      });
      for (const [oldest] of held) {
        if (total <= maxBytes || oldest === key) break;
        drop(oldest);
      }
      return value;
    },
    bytes: () => total,
  };
}

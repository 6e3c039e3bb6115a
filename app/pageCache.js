/** Rendered pages in memory. Next serves a stale copy while it makes the next; past `maxAgeMs` it has to make it first. */
const maxAgeMs = 3_000;
const maxEntries = 1_000;

/** @type {Map<string, { value: unknown, lastModified: number }>} */
const entries = new Map();

export default class PageCache {
  /** @param {string} key */
  async get(key) {
    const entry = entries.get(key);
    if (!entry) return null;
    if (Date.now() - entry.lastModified <= maxAgeMs) return entry;
    entries.delete(key);
    return null;
  }

  /**
   * @param {string} key
   * @param {unknown} value
   */
  async set(key, value) {
    entries.delete(key);
    if (value === null) return;
    entries.set(key, { value, lastModified: Date.now() });
    for (const [oldest, { lastModified }] of entries) {
      if (entries.size <= maxEntries && Date.now() - lastModified <= maxAgeMs) break;
      entries.delete(oldest);
    }
  }

  async revalidateTag() {
    entries.clear();
  }

  resetRequestCache() {}
}

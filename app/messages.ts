import type { Language } from '#domain/languages.ts';

export const namespaces = [
  'site',
  'format',
  'phase',
  'board',
  'table',
  'freshness',
  'states',
  'charts',
  'map',
] as const;

/** Every text of a language, one file a namespace. */
export async function loadMessages(language: Language): Promise<Record<string, Record<string, unknown>>> {
  const files = await Promise.all(
    namespaces.map(async (name) => [name, (await import(`../messages/${language}/${name}.json`)).default] as const),
  );
  return Object.fromEntries(files);
}

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
  'feed',
  'pressApi',
  'results',
  'press',
  'embed',
  'console',
  'status',
  'incidents',
  'detectors',
  'cases',
  'violations',
  'schedule',
  'release',
  'overview',
  'webhooks',
  'audit',
] as const;

/** What only the server writes; a page does not carry it. The press pages bring the few texts that their scripts need. */
const serverNamespaces: readonly string[] = [
  'feed',
  'pressApi',
  'press',
  'embed',
  'console',
  'incidents',
  'detectors',
  'violations',
  'schedule',
  'release',
  'overview',
  'webhooks',
  'audit',
] satisfies (typeof namespaces)[number][];
/** What only the pages of staff carry. */
const staffNamespaces: readonly string[] = [
  'console',
  'incidents',
  'violations',
  'schedule',
  'release',
  'overview',
  'webhooks',
] satisfies (typeof namespaces)[number][];

/** The texts that a page carries for its components. */
export function messagesForBrowsers<Text>(messages: Record<string, Text>): Record<string, Text> {
  return Object.fromEntries(Object.entries(messages).filter(([namespace]) => !serverNamespaces.includes(namespace)));
}

/** The texts of these namespaces alone, for a page that has to be light. */
export function pickMessages<Text>(
  messages: Record<string, Text>,
  picked: readonly (typeof namespaces)[number][],
): Record<string, Text> {
  return Object.fromEntries(picked.flatMap((name) => (name in messages ? [[name, messages[name] as Text]] : [])));
}

/** The texts that a page of staff carries. */
export function messagesForStaff<Text>(messages: Record<string, Text>): Record<string, Text> {
  const ofStaff = Object.entries(messages).filter(([namespace]) => staffNamespaces.includes(namespace));
  return { ...messagesForBrowsers(messages), ...Object.fromEntries(ofStaff) };
}

/** Every text of a language, one file a namespace. */
export async function loadMessages(language: Language): Promise<Record<string, Record<string, unknown>>> {
  const files = await Promise.all(
    namespaces.map(async (name) => [name, (await import(`../messages/${language}/${name}.json`)).default] as const),
  );
  return Object.fromEntries(files);
}

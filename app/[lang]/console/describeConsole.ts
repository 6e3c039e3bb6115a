import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { ConsoleSection } from '#components/console/sections.ts';

/** The title of a console page; no index ever holds one. */
export async function describeConsole(section: ConsoleSection): Promise<Metadata> {
  const t = await getTranslations('console');
  return { title: `${t(`sections.${section}`)} · ${t('title')}`, robots: { index: false } };
}

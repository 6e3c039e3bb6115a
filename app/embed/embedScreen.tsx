import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { NextIntlClientProvider, useMessages, useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { EmbedNotice } from '#components/embed/EmbedNotice.tsx';
import { embedThemes } from '#components/embed/embed.ts';
import { ContestEmbed } from '#components/live/ContestEmbed.tsx';
import { MapEmbed, TurnoutEmbed } from '#components/live/TurnoutEmbed.tsx';
import { NotFound } from '#domain/errors.ts';
import { findLanguage } from '#domain/languageCodes.ts';
import { describePage } from '../describePage.ts';
import { type namespaces, pickMessages } from '../messages.ts';
import { readContestEmbed, readTurnoutEmbed } from './readEmbed.ts';

type Look = { lang: string; theme: string };
type UnitParams = Promise<Look & { code: string }>;
type ContestParams = Promise<Look & { id: string }>;

const shared = ['site', 'format', 'freshness', 'embed'] as const;

/** Turnout of a unit as one figure, or of its parts as a map. */
export async function TurnoutScreen({ params, kind }: { params: UnitParams; kind: 'turnout' | 'map' }) {
  const { code, ...look } = await params;
  requireLook(look);
  const content = await readTurnoutEmbed(code, kind).catch(missing);
  if (!content) return <Unavailable />;
  return (
    <Texts picked={[...shared, 'board', 'map']}>
      {kind === 'map' ? <MapEmbed content={content} /> : <TurnoutEmbed content={content} />}
    </Texts>
  );
}

/** One contest, before and after its result is public. */
export async function ContestScreen({ params }: { params: ContestParams }) {
  const { id, ...look } = await params;
  requireLook(look);
  const content = await readContestEmbed(id).catch(missing);
  if (!content) return <Unavailable />;
  return (
    <Texts picked={[...shared, 'results']}>
      <ContestEmbed content={content} />
    </Texts>
  );
}

export async function describeTurnoutEmbed(params: UnitParams): Promise<Metadata> {
  const { lang, code } = await params;
  const content = await readTurnoutEmbed(code, 'turnout').catch(() => null);
  const language = findLanguage(lang);
  const unit = content?.units[0];
  if (!content || !language || !unit) return {};
  const t = await getTranslations('site');
  return describeEmbed(content.election, {
    language,
    title: t('title', { unit: unit.names[language] }),
    path: unit.level === 'country' ? '' : `/${unit.level}s/${unit.code}`,
  });
}

export async function describeContestEmbed(params: ContestParams): Promise<Metadata> {
  const { lang, id } = await params;
  const content = await readContestEmbed(id).catch(() => null);
  const language = findLanguage(lang);
  if (!content || !language) return {};
  const { contest } = content.file;
  return describeEmbed(content.election, {
    language,
    title: contest.names[language],
    path: `/results/contests/${contest.id}`,
  });
}

type Description = Parameters<typeof describePage>[1];

/** An embed is not to be found by itself: its page is. */
async function describeEmbed(
  election: Parameters<typeof describePage>[0],
  description: Omit<Description, 'description'>,
): Promise<Metadata> {
  const t = await getTranslations('embed');
  const { title, alternates } = await describePage(election, { ...description, description: t('source') });
  return { title: title ?? null, alternates: { canonical: alternates?.canonical ?? null }, robots: { index: false } };
}

function requireLook({ lang, theme }: Look): void {
  if (!findLanguage(lang) || !embedThemes.some((known) => known === theme)) notFound();
}

function missing(error: unknown): never {
  if (error instanceof NotFound) notFound();
  throw error;
}

/** The texts that the components of the embed need, and no others. */
function Texts({ picked, children }: { picked: (typeof namespaces)[number][]; children: React.ReactNode }) {
  return <NextIntlClientProvider messages={pickMessages(useMessages(), picked)}>{children}</NextIntlClientProvider>;
}

/** There is nothing to show yet; the embed asks again by itself, with or without scripts. */
function Unavailable() {
  const t = useTranslations('embed');
  return (
    <>
      <meta httpEquiv="refresh" content="15" />
      <EmbedNotice title={t('unavailable')} />
    </>
  );
}

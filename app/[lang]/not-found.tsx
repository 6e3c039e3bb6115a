import { getLocale, getTranslations } from 'next-intl/server';
import { Notice } from '#components/ui/Notice.tsx';
import { SiteHeader } from '#components/ui/SiteHeader.tsx';
import { languageOr } from '#domain/languageCodes.ts';
import { findElection } from '../readBoardPage.ts';

export default async function NotFoundPage() {
  const language = languageOr(await getLocale());
  const t = await getTranslations('states');
  const election = await findElection();
  return (
    <>
      <SiteHeader
        electionName={election?.names[language] ?? t('unavailable.name')}
        path=""
        isTest={election?.isTest ?? false}
      />
      <Notice title={t('notFound.title')} text={t('notFound.text')}>
        <a className="link" href={`/${language}`}>
          {t('notFound.home')}
        </a>
      </Notice>
    </>
  );
}

import { useLocale, useTranslations } from 'next-intl';
import type { Drill } from './useDrill.ts';

/** The figures that stand are old, and since when. */
export function LostNotice({ when }: { when: string }) {
  const t = useTranslations('overview');
  return (
    <p role="status" className="border-l-4 border-critical bg-surface py-1 pl-3">
      {t('lost', { when })}
    </p>
  );
}

/** Nobody is signed in any more: no figure stays. */
export function EndedNotice({ drill }: { drill: Drill }) {
  const t = useTranslations('overview.ended');
  const language = useLocale();
  return (
    <div role="alert" className="card m-auto max-w-[65ch] border-critical p-8 text-center">
      <p className="text-xl font-bold text-critical">{t('title')}</p>
      <p className="mt-3 text-lg">{t('text')}</p>
      <p className="mt-5">
        <a className="link text-lg" href={`/${language}/sign-in?${new URLSearchParams({ next: drill.here })}`}>
          {t('signIn')}
        </a>
      </p>
    </div>
  );
}

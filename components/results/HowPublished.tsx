import { useTranslations } from 'next-intl';
import type { Format } from '#components/format/useFormat.ts';

const steps = ['counted', 'sealed', 'approved', 'released'] as const;

/** What happens between the close of voting and the release. */
export function HowPublished() {
  const t = useTranslations('results.how');
  return (
    <section aria-labelledby="how" className="card p-5 sm:p-6 lg:col-span-12">
      <h2 id="how" className="text-base font-semibold">
        {t('title')}
      </h2>
      <ol className="mt-4 grid gap-x-8 gap-y-5 sm:grid-cols-2 xl:grid-cols-4">
        {steps.map((step, index) => (
          <li key={step} className="border-t-2 border-ink pt-2">
            <h3 className="font-medium">
              <span aria-hidden className="mr-2 text-ink-soft tabular-nums">
                {index + 1}
              </span>
              {t(step)}
            </h3>
            <p className="mt-1 text-sm">{t(`${step}Text`)}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}

interface VerifyProps {
  keyIds: readonly string[];
  format: Format;
}

/** How to check a bundle and with which key, and how to be told of a release. */
export function VerifyAndFollow({ keyIds, format }: VerifyProps) {
  const t = useTranslations('results');
  const { language } = format;
  return (
    <div className="flex flex-col gap-5 border-t border-hairline pt-4 text-sm">
      <section aria-labelledby="verify">
        <h2 id="verify" className="font-semibold">
          {t('verify.title')}
        </h2>
        <p className="mt-1">{t('verify.text')}</p>
        {keyIds.length === 0 && <p className="mt-1 text-ink-soft">{t('verify.noKey')}</p>}
        {keyIds.map((id) => (
          <p key={id} className="mt-1 wrap-anywhere">
            {t('verify.key', { id })}
          </p>
        ))}
        <p className="mt-1">
          <a className="link" href={`/${language}/press/verify`}>
            {t('verify.link')}
          </a>
        </p>
      </section>
      <section aria-labelledby="follow">
        <h2 id="follow" className="font-semibold">
          {t('follow.title')}
        </h2>
        <p className="mt-1">{t('follow.page')}</p>
        <ul className="mt-1 flex flex-col gap-1">
          <li>
            <a className="link" href={`/api/v1/feed.atom?lang=${language}`}>
              {t('follow.feed')}
            </a>
          </li>
          <li>
            <a className="link" href={`/${language}/press`}>
              {t('follow.press')}
            </a>
          </li>
        </ul>
      </section>
    </div>
  );
}

'use client';

import { useTranslations } from 'next-intl';
import type { Format } from '#components/format/useFormat.ts';
import type { Correction } from '#domain/correction.ts';

interface Props {
  corrections: Correction[];
  total: number;
  nameOf(code: string): string;
  format: Format;
}

/** What was, what is, why, and who decided. */
export function Corrections({ corrections, total, nameOf, format }: Props) {
  const t = useTranslations('board');
  if (total === 0) return null;
  return (
    <section
      id="corrections"
      aria-labelledby="corrections-title"
      className="card scroll-mt-4 p-5 sm:p-6 lg:col-span-12"
    >
      <h2 id="corrections-title" className="text-base font-semibold">
        {t('corrections.title')}
      </h2>
      {total > corrections.length && (
        <p className="mt-1 text-sm text-ink-soft">
          {t('corrections.shown', { shown: format.count(corrections.length), total: format.count(total) })}
        </p>
      )}
      <ul className="mt-3 flex flex-col divide-y divide-hairline">
        {corrections.map((correction) => (
          <li
            key={`${correction.version} ${correction.districtCode} ${correction.channel}`}
            className="grid gap-x-6 gap-y-1 py-3 sm:grid-cols-2"
          >
            <div>
              <p className="font-medium">
                <a className="link" href={`/${format.language}/districts/${correction.districtCode}`}>
                  {nameOf(correction.districtCode)}
                </a>
                {` · ${t(`channel.${correction.channel}`)}`}
              </p>
              <Change correction={correction} format={format} />
              <p className="text-sm text-ink-soft">{format.dayAndTime(Date.parse(correction.occurredAt))}</p>
            </div>
            <dl className="max-w-[65ch] text-sm">
              <dt className="text-ink-soft">{t('corrections.reason')}</dt>
              <dd>{correction.reason}</dd>
              <dt className="mt-1 text-ink-soft">{t('corrections.decidedBy')}</dt>
              <dd>{correction.decidedBy}</dd>
            </dl>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Change({ correction, format }: { correction: Correction; format: Format }) {
  const t = useTranslations('board.corrections');
  const { votedBefore, votedAfter, authorizedBefore, authorizedAfter } = correction;
  return (
    <>
      {votedBefore !== votedAfter && (
        <p className="tabular-nums">
          {t('voted', { before: format.count(votedBefore), after: format.count(votedAfter) })}
        </p>
      )}
      {authorizedBefore !== authorizedAfter && (
        <p className="tabular-nums">
          {t('authorized', { before: format.count(authorizedBefore), after: format.count(authorizedAfter) })}
        </p>
      )}
    </>
  );
}

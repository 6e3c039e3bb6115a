import { useTranslations } from 'next-intl';
import type { Format } from '#components/format/useFormat.ts';
import type { SummaryFile } from '#domain/results/resultFiles.ts';
import { Decision } from './Decision.tsx';

interface Props {
  entries: SummaryFile['notEligible'];
  /** Of all candidacies. */
  total: number;
  format: Format;
}

/** Everybody who lost the right to a seat, with the decision; they stay visible for good. */
export function NotEligibleList({ entries, total, format }: Props) {
  const t = useTranslations('results');
  const { language, count } = format;
  if (entries.length === 0) return null;
  return (
    <section
      id="not-eligible"
      aria-labelledby="not-eligible-title"
      className="card break-inside-auto! scroll-mt-4 p-5 sm:p-6 lg:col-span-12"
    >
      <h2 id="not-eligible-title" className="text-base font-semibold">
        {t('notEligible.title')}
      </h2>
      <p className="mt-1 max-w-[65ch] text-sm text-ink-soft">
        {t('notEligible.text', { count: entries.length, number: count(entries.length), total: count(total) })}
      </p>
      <ul className="mt-3 grid gap-x-8 lg:grid-cols-2">
        {entries.map(({ contestId, contestNames, candidacy }) => (
          <li key={candidacy.id} className="border-b border-hairline">
            <details className="print-open">
              <summary className="cursor-pointer py-2 hover:bg-turnout-0">
                <span className="font-medium">{candidacy.names[language]}</span>
                <span className="text-sm text-ink-soft">
                  {' · '}
                  {t(`status.${candidacy.status}`)}
                  {candidacy.votes !== null &&
                    ` · ${t('notEligible.withVotes', { count: candidacy.votes, votes: count(candidacy.votes) })}`}
                  <span className="block pl-4">{contestNames[language]}</span>
                </span>
              </summary>
              <div className="flex flex-col gap-2 pb-3 pl-4">
                {candidacy.decision && <Decision decision={candidacy.decision} format={format} />}
                <p className="text-sm">
                  <a className="link" href={`/${language}/results/contests/${contestId}`}>
                    {contestNames[language]}
                  </a>
                </p>
              </div>
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}

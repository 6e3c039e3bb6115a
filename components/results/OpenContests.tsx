import { useTranslations } from 'next-intl';
import type { Format } from '#components/format/useFormat.ts';
import type { ContestBrief } from '#domain/results/edition.ts';
import { OpenText } from './OpenText.tsx';

interface Props {
  contests: readonly ContestBrief[];
  format: Format;
}

/** Contests that are tied, wait for a decision, or are withheld: which, and why. */
export function OpenContests({ contests, format }: Props) {
  const t = useTranslations('results');
  if (contests.length === 0) return null;
  return (
    <section
      id="open"
      aria-labelledby="open-title"
      className="card break-inside-auto! scroll-mt-4 p-5 sm:p-6 lg:col-span-12"
    >
      <h2 id="open-title" className="text-base font-semibold">
        {t('open.title')}
      </h2>
      <ul className="mt-3 grid gap-x-8 gap-y-5 lg:grid-cols-2">
        {contests.map((contest) => (
          <li key={contest.id} className="max-w-[70ch] border-l-4 border-ink-soft pl-4">
            <p className="font-medium">
              <a className="link" href={`/${format.language}/results/contests/${contest.id}`}>
                {contest.names[format.language]}
              </a>
              {contest.withheld && <span className="font-normal text-ink-soft"> · {t('state.withheld')}</span>}
            </p>
            <OpenText contest={contest} candidacies={[...contest.winners, ...contest.undecided]} format={format} />
          </li>
        ))}
      </ul>
    </section>
  );
}

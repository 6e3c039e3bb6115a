import { useTranslations } from 'next-intl';
import type { Format } from '#components/format/useFormat.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { isReleaseLate, publicationInForce, windowsInForce } from '#domain/phase.ts';

interface Props {
  overview: Pick<Overview, 'schedule' | 'release' | 'proposals'>;
  electionMs: number;
  format: Format;
  /** Whether the person may open the schedule. */
  mayOpen: boolean;
}

/** The voting windows and the publication in force, in a line. */
export function ScheduleLine({ overview: { schedule, release, proposals }, electionMs, format, mayOpen }: Props) {
  const t = useTranslations('overview.schedule');
  const tBoard = useTranslations('board');
  const publication = publicationInForce(schedule);
  const short = (instant: string) => format.short(Date.parse(instant));
  const windows = windowsInForce(schedule).map(({ channel, opensAt, closesAt, plannedClosesAt }) => {
    const span = tBoard('status.fromTo', { from: short(opensAt), to: short(closesAt) });
    const isExtended = Date.parse(closesAt) > Date.parse(plannedClosesAt);
    return `${tBoard(`channel.${channel}`)} ${span}${isExtended ? ` (${t('extended')})` : ''}`;
  });
  const isLate = isReleaseLate(schedule, electionMs, release);
  const results = release
    ? t('released', { when: short(release.firstReleasedAt) })
    : publication &&
      `${t('results')} ${short(publication.publishAt)}${schedule.publications.length > 1 ? ` (${t('moved')})` : ''}`;
  return (
    <p className="text-sm leading-5 tabular-nums">
      <span className="text-ink-soft">{[...windows, ...(results ? [results] : [])].join(' · ')}</span>
      {isLate && <strong className="font-semibold text-critical"> – {t('late')}</strong>}{' '}
      {mayOpen && (
        <a className="link" href={`/${format.language}/console/schedule`}>
          {t('all')}
        </a>
      )}
      {proposals > 0 && (
        <strong className="font-semibold text-incident">
          {' '}
          · {t('proposals', { count: proposals, number: format.count(proposals) })}
        </strong>
      )}
    </p>
  );
}

import { useTranslations } from 'next-intl';
import type { Format } from '#components/format/useFormat.ts';
import { isReleaseLate, publicationInForce, votingSpan } from '#domain/phase.ts';
import type { PublicationChange, Schedule } from '#domain/schedule.ts';
import { Countdown } from './Countdown.tsx';

interface Props {
  title: string;
  schedule: Schedule;
  /** By the election's clock, epoch ms. */
  nowMs: number;
  /** What the countdown says under itself. */
  note: 'left' | 'made' | 'standing';
  format: Format;
}

/** When the results become public, whether that was moved and why, and what stands between. */
export function PublicationHero({ title, schedule, nowMs, note, format }: Props) {
  const t = useTranslations('results');
  const publication = publicationInForce(schedule);
  const isLate = isReleaseLate(schedule, nowMs, null);
  const when = publication ? format.dayAndTime(Date.parse(publication.publishAt)) : '';
  return (
    <section aria-labelledby="hero" className="card flex flex-col p-5 sm:p-8 lg:col-span-8">
      <h1 id="hero" className="text-lg font-semibold">
        {title}
      </h1>
      {!publication && <p className="mt-4 text-xl leading-tight font-bold">{t('before.unscheduled')}</p>}
      {publication && (
        <p className="mt-4 text-xl leading-tight font-bold">
          {isLate ? t('before.lateTitle') : t('before.dueTitle', { when })}
          {!isLate && <span className="block text-base font-normal text-ink-soft">{format.zoneName}</span>}
        </p>
      )}
      {publication && !isLate && (
        <Countdown
          remainingMs={Date.parse(publication.publishAt) - nowMs}
          note={t(`countdown.${note}`, { when: format.clock(nowMs, nowMs) })}
        />
      )}
      {isLate && <p className="mt-4 max-w-[65ch]">{t('before.late', { when })}</p>}
      <Moves schedule={schedule} format={format} />
      <p className="mt-6 max-w-[65ch] border-t border-hairline pt-4">{useVotingText({ schedule, nowMs, format })}</p>
    </section>
  );
}

function useVotingText({ schedule, nowMs, format }: Pick<Props, 'schedule' | 'nowMs' | 'format'>): string {
  const t = useTranslations('results.before');
  const span = votingSpan(schedule);
  if (!span || nowMs < span.opensAtMs) return t('notOpen');
  return t(nowMs < span.closesAtMs ? 'open' : 'closed', { when: format.dayAndTime(span.closesAtMs) });
}

/** Every move of the publication, the newest first. */
function Moves({ schedule, format }: Pick<Props, 'schedule' | 'format'>) {
  const moves = schedule.publications
    .slice(1)
    .map((change, index) => ({ change, before: schedule.publications[index] }));
  if (moves.length === 0) return null;
  return (
    <ul className="mt-6 flex flex-col gap-4">
      {moves.reverse().map(({ change, before }) => (
        <Move key={change.announcedAt} change={change} before={before} format={format} />
      ))}
    </ul>
  );
}

interface MoveProps {
  change: PublicationChange;
  before: PublicationChange | undefined;
  format: Format;
}

function Move({ change, before, format }: MoveProps) {
  const t = useTranslations('results.before');
  const { language } = format;
  return (
    <li className="max-w-[65ch] border-l-4 border-ink pl-4">
      {before && (
        <p className="font-medium">{t('moved', { planned: format.dayAndTime(Date.parse(before.publishAt)) })}</p>
      )}
      {change.reason && <p>{t('reason', { reason: change.reason[language] })}</p>}
      <p className="text-sm text-ink-soft">
        {t('announced', {
          when: format.dayAndTime(Date.parse(change.announcedAt)),
          who: change.decidedBy[language],
        })}
      </p>
    </li>
  );
}

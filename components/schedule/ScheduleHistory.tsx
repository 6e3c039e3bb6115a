import { useTranslations } from 'next-intl';
import type { Format } from '#components/format/useFormat.ts';
import type { ScheduleAnswer } from './content.ts';
import { type HistoryEntry, listHistory } from './listHistory.ts';
import { useChangeTitle } from './useChangeTitle.ts';

/** Every announcement with who proposed and who confirmed it, and the proposals that came to nothing; the newest first. */
export function ScheduleHistory({ answer, format }: { answer: ScheduleAnswer; format: Format }) {
  const t = useTranslations('schedule.history');
  return (
    <section aria-labelledby="history" className="card p-5 sm:p-6">
      <h2 id="history" className="text-lg font-semibold">
        {t('title')}
      </h2>
      <ol className="mt-4 grid gap-x-8 gap-y-5 lg:grid-cols-2">
        {listHistory(answer).map((entry) => (
          <li key={entry.key} className="max-w-[65ch] border-l-2 border-hairline pl-3 text-sm break-words">
            <Entry entry={entry} format={format} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Entry({ entry, format }: { entry: HistoryEntry; format: Format }) {
  const t = useTranslations('schedule.history');
  const titleOf = useChangeTitle();
  const { change, outcome, at, reason, decidedBy, proposal } = entry;
  const when = (instant: string) => format.dayAndTime(Date.parse(instant));
  return (
    <>
      <p className="text-ink-soft tabular-nums">
        <time dateTime={at}>{when(at)}</time> · {t(`outcome.${outcome}`)}
      </p>
      <p className="text-base font-medium">
        {titleOf(change)}:{' '}
        {change.kind === 'window'
          ? t('times', { from: when(change.opensAt), to: when(change.closesAt) })
          : when(change.publishAt)}
      </p>
      {reason && <p className="mt-1">{reason[format.language]}</p>}
      <p className="mt-1 text-ink-soft">{t('decidedBy', { who: decidedBy[format.language] })}</p>
      {proposal && (
        <p className="text-ink-soft">
          {t('people', { id: proposal.id, proposer: proposal.proposedBy })}
          {proposal.end && ` ${t(`by.${proposal.end.outcome}`, { name: proposal.end.by })}`}
        </p>
      )}
      {proposal?.end?.note && <p className="mt-1">{t('note', { note: proposal.end.note })}</p>}
    </>
  );
}

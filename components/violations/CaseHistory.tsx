import { useTranslations } from 'next-intl';
import { useFormat } from '#components/format/useFormat.ts';
import type { CaseEvent } from '#domain/violations/staffCase.ts';
import type { CaseContent } from './content.ts';
import { useCaseWords } from './useCaseWords.ts';

/** Every step of the case, the newest first. */
export function CaseHistory({ shown, places, timeZone }: CaseContent) {
  const t = useTranslations('violations');
  const tCases = useTranslations('cases');
  const words = useCaseWords(places);
  const format = useFormat(timeZone);
  const tell = ({ kind, detail }: CaseEvent) =>
    t(`event.${kind}`, {
      commission: words.commission(detail?.commission ?? null),
      id: detail?.duplicateOf ?? '',
      number: detail?.number ?? '',
      outcome: t(`outcome.${detail?.outcome ?? 'pending'}`),
      verdict: [
        detail?.verdict && tCases(`verdict.${detail.verdict}`),
        detail?.measure && tCases(`measure.${detail.measure}`),
      ]
        .filter(Boolean)
        .join(' · '),
    });
  return (
    <section aria-labelledby="history" className="card p-5 sm:p-6">
      <h2 id="history" className="text-lg font-semibold">
        {t('detail.history')}
      </h2>
      <ol className="mt-3 flex flex-col gap-3 text-sm">
        {shown.events.map((event) => (
          <li key={event.id} className="border-l-2 border-hairline pl-3">
            <p className="text-ink-soft tabular-nums">
              <time dateTime={event.at}>{format.dayAndTime(Date.parse(event.at))}</time> · {event.personName}
            </p>
            <p className="font-medium break-words">{tell(event)}</p>
            {event.note && <p className="max-w-[65ch] break-words whitespace-pre-wrap">{event.note}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}

import { useTranslations } from 'next-intl';
import type { Format } from '#components/format/useFormat.ts';
import type { ContestChanges } from './changes.ts';

type Change = ContestChanges['changes'][number];

/** Before and after of one contest, figure by figure. */
export function ChangesTable({
  contest,
  edition,
  format,
}: {
  contest: ContestChanges;
  edition: number;
  format: Format;
}) {
  const t = useTranslations('results');
  const { language } = format;
  const more = contest.total - contest.changes.length;
  const title = contest.contestNames?.[language] ?? contest.contestId;
  return (
    <section
      aria-labelledby={`changes-${contest.contestId}`}
      className="card break-inside-auto! p-4 sm:p-6 lg:col-span-12"
    >
      <h2 id={`changes-${contest.contestId}`} className="text-base font-semibold">
        <a className="link" href={`/${language}/results/contests/${contest.contestId}`}>
          {title}
        </a>
      </h2>
      <table className="mt-3 w-full border-collapse text-sm">
        <caption className="sr-only">{title}</caption>
        <thead>
          <tr className="border-b border-ink-soft text-ink-soft">
            <th scope="col" className="py-2 text-left font-medium">
              {t('changes.field')}
            </th>
            <th scope="col" className="py-2 pl-3 text-right font-medium">
              {t('changes.before')}
            </th>
            <th scope="col" className="py-2 pl-3 text-right font-medium">
              {t('changes.after')}
            </th>
          </tr>
        </thead>
        <tbody>
          {contest.changes.map((change) => (
            <Row key={keyOf(change)} change={change} format={format} />
          ))}
        </tbody>
      </table>
      {more > 0 && (
        <p className="mt-3 text-sm">
          <a className="link" href={`/api/v1/editions/${edition}/changes.json`}>
            {t('changes.more', { count: more, number: format.count(more) })}
          </a>
        </p>
      )}
    </section>
  );
}

function keyOf({ field, candidacyId, districts }: Change): string {
  return `${field} ${candidacyId} ${districts?.map(({ code }) => code)}`;
}

function Row({ change, format }: { change: Change; format: Format }) {
  const t = useTranslations('results');
  const { language } = format;
  const { field, candidacyNames, candidacyId, districts } = change;
  const place = districts?.map(({ names }) => names[language]).join(' + ');
  return (
    <tr className="border-b border-hairline align-top last:border-0">
      <th scope="row" className="py-2 text-left font-normal">
        <span className="block font-medium wrap-anywhere">
          {candidacyNames?.[language] ?? candidacyId ?? t('changes.whole')}
        </span>
        <span className="text-ink-soft">
          {t(`field.${field}`)}
          {place && ` · ${place}`}
        </span>
      </th>
      <Value field={field} value={change.before} format={format} />
      <Value field={field} value={change.after} format={format} />
    </tr>
  );
}

const wordsOf: Partial<Record<Change['field'], string>> = {
  state: 'state',
  outcome: 'outcome',
  status: 'status',
  treatment: 'treatmentShort',
};

function Value({ field, value, format }: { field: Change['field']; value: Change['before']; format: Format }) {
  const t = useTranslations('results');
  const words = wordsOf[field];
  const text = () => {
    if (value === null) return t(words ? 'table.none' : 'changes.nothing');
    if (typeof value === 'number') return format.count(value);
    return words && t.has(`${words}.${value}`) ? t(`${words}.${value}`) : value;
  };
  return <td className="min-w-20 py-2 pl-3 text-right hyphens-auto wrap-anywhere tabular-nums">{text()}</td>;
}

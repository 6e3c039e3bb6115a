import { useTranslations } from 'next-intl';
import type { Format } from '#components/format/useFormat.ts';
import type { EditionHead } from '#domain/results/edition.ts';
import type { EditionNote } from './content.ts';

interface Props {
  head: EditionHead;
  editions: readonly EditionNote[];
  format: Format;
}

/** That these results replace others: why, who approved it, what was changed, and where the others are. */
export function CorrectionNotice({ head, editions, format }: Props) {
  const t = useTranslations('results.correction');
  if (head.corrects === null) return null;
  const { language } = format;
  const note = editions.find(({ edition }) => edition === head.edition);
  const entries = [
    { key: 'reason', text: head.reason?.[language] },
    { key: 'approved', text: note?.approvedBy.join(', ') },
    { key: 'released', text: note && format.dayAndTime(Date.parse(note.releasedAt)) },
  ].filter(({ text }) => text);
  return (
    <section
      aria-labelledby="correction"
      className="rounded-lg border-2 border-ink bg-surface p-5 sm:p-6 lg:col-span-12"
    >
      <h2 id="correction" className="text-base font-semibold">
        {t('title', { edition: String(head.edition), corrects: String(head.corrects) })}
      </h2>
      <dl className="mt-2 grid max-w-[75ch] gap-x-4 sm:grid-cols-[max-content_minmax(0,1fr)]">
        {entries.map(({ key, text }) => (
          <div key={key} className="contents">
            <dt className="text-ink-soft max-sm:mt-1">{t(key)}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <ul className="mt-3 flex flex-wrap gap-x-6 gap-y-1 print:hidden">
        <li>
          <a className="link" href={`/${language}/results/changes`}>
            {t('changes')}
          </a>
        </li>
        <li>
          <a className="link" href={`/api/v1/editions/${head.corrects}/bundle.zip`}>
            {t('old', { corrects: String(head.corrects) })}
          </a>
        </li>
      </ul>
    </section>
  );
}

import { useTranslations } from 'next-intl';
import type { Format } from '#components/format/useFormat.ts';
import type { EditionHead } from '#domain/results/edition.ts';
import type { EditionNote } from './content.ts';

interface Props {
  head: EditionHead;
  editions: readonly EditionNote[];
  format: Format;
}

/** Which edition the figures are of, when it was released, and who approved it. */
export function EditionLine({ head, editions, format }: Props) {
  const t = useTranslations('results.edition');
  const note = editions.find(({ edition }) => edition === head.edition);
  const sealed = format.dayAndTime(Date.parse(head.sealedAt));
  const edition = String(head.edition);
  if (head.edition === 0) return <p className="text-sm text-ink-soft">{t('zero', { when: sealed })}</p>;
  return (
    <p className="text-sm text-ink-soft tabular-nums">
      {note
        ? t('line', { edition, when: format.dayAndTime(Date.parse(note.releasedAt)), sealed })
        : t('lineUnreleased', { edition, sealed })}
      {note && note.approvedBy.length > 0 && `. ${t('approved', { who: note.approvedBy.join(', ') })}`}
    </p>
  );
}

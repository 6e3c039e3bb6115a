'use client';

import { useTranslations } from 'next-intl';
import type { Format } from '#components/format/useFormat.ts';
import type { BoardRow } from '#domain/board.ts';

/** Why the figures of this unit, or of districts in it, are not the newest. */
export function HeldNotice({ row, format }: { row: BoardRow; format: Format }) {
  const t = useTranslations('board.held');
  if (row.heldUnits === 0) return null;
  return (
    <section aria-label={t('title')} className="hatch rounded-lg border border-ink-soft p-1 lg:col-span-12">
      <p className="rounded bg-surface px-4 py-3">
        {row.held
          ? t('text', { rule: t(`rule.${row.held.rule}`), when: format.dayAndTime(Date.parse(row.held.since)) })
          : t('below', { count: row.heldUnits, number: format.count(row.heldUnits) })}
      </p>
    </section>
  );
}

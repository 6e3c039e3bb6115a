import { useTranslations } from 'next-intl';
import type { Format } from '#components/format/useFormat.ts';
import type { CaseTotals } from '#domain/incidents/publicStatus.ts';

/** In the status card of a page: how many cases of violations there are. */
export function CaseLine({ cases, format }: { cases: CaseTotals; format: Format }) {
  const t = useTranslations('cases');
  if (cases.total === 0) return null;
  const text = t('line', {
    count: cases.total,
    number: format.count(cases.total),
    open: format.count(cases.open),
  });
  return (
    <li className="flex gap-2">
      <span aria-hidden className="mt-1 size-3 shrink-0 bg-violation" />
      <a className="link" href={`/${format.language}/status#violation-cases`}>
        {text}
      </a>
    </li>
  );
}

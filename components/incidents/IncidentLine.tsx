import { useTranslations } from 'next-intl';
import type { Format } from '#components/format/useFormat.ts';
import type { PublicStatus } from '#domain/incidents/publicStatus.ts';
import { countOpen, worstOpen } from '#domain/incidents/severity.ts';
import { clearMark, severityMarks } from './looks.ts';
import { Written } from './Written.tsx';

/** In the status card of a page: whether anything is broken, and where to read on. */
export function IncidentLine({ status, format }: { status: PublicStatus; format: Format }) {
  const t = useTranslations('status.card');
  const count = countOpen(status.open);
  const worst = worstOpen(status.open);
  const [first] = status.incidents;
  return (
    <li className="flex gap-2" data-status-version={status.version}>
      <span aria-hidden className={`mt-1 size-3 shrink-0 ${worst ? severityMarks[worst] : clearMark}`} />
      <span>
        {first ? (
          <>
            {t('open', { count, number: format.count(count) })} <Written text={first.title} />
          </>
        ) : (
          t('clear')
        )}
        <a className="link block w-fit py-1" href={`/${format.language}/status`}>
          {t('all')}
        </a>
      </span>
    </li>
  );
}

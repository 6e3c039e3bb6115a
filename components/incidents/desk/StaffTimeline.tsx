import { useTranslations } from 'next-intl';
import type { Format } from '#components/format/useFormat.ts';
import type { StaffUpdate } from '#domain/incidents/staffIncident.ts';
import { Written } from '../Written.tsx';

/** Everything that was done and written, the newest first. */
export function StaffTimeline({ updates, format }: { updates: readonly StaffUpdate[]; format: Format }) {
  const t = useTranslations('incidents');
  const tStatus = useTranslations('status');
  return (
    <div>
      <h3 className="text-sm font-semibold">{t('detail.timeline')}</h3>
      <ol className="mt-2 flex flex-col gap-3 border-l-2 border-hairline pl-4 text-sm">
        {updates.map(({ id, at, kind, state, text, isPublic, personName }) => (
          <li key={id}>
            <p className="text-ink-soft tabular-nums">
              {format.dayAndTime(Date.parse(at))} · {personName}{' '}
              {t(`did.${kind}`, { state: tStatus(`state.${state}`) })}
              {kind === 'note' && !isPublic && ` · ${t('forStaff')}`}
            </p>
            {text && (
              <p className="whitespace-pre-line">
                <Written text={text} />
              </p>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}

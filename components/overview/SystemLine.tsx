import { useTranslations } from 'next-intl';
import type { Format } from '#components/format/useFormat.ts';
import { useDuration } from '#components/incidents/useDuration.ts';
import type { Overview } from '#domain/overview/overview.ts';

interface Props {
  overview: Overview;
  /** The server's clock. */
  nowMs: number;
  electionMs: number;
  format: Format;
  zoneName: string;
}

/** How fresh the board is, and who else looks at the figures. */
export function SystemLine({ overview, nowMs, electionMs, format, zoneName }: Props) {
  const t = useTranslations('overview.head');
  const duration = useDuration();
  const { staleSince, checkedAt, sockets, version } = overview;
  return (
    <p className="text-sm leading-5 text-ink-soft tabular-nums">
      <span className="font-semibold text-ink">{format.clock(electionMs, electionMs)}</span> {zoneName} ·{' '}
      {staleSince === null ? (
        t('read')
      ) : (
        <strong className="font-semibold text-critical">
          {t('notRead', { duration: duration(nowMs - Date.parse(checkedAt)) })}
        </strong>
      )}{' '}
      · {sockets === null ? t('socketsUnknown') : t('sockets', { count: sockets, number: format.count(sockets) })} ·{' '}
      {t('version', { version: format.count(version) })}
    </p>
  );
}

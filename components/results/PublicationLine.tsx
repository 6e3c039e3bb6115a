import { useTranslations } from 'next-intl';
import type { Format } from '#components/format/useFormat.ts';
import { isReleaseLate, publicationInForce } from '#domain/phase.ts';
import type { Schedule } from '#domain/schedule.ts';

interface Props {
  schedule: Schedule;
  /** By the election's clock, epoch ms. */
  nowMs: number;
  format: Format;
}

/** When the figures of this page become public. */
export function PublicationLine({ schedule, nowMs, format }: Props) {
  const t = useTranslations('results.before');
  const publication = publicationInForce(schedule);
  const text = () => {
    if (!publication) return t('unscheduled');
    if (isReleaseLate(schedule, nowMs, null)) return t('lateTitle');
    return `${t('dueTitle', { when: format.dayAndTime(Date.parse(publication.publishAt)) })}, ${format.zoneName}`;
  };
  return (
    <div className="mt-6 max-w-[65ch] border-t border-hairline pt-4">
      <p className="font-medium">{text()}</p>
      <p className="text-ink-soft">{t('noFigures')}</p>
    </div>
  );
}

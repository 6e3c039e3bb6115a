import { useTranslations } from 'next-intl';
import type { Format } from '#components/format/useFormat.ts';
import { phaseAt, publicationInForce, votingSpan } from '#domain/phase.ts';
import type { Phase, Schedule } from '#domain/schedule.ts';

/** The phase at the election's time `nowMs`, and the words of its pill. */
export function usePhaseText(schedule: Schedule, nowMs: number, format: Format): { phase: Phase; text: string } {
  const t = useTranslations('phase');
  const phase = phaseAt(schedule, nowMs);
  const span = votingSpan(schedule);
  const publication = publicationInForce(schedule);
  const isMoved = schedule.publications.length > 1;
  const closed = () => {
    if (!publication) return t('closedUnknown');
    return t(isMoved ? 'closedMoved' : 'closed', { when: format.short(Date.parse(publication.publishAt)) });
  };
  switch (phase) {
    case 'before':
      return { phase, text: span ? t('before', { when: format.short(span.opensAtMs) }) : t('beforeUnknown') };
    case 'open': {
      const isExtended = span !== null && span.closesAtMs > span.plannedClosesAtMs;
      return {
        phase,
        text: t(isExtended ? 'openExtended' : 'open', { when: format.short(span?.closesAtMs ?? nowMs) }),
      };
    }
    case 'closed':
      return { phase, text: closed() };
    case 'published':
      return { phase, text: t('published', { when: format.short(Date.parse(publication?.publishAt ?? '')) }) };
  }
}

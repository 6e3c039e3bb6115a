import { useTranslations } from 'next-intl';
import type { Format } from '#components/format/useFormat.ts';
import type { Board } from '#domain/board.ts';
import { isReleaseLate, phaseAt, publicationInForce, votingSpan } from '#domain/phase.ts';
import type { Release } from '#domain/results/release.ts';
import type { Phase } from '#domain/schedule.ts';

/** The phase at the election's time `nowMs`, and the words of its pill. */
export function usePhaseText(
  { schedule, release }: Pick<Board, 'schedule' | 'release'>,
  nowMs: number,
  format: Format,
): { phase: Phase; text: string } {
  const t = useTranslations('phase');
  const phase = phaseAt(schedule, nowMs, release);
  const span = votingSpan(schedule);
  const publication = publicationInForce(schedule);
  const isMoved = schedule.publications.length > 1;
  const closed = () => {
    if (!publication) return t('closedUnknown');
    const key = isReleaseLate(schedule, nowMs, release) ? 'closedLate' : isMoved ? 'closedMoved' : 'closed';
    return t(key, { when: format.short(Date.parse(publication.publishAt)) });
  };
  const published = ({ edition, firstReleasedAt, releasedAt }: Release) => {
    const when = format.short(Date.parse(firstReleasedAt));
    return edition > 1
      ? t('corrected', { when, corrected: format.short(Date.parse(releasedAt)) })
      : t('published', { when });
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
      return { phase, text: release ? published(release) : '' };
  }
}

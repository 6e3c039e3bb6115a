import type { Finding } from '#domain/incidents/finding.ts';
import type { DetectorMoment } from './getDetectorMoment.ts';

/** The vote database was not read for too long. */
export function detectFeedLag({ lagSeconds, limits }: DetectorMoment): Finding[] {
  const { open_seconds = 30, close_seconds = 5 } = limits('feed_lag');
  const judgement = lagSeconds > open_seconds ? 'open' : lagSeconds < close_seconds ? 'clear' : 'hold';
  return [
    {
      detector: 'feed_lag',
      subject: '',
      judgement,
      unitCodes: [],
      evidence: { lagSeconds: Math.round(lagSeconds), limitSeconds: open_seconds },
    },
  ];
}

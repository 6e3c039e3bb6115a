import type { Names } from '../languages.ts';
import { bundlePaths } from '../results/bundlePaths.ts';
import { resultPaths } from '../results/resultPaths.ts';
import type { MessageHead, WebhookMessage } from './message.ts';

interface ReleasedEdition {
  number: number;
  releasedAt: string;
  manifestHash: string;
  reason: Names | null;
}

/** That an edition is public, and where it can be fetched; nothing of what stands in it. */
export function editionMessage(
  { number, releasedAt, manifestHash, reason }: ReleasedEdition,
  head: MessageHead,
): WebhookMessage {
  const under = (path: string) => `/api/v1/editions/${number}/${path}`;
  return {
    type: number > 1 ? 'results.corrected' : 'results.released',
    timestamp: releasedAt,
    data: {
      ...head,
      edition: number,
      corrects: number > 1 ? number - 1 : null,
      releasedAt,
      manifestHash,
      reason,
      links: {
        manifest: under(bundlePaths.manifest),
        summary: under(resultPaths.summary),
        changes: under(resultPaths.changes),
        bundle: under(bundlePaths.bundle),
      },
    },
  };
}

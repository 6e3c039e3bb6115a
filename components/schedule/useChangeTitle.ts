import { useTranslations } from 'next-intl';
import type { ChangeTimes } from '#domain/schedule/proposal.ts';

/** What a change moves: `Voting: online`, `Publication of results`. */
export function useChangeTitle(): (change: ChangeTimes) => string {
  const t = useTranslations('schedule');
  const tBoard = useTranslations('board');
  return (change) =>
    change.kind === 'window'
      ? t('of.window', { channel: tBoard(`channel.${change.channel}`).toLowerCase() })
      : tBoard('status.publication');
}

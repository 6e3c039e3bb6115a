'use client';

import { useTranslations } from 'next-intl';
import type { Format } from '#components/format/useFormat.ts';
import type { BoardRow } from '#domain/board.ts';
import type { Election } from '#domain/election.ts';
import { onlineVotedOfAuthorized } from '#domain/ratio.ts';

interface Props {
  row: BoardRow;
  election: Election;
  format: Format;
}

const reasons = ['not_on_roll', 'iin_used', 'phone_used', 'ip_used', 'outside_window'] as const;

/** By which channel they voted, how many of those authorized online, and who was refused and why. */
export function HeroDetails({ row, election, format }: Props) {
  const t = useTranslations('board');
  const hasOnline = election.channels.includes('online');
  const refused = reasons.filter((reason) => (row.refusedByReason[reason] ?? 0) > 0);
  return (
    <div className="mt-6 grid gap-6 border-t border-hairline pt-6 sm:grid-cols-2">
      <div>
        <h2 className="text-sm font-semibold">{t('channels.title')}</h2>
        <FigureList
          entries={election.channels.map((channel) => ({
            key: channel,
            words: t(`channel.${channel}`),
            figure: format.count(row.votedByChannel[channel]),
          }))}
        />
        {hasOnline && <OnlineSentence row={row} election={election} format={format} />}
      </div>
      {hasOnline && (
        <div>
          <h2 className="text-sm font-semibold">
            {t('refusals.title')}: {t('refusals.total', { count: row.refused, number: format.count(row.refused) })}
          </h2>
          <FigureList
            entries={refused.map((reason) => ({
              key: reason,
              words: t(`refusals.${reason}`),
              figure: format.count(row.refusedByReason[reason] ?? 0),
            }))}
          />
        </div>
      )}
    </div>
  );
}

function OnlineSentence({ row, election, format }: Props) {
  const t = useTranslations('board');
  const ratio = onlineVotedOfAuthorized(row);
  const hasOthers = election.channels.some((channel) => channel !== 'online');
  return (
    <p className="mt-3 text-sm text-ink-soft">
      {ratio === null
        ? t('nobodyAuthorized')
        : t(`onlineOfAuthorized.${election.electorate}`, {
            count: row.authorized,
            total: format.count(row.authorized),
            voted: format.count(row.votedByChannel.online),
            percent: format.percent(ratio),
          })}
      {ratio !== null && hasOthers && ` ${t('otherChannelsNote')}`}
    </p>
  );
}

function FigureList({ entries }: { entries: { key: string; words: string; figure: string }[] }) {
  return (
    <dl className="mt-2 text-sm">
      {entries.map(({ key, words, figure }) => (
        <div key={key} className="flex justify-between gap-4 border-b border-hairline py-1 last:border-0">
          <dt>{words}</dt>
          <dd className="font-medium tabular-nums">{figure}</dd>
        </div>
      ))}
    </dl>
  );
}

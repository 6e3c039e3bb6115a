'use client';

import { useTranslations } from 'next-intl';
import type { Format } from '#components/format/useFormat.ts';
import type { Board } from '#domain/board.ts';
import type { Election } from '#domain/election.ts';
import { isReleaseLate, publicationInForce, windowsInForce } from '#domain/phase.ts';
import { Contacts } from './Contacts.tsx';
import type { Freshness, Moments } from './freshness.ts';

interface Props {
  board: Board;
  election: Election;
  freshness: Freshness;
  moments: Moments;
  corrections: number;
  format: Format;
  /** What is said of incidents. */
  children?: React.ReactNode;
}

/** Beside the hero: is the feed read, until when can be voted, what was corrected, whom to ask. */
export function StatusCard({ board, election, freshness, moments, corrections, format, children }: Props) {
  const t = useTranslations('board.status');
  const held = board.rows[0]?.heldUnits ?? 0;
  return (
    <section aria-labelledby="status" className="card flex flex-col gap-5 p-5 sm:p-6 lg:col-span-4">
      <div>
        <h2 id="status" className="text-base font-semibold">
          {t('title')}
        </h2>
        <ul className="mt-2 flex flex-col gap-2 text-sm">
          {children}
          <FeedState freshness={freshness} moments={moments} format={format} />
          {held > 0 && (
            <li className="flex gap-2">
              <span aria-hidden className="hatch mt-1 size-3 shrink-0 rounded-xs border border-ink-soft" />
              {t('held', { count: held, number: format.count(held) })}
            </li>
          )}
          <li className="pl-5">
            {corrections > 0 ? (
              <a className="link" href="#corrections">
                {t('corrections', { count: corrections, number: format.count(corrections) })}
              </a>
            ) : (
              <span className="text-ink-soft">{t('noCorrections')}</span>
            )}
          </li>
        </ul>
      </div>
      <Times board={board} electionMs={moments.electionMs} format={format} />
      <Contacts contacts={election.contacts} />
    </section>
  );
}

function FeedState({ freshness, moments, format }: Pick<Props, 'freshness' | 'moments' | 'format'>) {
  const t = useTranslations('board.status');
  const when = format.clock(moments.checkedMs, moments.electionMs);
  const looks = {
    fresh: { mark: 'bg-resolved', text: t('normal') },
    stale: { mark: 'hatch border border-ink-soft', text: t('stale', { when }) },
    offline: { mark: 'hatch border border-ink-soft', text: t('offline') },
  }[freshness.state];
  return (
    <li className="flex gap-2">
      <span aria-hidden className={`mt-1 size-3 shrink-0 rounded-full ${looks.mark}`} />
      {looks.text}
    </li>
  );
}

function Times({ board, electionMs, format }: Pick<Props, 'board' | 'format'> & { electionMs: number }) {
  const t = useTranslations('board');
  const short = (instant: string) => format.short(Date.parse(instant));
  return (
    <dl className="flex flex-col gap-3 border-t border-hairline pt-4 text-sm">
      {windowsInForce(board.schedule).map((window) => (
        <div key={window.channel}>
          <dt className="text-ink-soft">
            {t('status.windows')}: {t(`channel.${window.channel}`).toLowerCase()}
          </dt>
          <dd className="font-medium">
            {t('status.fromTo', { from: short(window.opensAt), to: short(window.closesAt) })}
            {window.closesAt !== window.plannedClosesAt && (
              <span className="block font-normal text-ink-soft">
                {t('status.extendedFrom', { planned: short(window.plannedClosesAt) })}
              </span>
            )}
          </dd>
        </div>
      ))}
      <div>
        <dt className="text-ink-soft">{t('status.publication')}</dt>
        <dd className="font-medium">
          <Publication board={board} electionMs={electionMs} format={format} />
        </dd>
      </div>
    </dl>
  );
}

function Publication({ board, electionMs, format }: Pick<Props, 'board' | 'format'> & { electionMs: number }) {
  const t = useTranslations('board.status');
  const tPhase = useTranslations('phase.status');
  const { schedule, release } = board;
  const publication = publicationInForce(schedule);
  const planned = schedule.publications[0];
  const short = (instant: string) => format.short(Date.parse(instant));
  const notes = [
    planned && publication && planned.publishAt !== publication.publishAt
      ? t('movedFrom', { planned: short(planned.publishAt) })
      : null,
    isReleaseLate(schedule, electionMs, release) ? tPhase('late') : null,
    release ? tPhase('published', { when: short(release.firstReleasedAt) }) : null,
    release && release.edition > 1 ? tPhase('corrected', { when: short(release.releasedAt) }) : null,
  ];
  return (
    <>
      {publication ? short(publication.publishAt) : t('noSchedule')}
      {notes.map(
        (note) =>
          note && (
            <span key={note} className="block font-normal text-ink-soft">
              {note}
            </span>
          ),
      )}
    </>
  );
}

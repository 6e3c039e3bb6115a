'use client';

import { useTranslations } from 'next-intl';
import type { ContestEmbedContent } from '#components/embed/content.ts';
import { EmbedContest } from '#components/embed/EmbedContest.tsx';
import { EmbedFrame } from '#components/embed/EmbedFrame.tsx';
import { type Format, useFormat } from '#components/format/useFormat.ts';
import { electionNowMs } from '#domain/electionNow.ts';
import { isReleaseLate, publicationInForce } from '#domain/phase.ts';
import { useServerNow } from './serverNow.ts';
import { TickingBanner, TickingFreshness } from './TickingFreshness.tsx';
import { useLiveResults } from './useLiveResults.ts';

/** One contest on a page of others; turns over by itself at the release. */
export function ContestEmbed({ content: initial }: { content: ContestEmbedContent }) {
  const { content, live } = useLiveResults(initial);
  const { election, file, board, renderedAtMs } = content;
  const format = useFormat(election.timeZone);
  const { language } = format;
  const ticking = { live, renderedAtMs, format, hasFigures: false };
  return (
    <EmbedFrame
      title={file.contest.names[language]}
      electionName={election.names[language]}
      isTest={board.isTest}
      href={`/${language}/results/contests/${file.contest.id}`}
      freshness={
        <div className="flex flex-wrap gap-x-4">
          <Edition content={content} format={format} />
          <TickingFreshness {...ticking} />
        </div>
      }
    >
      <TickingBanner {...ticking} />
      <EmbedContest file={file} waiting={<Publication content={content} format={format} />} format={format} />
    </EmbedFrame>
  );
}

interface PartProps {
  content: ContestEmbedContent;
  format: Format;
}

/** When the results come. */
function Publication({ content: { board, renderedAtMs }, format }: PartProps) {
  const t = useTranslations('embed');
  const tBefore = useTranslations('results.before');
  const nowMs = electionNowMs(board.clock, useServerNow(renderedAtMs));
  const publication = publicationInForce(board.schedule);
  const text = () => {
    if (!publication) return tBefore('unscheduled');
    if (isReleaseLate(board.schedule, nowMs, null)) return tBefore('lateTitle');
    return t('due', { when: format.dayAndTime(Date.parse(publication.publishAt)), zone: format.zoneName });
  };
  return <p className="font-medium">{text()}</p>;
}

/** Which edition the figures are of, and when it was released. */
function Edition({ content: { file, editions }, format }: PartProps) {
  const t = useTranslations('embed');
  const note = editions.find(({ edition }) => edition === file.edition);
  if (!note) return null;
  return (
    <span className="tabular-nums">
      {t('edition', { edition: String(file.edition), when: format.dayAndTime(Date.parse(note.releasedAt)) })}
    </span>
  );
}

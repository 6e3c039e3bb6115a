import { useTranslations } from 'next-intl';
import type { Format } from '#components/format/useFormat.ts';
import { electionNowMs } from '#domain/electionNow.ts';
import { isReleaseLate, publicationInForce } from '#domain/phase.ts';
import type { PressContent } from './content.ts';
import { Section } from './Section.tsx';

/** Whether there are results, since when or until when, and what the addresses give meanwhile. */
export function Standing({ content, format }: { content: PressContent; format: Format }) {
  const t = useTranslations('press.standing');
  const { board, editions } = content;
  const code = (text: string) => () => <code>{text}</code>;
  return (
    <Section id="standing" title={t('title')}>
      <div className="mt-3 flex max-w-[65ch] flex-col gap-3">
        {board.isTest && <p className="font-medium">{t.rich('rehearsal', { mark: code('isTest: true') })}</p>}
        <Release content={content} format={format} />
        {board.release === null && (
          <p>{editions.length > 0 ? t.rich('zeroFeed', { status: code('pre-election') }) : t('noFiles')}</p>
        )}
      </div>
    </Section>
  );
}

function Release({ content, format }: { content: PressContent; format: Format }) {
  const t = useTranslations('press.standing');
  const { board, renderedAtMs } = content;
  const { release, schedule } = board;
  const when = (instant: string) => format.dayAndTime(Date.parse(instant));
  if (release) {
    const { edition, releasedAt } = release;
    return (
      <p>
        {t('released', { edition: String(edition), when: when(releasedAt) })}{' '}
        {edition > 1 && t('corrects', { corrects: String(edition - 1) })}
      </p>
    );
  }
  const publication = publicationInForce(schedule);
  const planned = schedule.publications[0];
  if (!publication || !planned) return <p>{t('unknown')}</p>;
  const isLate = isReleaseLate(schedule, electionNowMs(board.clock, renderedAtMs), release);
  return (
    <p>
      {t(isLate ? 'late' : 'due', { when: when(publication.publishAt) })}{' '}
      {planned.publishAt !== publication.publishAt && t('moved', { planned: when(planned.publishAt) })}
    </p>
  );
}

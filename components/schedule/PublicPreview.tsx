'use client';

import { NextIntlClientProvider, useTranslations } from 'next-intl';
import { useId } from 'react';
import { useFormat } from '#components/format/useFormat.ts';
import { AnnouncementText, useAnnouncements } from '#components/turnout/Announcements.tsx';
import { PhasePill } from '#components/turnout/PhasePill.tsx';
import { languages } from '#domain/languageCodes.ts';
import type { Names } from '#domain/languages.ts';
import { announceChange } from '#domain/schedule/announceChange.ts';
import type { ChangeTimes } from '#domain/schedule/proposal.ts';
import type { ScheduleAnswer, ScheduleContent } from './content.ts';

export interface Announced {
  change: ChangeTimes;
  reason: Names;
  decidedBy: Names;
}

interface Props extends Pick<ScheduleContent, 'publicTexts' | 'timeZone'> {
  announced: Announced;
  answer: Pick<ScheduleAnswer, 'schedule' | 'release'>;
  nowMs: number;
}

/** What the public reads once this is announced, in each language and in the public page's own words. */
export function PublicPreview({ publicTexts, timeZone, ...shown }: Props) {
  const t = useTranslations('schedule.preview');
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className="font-semibold">
        {t('title')}
      </h3>
      <div className="mt-2 grid gap-3 lg:grid-cols-3">
        {languages.map((language) => (
          <div key={language} lang={language} className="card bg-paper p-4">
            <p className="text-sm text-ink-soft">{t(`in.${language}`)}</p>
            <NextIntlClientProvider locale={language} messages={publicTexts[language]} timeZone="UTC">
              <InOneLanguage timeZone={timeZone} {...shown} />
            </NextIntlClientProvider>
          </div>
        ))}
      </div>
    </section>
  );
}

function InOneLanguage({ announced, answer, nowMs, timeZone }: Omit<Props, 'publicTexts'>) {
  const format = useFormat(timeZone);
  const schedule = announceChange(answer.schedule, { ...announced, announcedAt: new Date(nowMs).toISOString() });
  const announcement = useAnnouncements(schedule, format).find(({ reason }) => reason === announced.reason);
  return (
    <>
      <div className="mt-2">
        <PhasePill board={{ schedule, release: answer.release }} nowMs={nowMs} format={format} />
      </div>
      <div className="mt-3 break-words">
        {announcement && <AnnouncementText announcement={announcement} format={format} />}
      </div>
    </>
  );
}

'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import type { Format } from '#components/format/useFormat.ts';
import type { StatusFile } from '#domain/incidents/publicStatus.ts';
import { byUrgency, countOpen } from '#domain/incidents/severity.ts';
import { statusNews } from '#domain/incidents/statusNews.ts';
import { textIn } from '#domain/incidents/textIn.ts';
import { countOpenCases } from '#domain/violations/countOpenCases.ts';

/** For who hears the page: what changed since it was last said, incidents or cases. */
export function SpokenStatus({ file, format }: { file: StatusFile; format: Format }) {
  const t = useTranslations('status.spoken');
  const tCases = useTranslations('cases');
  const said = useRef(file);
  const [news, setNews] = useState<'incidents' | 'cases' | null>(null);
  useEffect(() => {
    const found = statusNews(said.current, file);
    said.current = file;
    if (found) setNews(found);
  }, [file]);
  const [worst] = file.incidents.filter(({ state }) => state !== 'resolved').sort(byUrgency);
  const { country } = file.cases;
  const words = {
    incidents: () =>
      worst
        ? t('open', { number: format.count(countOpen(file.open)), title: textIn(worst.title, format.language).text })
        : t('clear'),
    cases: () =>
      tCases('line', {
        count: country.total,
        number: format.count(country.total),
        open: format.count(countOpenCases(country)),
      }),
  };
  return (
    <p className="sr-only" aria-live="polite">
      {news && words[news]()}
    </p>
  );
}

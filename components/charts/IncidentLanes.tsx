import { useLocale, useTranslations } from 'next-intl';
import { useId } from 'react';
import { formatCount } from '#components/format/format.ts';
import { languageOr } from '#domain/languageCodes.ts';
import { xRatio } from './curveGeometry.ts';
import { IncidentBars, numberLink } from './IncidentBars.tsx';
import { IncidentRow } from './IncidentRow.tsx';
import { type Band, type BandGroup, packLanes } from './incidentBands.ts';
import type { Span } from './nights.ts';
import { percent } from './percent.ts';
import { useIncidentSentence } from './useIncidentSentence.ts';

interface Props {
  bands: readonly Band[];
  time: Span;
  timeZone: string;
}

/** The narrowest plot that the lanes are drawn for, and what labels take of it, px. */
const plotPx = 528;
const labelPx = { one: 60, open: 130, group: 100 };
const lanePx = 28;
const mostLanes = 3;
/** Under the curve: each incident as a bar on the same time axis with its number, which leads to the status page. */
export function IncidentLanes({ bands, time, timeZone }: Props) {
  const t = useTranslations('charts');
  const heading = useId();
  const lanes = packLanes(bands, time, {
    lanes: mostLanes,
    labelRatio: (group) => labelPx[kindOf(group)] / plotPx,
  });
  return (
    <section aria-labelledby={heading} className="text-sm tabular-nums">
      <h3 id={heading} className="text-ink-soft">
        {bands.length === 0 ? t('noIncidents') : t('incidents')}
      </h3>
      {bands.length > 0 && (
        <>
          <ul
            className="relative mt-1 mr-29 hidden @2xl:mr-36 @2xl:block"
            style={{ height: `${lanes.length * lanePx}px` }}
          >
            {lanes.flatMap((lane, index) =>
              lane.map((group) => (
                <Group key={group.bands[0]?.mark.id} {...{ group, time, timeZone }} topPx={index * lanePx} />
              )),
            )}
          </ul>
          <div className="@2xl:hidden">
            <div aria-hidden="true" className="relative mr-29 h-5">
              <IncidentBars bands={bands} time={time} />
            </div>
            <IncidentRow bands={bands} timeZone={timeZone} />
          </div>
        </>
      )}
    </section>
  );
}

function kindOf({ bands }: BandGroup): keyof typeof labelPx {
  if (bands.length > 1) return 'group';
  return bands[0]?.isOpen ? 'open' : 'one';
}

function Group({ group, time, timeZone, topPx }: { group: BandGroup; time: Span; timeZone: string; topPx: number }) {
  const t = useTranslations('charts');
  const language = languageOr(useLocale());
  const sentenceOf = useIncidentSentence(timeZone);
  const { bands, startMs, endMs } = group;
  const [first] = bands;
  if (!first) return null;
  const from = xRatio(startMs, time);
  const isGroup = bands.length > 1;
  const words = isGroup
    ? t('incidentCount', { count: bands.length, number: formatCount(language, bands.length) })
    : first.mark.id;
  return (
    <li className="absolute inset-x-0 h-7" style={{ top: `${topPx}px` }}>
      <IncidentBars bands={bands} time={time} />
      <a
        href={`/${language}/status#${first.mark.id}`}
        aria-label={[...(isGroup ? [`${words}:`] : []), ...bands.map(sentenceOf)].join(' ')}
        className="group/incident absolute inset-y-0 flex items-center whitespace-nowrap rounded-xs focus-visible:outline-2 focus-visible:outline-offset-1"
        style={{ left: percent(from), paddingLeft: `calc(max(6px, ${percent(xRatio(endMs, time) - from)}) + 6px)` }}
      >
        <span className={numberLink}>{words}</span>
        {!isGroup && first.isOpen && <span className="pl-1 text-ink-soft">{t('incidentOpen')}</span>}
      </a>
    </li>
  );
}

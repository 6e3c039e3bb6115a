'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { zonedInstant } from '#components/format/format.ts';
import type { Format } from '#components/format/useFormat.ts';
import type { PublicIncident } from '#domain/incidents/incident.ts';
import { listedIncidents } from '#domain/incidents/listed.ts';
import type { NamedPlace } from './content.ts';
import { PublicIncidentCard } from './PublicIncidentCard.tsx';

interface Props {
  incidents: readonly PublicIncident[];
  places: readonly NamedPlace[];
  placeNames: (codes: readonly string[]) => string;
  timeZone: string;
  format: Format;
}

/** What was resolved, by the day it began, for the country or one region. */
export function StatusHistory({ incidents, places, placeNames, timeZone, format }: Props) {
  const t = useTranslations('status.history');
  const [regionCode, setRegionCode] = useState('');
  const regionOf = new Map(places.map((place) => [place.code, place.regionCode]));
  const resolved = incidents.filter(({ state }) => state === 'resolved');
  const shown = resolved.filter(
    ({ unitCodes }) =>
      regionCode === '' || unitCodes.length === 0 || unitCodes.some((code) => regionOf.get(code) === regionCode),
  );
  return (
    <section aria-labelledby="history" className="lg:col-span-12">
      <div className="flex flex-wrap items-baseline justify-between gap-3">
        <h2 id="history" className="text-lg font-semibold">
          {t('title')}
        </h2>
        {resolved.length > 0 && (
          <label className="needs-script flex items-center gap-2 text-sm">
            {t('region')}
            <select
              value={regionCode}
              onChange={(event) => setRegionCode(event.target.value)}
              className="min-h-11 max-w-60 rounded border border-field bg-surface px-2"
            >
              <option value="">{t('allRegions')}</option>
              {places
                .filter(({ level }) => level === 'region')
                .map(({ code, name }) => (
                  <option key={code} value={code}>
                    {name}
                  </option>
                ))}
            </select>
          </label>
        )}
      </div>
      {shown.length === 0 && (
        <p className="card mt-3 p-5 sm:p-6">{regionCode === '' ? t('empty') : t('emptyRegion')}</p>
      )}
      {byDay(shown, timeZone).map(({ day, incidents: ofDay }) => (
        <section key={day} aria-label={format.day(Date.parse(ofDay[0]?.openedAt ?? ''))} className="mt-4">
          <h3 className="text-sm font-semibold text-ink-soft">{format.day(Date.parse(ofDay[0]?.openedAt ?? ''))}</h3>
          <div className="mt-2 flex flex-col gap-3">
            {ofDay.map((incident) => (
              <PublicIncidentCard key={incident.id} {...{ incident, placeNames, format }} />
            ))}
          </div>
        </section>
      ))}
      {resolved.length >= listedIncidents && (
        <p className="mt-3 text-sm text-ink-soft">{t('more', { shown: format.count(resolved.length) })}</p>
      )}
    </section>
  );
}

function byDay(incidents: readonly PublicIncident[], timeZone: string): { day: string; incidents: PublicIncident[] }[] {
  const days = new Map<string, PublicIncident[]>();
  for (const incident of incidents) {
    const { year, month, day } = zonedInstant(Date.parse(incident.openedAt), timeZone);
    const key = `${year}-${month}-${day}`;
    days.set(key, [...(days.get(key) ?? []), incident]);
  }
  return [...days].map(([day, ofDay]) => ({ day, incidents: ofDay }));
}

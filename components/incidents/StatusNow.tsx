import { useTranslations } from 'next-intl';
import type { Format } from '#components/format/useFormat.ts';
import { incidentCategoryList } from '#domain/incidents/categoryList.ts';
import type { PublicIncident } from '#domain/incidents/incident.ts';
import type { StatusFile } from '#domain/incidents/publicStatus.ts';
import { byUrgency, countOpen, worstOpen } from '#domain/incidents/severity.ts';
import { clearMark, severityMarks } from './looks.ts';
import { PublicIncidentCard } from './PublicIncidentCard.tsx';

interface Props {
  file: StatusFile;
  placeNames: (codes: readonly string[]) => string;
  format: Format;
}

/** What is open now, and by system whether it works. */
export function StatusNow({ file, placeNames, format }: Props) {
  const t = useTranslations('status');
  const open = file.incidents.filter(({ state }) => state !== 'resolved').sort(byUrgency);
  const count = countOpen(file.open);
  const worst = worstOpen(file.open);
  return (
    <>
      <section aria-labelledby="now" className="card p-5 sm:p-6 lg:col-span-8">
        <h2 id="now" className="text-sm text-ink-soft">
          {t('now.title')}
        </h2>
        <p className="mt-1 flex items-center gap-3 text-xl leading-tight font-bold">
          <span aria-hidden className={`size-4 shrink-0 ${worst ? severityMarks[worst] : clearMark}`} />
          {count === 0 ? t('now.clear') : t('now.open', { count, number: format.count(count) })}
        </p>
        <p className="mt-3 max-w-[65ch] text-sm text-ink-soft">{t('intro')}</p>
      </section>
      <Systems open={open} />
      {open.length > 0 && (
        <div className="flex flex-col gap-4 lg:col-span-12">
          {open.map((incident) => (
            <PublicIncidentCard key={incident.id} {...{ incident, placeNames, format }} />
          ))}
          {count > open.length && (
            <p className="text-sm text-ink-soft">
              {t('now.more', { number: format.count(count - open.length), shown: format.count(open.length) })}
            </p>
          )}
        </div>
      )}
    </>
  );
}

function Systems({ open }: { open: readonly PublicIncident[] }) {
  const t = useTranslations('status');
  return (
    <section aria-labelledby="systems" className="card p-5 text-sm sm:p-6 lg:col-span-4">
      <h2 id="systems" className="text-ink-soft">
        {t('now.components')}
      </h2>
      <ul className="mt-2 flex flex-col gap-1">
        {incidentCategoryList.map((category) => {
          const [worst] = open.filter((incident) => incident.category === category);
          return (
            <li key={category} className="flex items-baseline gap-2">
              <span aria-hidden className={`size-3 shrink-0 ${worst ? severityMarks[worst.severity] : clearMark}`} />
              <span className="mr-auto">{t(`category.${category}`)}</span>
              <span className="text-ink-soft">{worst ? t(`severity.${worst.severity}`) : t('now.working')}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

'use client';

import { useTranslations } from 'next-intl';
import { Button } from '#components/console/Button.tsx';
import { FailureText } from '#components/console/FailureText.tsx';
import type { Format } from '#components/format/useFormat.ts';
import type { StaffIncident } from '#domain/incidents/staffIncident.ts';
import type { DeskContent } from '../content.ts';
import { clearMark, severityMarks, severityTexts } from '../looks.ts';
import { Written } from '../Written.tsx';
import { IncidentActions } from './IncidentActions.tsx';
import { IncidentFacts } from './IncidentFacts.tsx';
import { StaffTimeline } from './StaffTimeline.tsx';
import { UpdateForm } from './UpdateForm.tsx';
import type { useDesk } from './useDesk.ts';

interface Props {
  desk: ReturnType<typeof useDesk>;
  actor: DeskContent['actor'];
  electionMs: number;
  placeNames(codes: readonly string[]): string;
  format: Format;
  onResolve(incident: StaffIncident): void;
}

/** The chosen incident: what is known, what can be done, what was done. */
export function IncidentView({ desk, actor, electionMs, placeNames, format, onResolve }: Props) {
  const t = useTranslations('incidents');
  const tStatus = useTranslations('status');
  const { answer, isLost } = desk.detail;
  if (desk.chosen === null) return <p className="card p-5 text-ink-soft">{t('detail.choose')}</p>;
  return (
    <section
      aria-label={t('detail.label')}
      aria-busy={!answer && !isLost}
      className={`card p-4 lg:max-h-[calc(100vh-260px)] lg:overflow-y-auto ${answer || isLost ? '' : 'min-h-[60vh]'}`}
    >
      <Button className="mb-3 lg:hidden" onClick={() => desk.choose(null)}>
        {t('detail.back')}
      </Button>
      {isLost && <p role="alert">{t('detail.lost')}</p>}
      {answer && (
        <div key={answer.incident.id} className="flex flex-col gap-4">
          <div>
            <p className="flex flex-wrap items-center gap-x-3 text-sm text-ink-soft">
              <span
                aria-hidden
                className={`size-3 ${answer.incident.state === 'resolved' ? clearMark : severityMarks[answer.incident.severity]}`}
              />
              <span className="font-semibold text-ink">{tStatus(`state.${answer.incident.state}`)}</span>
              <span className={severityTexts[answer.incident.severity]}>
                {tStatus(`severity.${answer.incident.severity}`)}
              </span>
              <span>{tStatus(`category.${answer.incident.category}`)}</span>
              <span>{placeNames(answer.incident.unitCodes)}</span>
              <span>{t(answer.incident.isPublic ? 'public' : 'internal')}</span>
            </p>
            <h2 className="mt-1 font-semibold">
              <span className="tabular-nums">{answer.incident.id}</span> <Written text={answer.incident.title} />
            </h2>
          </div>
          <IncidentActions key={answer.incident.rowVersion} {...{ answer, actor, onResolve }} act={desk.act} />
          <FailureText failure={desk.failure} refusals="incidents.refused" />
          <IncidentFacts incident={answer.incident} {...{ electionMs, format }} />
          <UpdateForm incident={answer.incident} actor={actor} act={desk.act} />
          <StaffTimeline updates={answer.incident.updates} format={format} />
        </div>
      )}
    </section>
  );
}

import { useTranslations } from 'next-intl';
import { Button } from '#components/console/Button.tsx';
import type { Format } from '#components/format/useFormat.ts';
import type { NamedPlace } from '#components/incidents/content.ts';
import { usePhaseText } from '#components/turnout/usePhaseText.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { ScheduleLine } from './ScheduleLine.tsx';
import type { Alerts } from './useAlerts.ts';
import type { Drill } from './useDrill.ts';

interface Props {
  overview: Overview;
  title: string;
  electionMs: number;
  format: Format;
  maySeeSchedule: boolean;
}

/** What is looked at, in which phase, and the schedule in force. */
export function OverviewTitle({ overview, title, electionMs, format, maySeeSchedule }: Props) {
  const { text } = usePhaseText(overview, electionMs, format);
  return (
    <div className="min-w-0 flex-1 basis-80">
      <div className="flex flex-wrap items-baseline gap-x-4">
        <h1 className="text-lg font-bold">{title}</h1>
        <p className="text-sm">{text}</p>
      </div>
      <ScheduleLine {...{ overview, electionMs, format }} mayOpen={maySeeSchedule} />
    </div>
  );
}

interface ControlsProps {
  drill: Drill;
  /** Regions to choose from; none where the person sees the own only. */
  regions: readonly NamedPlace[];
  shownRegion: string | null;
  alerts: Alerts;
  onWall(): void;
}

/** Which region, the alerts and the wall. */
export function OverviewControls({ drill, regions, shownRegion, alerts, onWall }: ControlsProps) {
  const t = useTranslations('overview.head');
  return (
    <div className="flex flex-wrap items-center gap-2">
      {regions.length > 0 && (
        <select
          aria-label={t('region')}
          data-search
          className="needs-script h-10 max-w-56 rounded border border-field bg-surface px-2"
          value={shownRegion ?? ''}
          onChange={(event) => drill.go(event.target.value || null)}
        >
          <option value="">{t('country')}</option>
          {regions.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      )}
      <Button
        className="min-h-10 px-3 py-1.5"
        aria-pressed={alerts.isOn}
        title={t('alertsText')}
        onClick={alerts.toggle}
      >
        <span
          aria-hidden
          className={`mr-2 inline-block size-2.5 rounded-full ${alerts.isOn ? 'bg-voted' : 'border border-field'}`}
        />
        {t('alerts')}
      </Button>
      <Button className="min-h-10 px-3 py-1.5 max-md:hidden" title={t('wallText')} onClick={onWall}>
        {t('wall')}
      </Button>
    </div>
  );
}

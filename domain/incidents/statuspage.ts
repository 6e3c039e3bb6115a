import { type Language, languages } from '../languageCodes.ts';
import {
  type IncidentCategory,
  type IncidentState,
  incidentCategories,
  type PublicIncident,
  type Severity,
} from './incident.ts';
import { worstOpen } from './severity.ts';
import { textIn } from './textIn.ts';

/** What a summary is made of. */
export interface SummarySource {
  electionId: string;
  isTest: boolean;
  name: string;
  url: string;
  timeZone: string;
  open: Record<Severity, number>;
  incidents: readonly PublicIncident[];
  language: Language;
  /** When there was nothing to report yet. */
  since: string;
}

export interface SummaryWords {
  category(category: IncidentCategory): string;
  /** Of the whole: `none`, or the worst severity that is open. */
  description(indicator: Severity | 'none'): string;
  stateOnly(state: IncidentState): string;
}

const componentStatus: Record<Severity, string> = {
  critical: 'major_outage',
  major: 'partial_outage',
  minor: 'degraded_performance',
};

/**
 * The summary of api/v2 in the form of Atlassian's Statuspage, which status tools read: open incidents, and a component for each
 * category. `electionId` and `isTest` are ours.
 */
export function toStatuspage(source: SummarySource, words: SummaryWords) {
  const { electionId, isTest, name, url, timeZone, open, incidents, since } = source;
  const worst = worstOpen(open);
  const ofPage = { page_id: electionId };
  const unresolved = incidents.filter(({ state }) => state !== 'resolved');
  const changedAt = incidents.map(lastChange).reduce((a, b) => (Date.parse(a) > Date.parse(b) ? a : b), since);
  const components = incidentCategories.map((category, index) => {
    const own = unresolved.filter((incident) => incident.category === category);
    const severity = worstOpen({
      critical: own.filter((incident) => incident.severity === 'critical').length,
      major: own.filter((incident) => incident.severity === 'major').length,
      minor: own.filter((incident) => incident.severity === 'minor').length,
    });
    return {
      id: category,
      name: words.category(category),
      status: severity ? componentStatus[severity] : 'operational',
      created_at: since,
      updated_at: own.map(lastChange).sort().at(-1) ?? since,
      position: index + 1,
      description: null,
      showcase: true,
      start_date: null,
      group_id: null,
      ...ofPage,
      group: false,
      only_show_if_degraded: false,
    };
  });
  return {
    electionId,
    isTest,
    page: { id: electionId, name, url, time_zone: timeZone, updated_at: changedAt },
    status: { indicator: worst ?? 'none', description: words.description(worst ?? 'none') },
    components,
    incidents: unresolved.map((incident) => ({
      id: incident.id,
      name: textIn(incident.title, source.language).text,
      status: incident.state,
      created_at: incident.openedAt,
      started_at: incident.openedAt,
      updated_at: lastChange(incident),
      monitoring_at: incident.updates.findLast(({ state }) => state === 'monitoring')?.at ?? null,
      resolved_at: incident.resolvedAt,
      impact: incident.severity,
      shortlink: `${url}#${incident.id}`,
      ...ofPage,
      incident_updates: incident.updates.map((update) => ({
        id: `${incident.id}-${update.id}`,
        status: update.state,
        body: update.text ? textIn(update.text, source.language).text : words.stateOnly(update.state),
        incident_id: incident.id,
        created_at: update.at,
        updated_at: update.at,
        display_at: update.at,
        affected_components: null,
        deliver_notifications: false,
        custom_tweet: null,
        tweet_id: null,
      })),
      components: components.filter(({ id }) => id === incident.category),
      reminder_intervals: null,
    })),
    scheduled_maintenances: [],
  };
}
export type StatuspageSummary = ReturnType<typeof toStatuspage>;

/** The language asked for, English otherwise: what most status tools read. */
export function summaryLanguage(asked: string | null): Language {
  return languages.find((language) => language === asked) ?? 'en';
}

function lastChange({ updates, openedAt, resolvedAt }: PublicIncident): string {
  return updates[0]?.at ?? resolvedAt ?? openedAt;
}

import { z } from 'zod';
import { UnitCode } from '../geography.ts';
import { Instant } from '../schedule.ts';
import { type IncidentCategory, incidentCategories, type Severity, type TimelineText } from './incident.ts';
import { textLength, titleLength } from './listed.ts';
import { cleanText } from './plainText.ts';

export const mostAlerts = 1_000;
export const mostAlertBytes = 1_000_000;

const Labels = z.record(z.string(), z.string());

/** Version 4 of Alertmanager's webhook; fields that are not named here are left out. */
export const AlertmanagerMessage = z.object({
  version: z.literal('4', { error: 'expected "4", the version of the webhook' }),
  groupKey: z.string().default(''),
  receiver: z.string().default(''),
  truncatedAlerts: z.int().nonnegative().default(0),
  groupLabels: Labels.default({}),
  commonLabels: Labels.default({}),
  externalURL: z.string().default(''),
  alerts: z.array(
    z.object({
      status: z.enum(['firing', 'resolved']),
      labels: Labels,
      annotations: Labels.default({}),
      startsAt: Instant,
      endsAt: Instant.optional(),
      generatorURL: z.string().default(''),
      fingerprint: z.string().regex(/^[0-9a-f]{1,64}$/i, 'expected hexadecimal digits'),
    }),
  ),
});
export type AlertmanagerMessage = z.infer<typeof AlertmanagerMessage>;
type Alert = AlertmanagerMessage['alerts'][number];

/** An alert as an incident of ours. */
export interface AlertReport {
  status: Alert['status'];
  fingerprint: string;
  /** The start of this firing: the same alert that fires again later starts anew. */
  episode: string;
  category: IncidentCategory;
  severity: Severity;
  title: TimelineText;
  text: TimelineText | null;
  /** Where the alert says it is; there may be no such unit. */
  unitCode: string | null;
  evidence: object;
}

const severityOf: Record<string, Severity> = {
  critical: 'critical',
  page: 'critical',
  emergency: 'critical',
  major: 'major',
  error: 'major',
  high: 'major',
  warning: 'major',
};
const longestEvidence = 500;
const mostLabels = 60;

/** Each alert once: the last where a message names one twice. */
export function readAlerts(message: AlertmanagerMessage): AlertReport[] {
  const reports = message.alerts.map((alert) => readAlert(message, alert));
  return [...new Map(reports.map((report) => [report.fingerprint, report])).values()];
}

function readAlert(message: AlertmanagerMessage, alert: Alert): AlertReport {
  const { labels, annotations, status, fingerprint, startsAt } = alert;
  const name = labels.alertname ?? 'alert';
  return {
    status,
    fingerprint: fingerprint.toLowerCase(),
    episode: new Date(startsAt).toISOString(),
    category: incidentCategories.find((category) => category === labels.category) ?? 'web_site',
    severity: severityOf[(labels.severity ?? '').toLowerCase()] ?? 'minor',
    title: texts(annotations, 'summary', titleLength) ?? { en: cleanText(name, titleLength) || 'alert' },
    text: texts(annotations, 'description', textLength),
    unitCode: UnitCode.safeParse(labels.unit ?? labels.region).data ?? null,
    evidence: {
      alertname: cleanText(name, longestEvidence),
      labels: cleanLabels(labels),
      groupLabels: cleanLabels(message.groupLabels),
      groupKey: cleanText(message.groupKey, longestEvidence),
      receiver: cleanText(message.receiver, longestEvidence),
      startsAt,
      generatorURL: cleanText(alert.generatorURL, longestEvidence),
      ...(message.truncatedAlerts > 0 ? { truncatedAlerts: message.truncatedAlerts } : {}),
    },
  };
}

/** `summary_kk`, `summary_ru`, `summary_en`; a `summary` without a language is taken for English. */
function texts(annotations: Record<string, string>, name: string, most: number): TimelineText | null {
  const found = {
    kk: cleanText(annotations[`${name}_kk`] ?? '', most),
    ru: cleanText(annotations[`${name}_ru`] ?? '', most),
    en: cleanText(annotations[`${name}_en`] ?? annotations[name] ?? '', most),
  };
  const written = Object.fromEntries(Object.entries(found).filter(([, text]) => text));
  return Object.keys(written).length > 0 ? written : null;
}

function cleanLabels(labels: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(labels)
      .slice(0, mostLabels)
      .map(([name, value]) => [cleanText(name, longestEvidence), cleanText(value, longestEvidence)]),
  );
}

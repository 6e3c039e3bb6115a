import type { Names } from '#domain/languages.ts';
import type { ChangeTimes, ScheduleProposal } from '#domain/schedule/proposal.ts';
import type { ScheduleAnswer } from './content.ts';

export interface HistoryEntry {
  key: string;
  change: ChangeTimes;
  /** `planned` is the first announcement of its kind. */
  outcome: 'planned' | 'announced' | 'declined' | 'withdrawn';
  at: string;
  reason: Names | null;
  decidedBy: Names;
  /** None where the package announced it. */
  proposal: ScheduleProposal | null;
}

/** Announcements and proposals that came to nothing, the newest first. */
export function listHistory({ schedule, proposals }: Pick<ScheduleAnswer, 'schedule' | 'proposals'>): HistoryEntry[] {
  const changes = [
    ...schedule.windows.map(({ channel, opensAt, closesAt, ...rest }) => ({
      ...rest,
      target: channel as string,
      change: { kind: 'window', channel, opensAt, closesAt } as const,
    })),
    ...schedule.publications.map(({ publishAt, ...rest }) => ({
      ...rest,
      target: 'publication',
      change: { kind: 'publication', publishAt } as const,
    })),
  ];
  const seen = new Set<string>();
  const announced = changes.map(({ change, target, announcedAt, reason, decidedBy }): HistoryEntry => {
    const isFirst = !seen.has(target);
    seen.add(target);
    const proposal = proposals.find(
      ({ change: of, end }) =>
        end?.announcedAt === announcedAt && (of.kind === 'window' ? of.channel : 'publication') === target,
    );
    return {
      key: `${target} ${announcedAt}`,
      change,
      outcome: isFirst ? 'planned' : 'announced',
      at: announcedAt,
      reason,
      decidedBy,
      proposal: proposal ?? null,
    };
  });
  const ended = proposals.flatMap((proposal): HistoryEntry[] => {
    const { change, reason, decidedBy, end } = proposal;
    if (!end || end.outcome === 'confirmed') return [];
    return [{ key: `proposal ${proposal.id}`, change, outcome: end.outcome, at: end.at, reason, decidedBy, proposal }];
  });
  return [...announced, ...ended].reverse().sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
}

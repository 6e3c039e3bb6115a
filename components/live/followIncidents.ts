import type { UnitMarks } from '#components/turnout/content.ts';
import { isFileNeeded, withOpened } from '#domain/incidents/followMarks.ts';
import type { IncidentMark } from '#domain/incidents/incidentMark.ts';
import type { PublicStatus } from '#domain/incidents/publicStatus.ts';
import { askForVersion } from './askForVersion.ts';
import { readMarks } from './readAnswers.ts';

interface Following {
  base: string;
  /** Both as the page was made with. */
  marks: UnitMarks;
  status: PublicStatus;
  onMarks: (marks: readonly IncidentMark[]) => void;
}

export interface IncidentFollower {
  /** What the board says now; a file it makes necessary is fetched after a random part of `spreadMs`. */
  tell(status: PublicStatus, spreadMs: number): void;
  stop(): void;
}

/** Keeps marks up to date: the board tells what was opened, and the small file of all marks is fetched only for more than that. */
export function followIncidents({ base, marks, status, onMarks }: Following): IncidentFollower {
  let known: readonly IncidentMark[] = marks.incidents;
  let told = status;
  let stopAsking = () => {};
  const show = (incidents: readonly IncidentMark[]) => {
    known = incidents;
    onMarks(known);
  };
  const ask = (spreadMs: number) => {
    stopAsking();
    stopAsking = askForVersion({
      url: `${base}/live/incidents.json`,
      version: told.version,
      delayMs: Math.random() * spreadMs,
      read: readMarks,
      onFile: ({ version, incidents }) => show(version < told.version ? withOpened(incidents, told) : incidents),
    });
  };
  if (marks.version < status.version) ask(0);
  return {
    tell: (now, spreadMs) => {
      if (now.version <= told.version) return;
      const isNeeded = isFileNeeded(known, told, now);
      told = now;
      show(withOpened(known, now));
      if (isNeeded) ask(spreadMs);
    },
    stop: () => stopAsking(),
  };
}

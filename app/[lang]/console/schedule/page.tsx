import { ScheduleDesk } from '#components/schedule/ScheduleDesk.tsx';
import type { Language } from '#domain/languageCodes.ts';
import { may } from '#domain/staff/policy.ts';
import { readSchedule } from '../../../api/ops/schedule/readSchedule.ts';
import { requireStaffPage } from '../../../auth/readStaffPage.ts';
import { wholeCountry } from '../../../auth/requireStaff.ts';
import { loadMessages } from '../../../messages.ts';
import { readTimeZone } from '../../../readConsole.ts';
import { describeConsole } from '../describeConsole.ts';

export const generateMetadata = () => describeConsole('schedule');

export default async function SchedulePage() {
  const { person } = await requireStaffPage('/console/schedule', 'schedule.read');
  const [answer, timeZone, kk, ru, en] = await Promise.all([
    readSchedule(person),
    readTimeZone(),
    readPublicTexts('kk'),
    readPublicTexts('ru'),
    readPublicTexts('en'),
  ]);
  return (
    <ScheduleDesk
      answer={answer}
      mayPropose={may(person, 'schedule.propose', wholeCountry)}
      mayConfirm={may(person, 'schedule.confirm', wholeCountry)}
      timeZone={timeZone}
      renderedAtMs={Date.now()}
      publicTexts={{ kk, ru, en }}
    />
  );
}

/** What the pill and an announcement are written with. */
async function readPublicTexts(language: Language) {
  const { format, phase, board = {} } = await loadMessages(language);
  return { format, phase, board: { announcements: board.announcements, channel: board.channel } };
}

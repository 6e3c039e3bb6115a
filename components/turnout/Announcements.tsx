'use client';

import { useTranslations } from 'next-intl';
import type { Format } from '#components/format/useFormat.ts';
import type { Names } from '#domain/languages.ts';
import type { Schedule, WindowChange } from '#domain/schedule.ts';

export interface Announcement {
  announcedAt: string;
  text: string;
  reason: Names | null;
  decidedBy: Names;
}

/** Every change of a date once announced: what, why, who; the newest first. */
export function Announcements({ schedule, format }: { schedule: Schedule; format: Format }) {
  const t = useTranslations('board.announcements');
  const changes = useAnnouncements(schedule, format);
  if (changes.length === 0) return null;
  return (
    <section aria-labelledby="announcements" className="card p-5 sm:p-6 lg:col-span-12">
      <h2 id="announcements" className="text-base font-semibold">
        {t('title')}
      </h2>
      <ul className="mt-3 grid gap-6 lg:grid-cols-2">
        {changes.map((announcement) => (
          <li key={announcement.announcedAt + announcement.text} className="max-w-[65ch]">
            <AnnouncementText announcement={announcement} format={format} />
          </li>
        ))}
      </ul>
    </section>
  );
}

export function AnnouncementText({ announcement, format }: { announcement: Announcement; format: Format }) {
  const t = useTranslations('board.announcements');
  const { announcedAt, text, reason, decidedBy } = announcement;
  return (
    <>
      <p className="font-medium">{text}</p>
      {reason && <p className="mt-1">{reason[format.language]}</p>}
      <p className="mt-1 text-sm text-ink-soft">
        {t('announced', { when: format.dayAndTime(Date.parse(announcedAt)), who: decidedBy[format.language] })}
      </p>
    </>
  );
}

/** What the public is told of every change, the newest first. */
export function useAnnouncements(schedule: Schedule, format: Format): Announcement[] {
  const t = useTranslations('board');
  const when = (instant: string) => format.dayAndTime(Date.parse(instant));
  const changes: Announcement[] = [];
  const known = new Map<string, WindowChange>();
  for (const change of schedule.windows) {
    const before = known.get(change.channel);
    known.set(change.channel, change);
    if (!before) continue;
    const channel = t(`channel.${change.channel}`);
    const isExtension = change.opensAt === before.opensAt && Date.parse(change.closesAt) > Date.parse(before.closesAt);
    const text = isExtension
      ? t('announcements.extended', { channel, when: when(change.closesAt) })
      : t('announcements.window', { channel, from: when(change.opensAt), to: when(change.closesAt) });
    changes.push({ ...change, text });
  }
  for (const change of schedule.publications.slice(1)) {
    changes.push({ ...change, text: t('announcements.moved', { when: when(change.publishAt) }) });
  }
  return changes.sort((a, b) => Date.parse(b.announcedAt) - Date.parse(a.announcedAt));
}

'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/console/Button.tsx';
import { Choice } from '#components/console/Field.tsx';
import type { Format } from '#components/format/useFormat.ts';
import { publicationInForce, windowsInForce } from '#domain/phase.ts';
import { judgeChange, type ScheduleNow } from '#domain/schedule/judgeChange.ts';
import type { ChangeTimes } from '#domain/schedule/proposal.ts';
import type { Channel } from '#domain/turnout.ts';
import { AnnouncementFields, readAnnouncement } from './AnnouncementFields.tsx';
import type { ScheduleContent } from './content.ts';
import { Effect } from './Effect.tsx';
import { fromLocalTime, toLocalTime } from './localTime.ts';
import { type Announced, PublicPreview } from './PublicPreview.tsx';
import { TimeField } from './TimeField.tsx';
import { useChangeTitle } from './useChangeTitle.ts';
import type { ScheduleActs } from './useScheduleActs.ts';

interface Props {
  kind: ChangeTimes['kind'];
  content: ScheduleContent;
  now: ScheduleNow;
  acts: ScheduleActs;
  format: Format;
  onDone(): void;
}

/** First the fields, then what the public would read of them, and only then the proposal. */
export function ProposeForm({ kind, content, now, acts, format, onDone }: Props) {
  const t = useTranslations('schedule.form');
  const tBoard = useTranslations('board');
  const titleOf = useChangeTitle();
  const { timeZone, publicTexts, answer } = content;
  const windows = windowsInForce(now.schedule);
  const [channel, setChannel] = useState<Channel | undefined>(windows[0]?.channel);
  const inForce =
    kind === 'window' ? windows.find((window) => window.channel === channel) : publicationInForce(now.schedule);
  const inForceAt = (of: typeof inForce) =>
    of ? Date.parse('closesAt' in of ? of.closesAt : of.publishAt) : now.nowMs;
  const [to, setTo] = useState(() => toLocalTime(inForceAt(inForce), timeZone));
  const opensInForce = inForce && 'opensAt' in inForce ? inForce.opensAt : null;
  const [opens, setOpens] = useState(() => toLocalTime(openingOf(opensInForce), timeZone));
  const [checked, setChecked] = useState<(Announced & { seenAt: string | null }) | null>(null);

  const mayMoveOpening = openingOf(opensInForce) > now.nowMs;
  const opensAt = mayMoveOpening ? toInstant(fromLocalTime(opens, timeZone)) : opensInForce;
  const toMs = fromLocalTime(to, timeZone);
  const change = toMs === null ? null : changeTo(toMs);
  function changeTo(ms: number): ChangeTimes | null {
    const instant = new Date(ms).toISOString();
    if (kind === 'publication') return { kind, publishAt: instant };
    return channel && opensAt !== null ? { kind, channel, opensAt, closesAt: instant } : null;
  }
  const seenAt = inForce?.announcedAt ?? null;
  const shown = checked?.change ?? change;
  const fault = shown && judgeChange(shown, now, checked ? checked.seenAt : seenAt);

  return (
    <>
      <form
        hidden={checked !== null}
        className={checked ? 'hidden' : 'flex flex-col gap-5'}
        onSubmit={(event) => {
          event.preventDefault();
          if (change) setChecked({ change, seenAt, ...readAnnouncement(event.currentTarget) });
        }}
      >
        {kind === 'window' && (
          <div className="max-w-sm">
            <Choice
              label={t('channel')}
              name="channel"
              value={channel}
              onChange={(event) => {
                const chosen = windows.find((window) => window.channel === event.currentTarget.value);
                setChannel(chosen?.channel);
                setTo(toLocalTime(inForceAt(chosen), timeZone));
                setOpens(toLocalTime(openingOf(chosen?.opensAt ?? null), timeZone));
              }}
            >
              {windows.map((window) => (
                <option key={window.channel} value={window.channel}>
                  {tBoard(`channel.${window.channel}`)}
                </option>
              ))}
            </Choice>
          </div>
        )}
        {mayMoveOpening && (
          <TimeField
            {...{ name: 'opens', label: t('to.opening'), hint: format.zoneName, timeZone }}
            value={opens}
            onChange={setOpens}
          />
        )}
        <TimeField
          {...{ name: 'to', label: t(`to.${kind}`), hint: format.zoneName, timeZone }}
          value={to}
          onChange={setTo}
        />
        {change && <Effect change={change} now={now} fault={fault} format={format} />}
        <AnnouncementFields decidedBy={inForce?.decidedBy} />
        <div className="flex flex-wrap gap-3">
          <Button look="main" type="submit" disabled={change === null || fault !== null}>
            {t('check')}
          </Button>
          <Button onClick={onDone}>{t('leave')}</Button>
        </div>
      </form>
      {checked && (
        <div className="flex flex-col gap-5">
          <div>
            <h3 className="font-semibold">{titleOf(checked.change)}</h3>
            <Effect change={checked.change} now={now} fault={fault} format={format} />
          </div>
          <PublicPreview announced={checked} {...{ answer, timeZone, publicTexts }} nowMs={now.nowMs} />
          <p className="max-w-[65ch] text-ink-soft">{t('second')}</p>
          <div className="flex flex-wrap gap-3">
            <Button
              look="main"
              disabled={acts.isSending || fault !== null}
              onClick={async () => {
                const { change: times, ...words } = checked;
                if (await acts.propose({ ...times, ...words }, times)) onDone();
              }}
            >
              {t('propose')}
            </Button>
            <Button onClick={() => setChecked(null)}>{t('back')}</Button>
          </div>
        </div>
      )}
    </>
  );
}

/** Epoch ms of an opening; before everything where there is none, for then none can be moved. */
const openingOf = (opensAt: string | null) => (opensAt === null ? 0 : Date.parse(opensAt));
const toInstant = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());

'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { PolledAnswer } from '#components/console/usePolledAnswer.ts';
import type { Failure } from '#components/console/useSend.ts';
import type { Format } from '#components/format/useFormat.ts';
import { electionNowMs } from '#domain/electionNow.ts';
import { judgeChange } from '#domain/schedule/judgeChange.ts';
import type { ChangeTimes } from '#domain/schedule/proposal.ts';
import type { ProposeSchedule } from '#domain/schedule/requests.ts';
import type { ScheduleAnswer } from './content.ts';

export interface ScheduleNews {
  text: string;
  isRefusal: boolean;
}

export type EndVerb = 'confirm' | 'decline' | 'withdraw';

export interface ScheduleActs {
  isSending: boolean;
  news: ScheduleNews | null;
  failure: Failure | null;
  /** Each is true where it was done. */
  propose(change: ProposeSchedule, times: ChangeTimes): Promise<boolean>;
  end(id: number, verb: EndVerb, reason?: string): Promise<boolean>;
}

const address = '/api/ops/schedule';

/** What is done to the schedule, and what is said of it: also who was faster, or what has come between. */
export function useScheduleActs(polled: PolledAnswer<ScheduleAnswer>, format: Format): ScheduleActs {
  const t = useTranslations('schedule');
  const [isSending, setSending] = useState(false);
  const [news, setNews] = useState<ScheduleNews | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);

  const post = async (path: string, body: object, done: string, explain: (now: ScheduleAnswer) => string | null) => {
    setSending(true);
    setNews(null);
    setFailure(null);
    const outcome = await send('POST', path, body);
    const isConflict = 'failure' in outcome && outcome.failure.error === 'conflict';
    const current = isConflict ? await send('GET', '') : outcome;
    if ('answer' in current) polled.show(current.answer);
    const why = isConflict && 'answer' in current ? explain(current.answer) : null;
    if ('answer' in outcome) setNews({ text: done, isRefusal: false });
    else if (why !== null) setNews({ text: why, isRefusal: true });
    else setFailure(outcome.failure);
    setSending(false);
    return 'answer' in outcome;
  };
  return {
    isSending,
    news,
    failure,
    propose: (change, times) =>
      post('', change, t('news.proposed'), (now) => {
        const fault = judgeChange(times, nowOf(now), change.seenAt);
        return fault && t(`fault.${fault}`);
      }),
    end: (id, verb, reason) =>
      post(`/${id}/${verb}`, reason === undefined ? {} : { reason }, t(`news.${verb}`, { id }), (now) => {
        const proposal = now.proposals.find((each) => each.id === id);
        if (!proposal) return null;
        const { end, change, from } = proposal;
        if (end) {
          const when = format.dayAndTime(Date.parse(end.at));
          return t(`news.before.${end.outcome}`, { id, name: end.by, when });
        }
        const fault = judgeChange(change, nowOf(now), from?.announcedAt ?? null);
        return fault && t(`fault.${fault}`);
      }),
  };
}

export function nowOf({ schedule, clock, release, isCountSealed }: ScheduleAnswer, realMs: number = Date.now()) {
  return { schedule, nowMs: electionNowMs(clock, realMs), isReleased: release !== null, isCountSealed };
}

async function send(
  method: 'GET' | 'POST',
  path: string,
  body?: object,
): Promise<{ answer: ScheduleAnswer } | { failure: Failure }> {
  try {
    const response = await fetch(`${address}${path}`, {
      method,
      ...(body && { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
    });
    if (response.ok) return { answer: await response.json() };
    return { failure: await response.json().catch(() => ({ error: 'internal' })) };
  } catch {
    return { failure: { error: 'offline' } };
  }
}

'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useState } from 'react';
import type { Failure } from '#components/console/useSend.ts';
import type { Format } from '#components/format/useFormat.ts';
import type { IncidentDetail } from '#domain/incidents/staffIncident.ts';
import { changeIncident } from './changeIncident.ts';
import { useIncidentDetail } from './useIncidentDetail.ts';
import type { WatchedList } from './useIncidentList.ts';

/** Long enough to be read; the timeline has it for longer. */
const toastMs = 8_000;

export interface Toast {
  text: string;
  isRefusal: boolean;
}

/** Does something to an incident; true where it was done. */
export type Act = (id: string, verb: string, body: object) => Promise<boolean>;

/** The chosen incident, what is done to it, and what is said of that. */
export function useDesk(list: WatchedList, electionMs: number, format: Format) {
  const t = useTranslations('incidents.toast');
  const [chosen, setChosen] = useState<string | null>(null);
  const [toast, setToast] = useState<Toast | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const detail = useIncidentDetail(chosen, list.incidents.find(({ id }) => id === chosen)?.rowVersion);

  useEffect(() => {
    const read = () => setChosen(/^#(I-\d{4,9})$/.exec(location.hash)?.[1] ?? null);
    read();
    window.addEventListener('hashchange', read);
    return () => window.removeEventListener('hashchange', read);
  }, []);
  useEffect(() => {
    if (!toast) return;
    const timer = setTimeout(() => setToast(null), toastMs);
    return () => clearTimeout(timer);
  }, [toast]);
  const choose = useCallback((id: string | null) => {
    setChosen(id);
    setFailure(null);
    history.replaceState(null, '', id === null ? location.pathname + location.search : `#${id}`);
  }, []);

  const when = (instant: string) => format.clock(Date.parse(instant), electionMs);
  const show = (incident: IncidentDetail) => {
    detail.show(incident);
    list.refresh();
  };
  const act: Act = async (id, verb, body) => {
    setFailure(null);
    const outcome = await changeIncident(`/${id}/${verb}`, body);
    if (outcome.isDone) {
      const { acknowledgedAt, changedAt } = outcome.incident;
      const at = when(verb === 'acknowledge' ? (acknowledgedAt ?? changedAt) : changedAt);
      setToast({ text: t(verb === 'acknowledge' ? 'acknowledged' : 'changed', { id, when: at }), isRefusal: false });
      show(outcome.incident);
      return true;
    }
    if (!outcome.current || outcome.failure.refusal) {
      setFailure(outcome.failure);
      if (outcome.current) show(outcome.current);
      return false;
    }
    const { acknowledgedAt, acknowledgedName, changedAt, changedBy } = outcome.current;
    const isLate = verb === 'acknowledge' && acknowledgedAt !== null;
    const words = isLate
      ? { name: acknowledgedName ?? '', when: when(acknowledgedAt) }
      : { name: changedBy, when: when(changedAt) };
    setToast({ text: t(isLate ? 'acknowledgedBefore' : 'changedBefore', { id, ...words }), isRefusal: true });
    show(outcome.current);
    return false;
  };
  const filed = (incident: IncidentDetail) => {
    setToast({ text: t('filed', { id: incident.id, when: when(incident.openedAt) }), isRefusal: false });
    choose(incident.id);
    show(incident);
  };
  return { chosen, choose, detail, toast, failure, act, filed };
}

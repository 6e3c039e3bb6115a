'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/console/Button.tsx';
import { Choice } from '#components/console/Field.tsx';
import { incidentStateList } from '#domain/incidents/categoryList.ts';
import { textLength } from '#domain/incidents/listed.ts';
import type { IncidentDetail } from '#domain/incidents/staffIncident.ts';
import { may } from '#domain/staff/policy.ts';
import type { DeskContent } from '../content.ts';
import { TextFields, writtenIn } from './TextFields.tsx';
import type { Act } from './useDesk.ts';

interface Props {
  incident: IncidentDetail;
  actor: DeskContent['actor'];
  act: Act;
}

/** What is new and the state from now on; who may only comment writes for the staff. */
export function UpdateForm({ incident, actor, act }: Props) {
  const t = useTranslations('incidents.update');
  const tStatus = useTranslations('status');
  const [isSending, setSending] = useState(false);
  const mayUpdate = may(actor, 'incident.update', incident);
  if (!mayUpdate && !may(actor, 'incident.comment', incident)) return null;
  const send = async (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const fields = new FormData(form);
    const text = writtenIn(form) ?? undefined;
    const state = fields.get('state');
    setSending(true);
    const isDone = mayUpdate
      ? await act(incident.id, 'update', {
          rowVersion: incident.rowVersion,
          state: state === incident.state ? undefined : state,
          text,
          isPublic: fields.get('isPublic') === 'on',
        })
      : await act(incident.id, 'comment', { text });
    setSending(false);
    if (isDone) form.reset();
  };
  return (
    <form onSubmit={(event) => void send(event)} className="flex flex-col gap-3 border-t border-hairline pt-3">
      <h3 className="text-sm font-semibold">{t('title')}</h3>
      <TextFields label={t('text')} otherLabel={t('languages')} rows={2} maxLength={textLength} />
      <div className="flex flex-wrap items-end gap-3">
        {mayUpdate && (
          <div className="min-w-44 flex-1">
            <Choice label={t('state')} name="state" key={incident.state} defaultValue={incident.state}>
              {incidentStateList.map((state) => (
                <option key={state} value={state}>
                  {state === incident.state
                    ? t('same', { state: tStatus(`state.${state}`) })
                    : tStatus(`state.${state}`)}
                </option>
              ))}
            </Choice>
          </div>
        )}
        {mayUpdate && (
          <label className="flex min-h-11 items-center gap-2 text-sm">
            <input type="checkbox" name="isPublic" defaultChecked={incident.isPublic} className="size-5" />
            {t('forPublic')}
          </label>
        )}
        <Button type="submit" disabled={isSending}>
          {t('send')}
        </Button>
      </div>
    </form>
  );
}

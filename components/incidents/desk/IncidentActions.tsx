'use client';

import { useTranslations } from 'next-intl';
import { Button } from '#components/console/Button.tsx';
import { Choice, Field } from '#components/console/Field.tsx';
import { titleLength } from '#domain/incidents/listed.ts';
import type { StaffIncident } from '#domain/incidents/staffIncident.ts';
import { may } from '#domain/staff/policy.ts';
import type { DeskContent, IncidentAnswer } from '../content.ts';
import { TextFields, writtenIn } from './TextFields.tsx';
import type { Act } from './useDesk.ts';

interface Props {
  answer: IncidentAnswer;
  actor: DeskContent['actor'];
  act: Act;
  /** Asks whether it is to be resolved. */
  onResolve(incident: StaffIncident): void;
}

/** One press for what is done to most, and folded away what is done to few. */
export function IncidentActions({ answer, actor, act, onResolve }: Props) {
  const t = useTranslations('incidents.act');
  const { incident, assignees } = answer;
  const { id, rowVersion, isPublic } = incident;
  const isOpen = incident.state !== 'resolved';
  const mayUpdate = may(actor, 'incident.update', incident);
  const isAssignable = assignees.some((person) => person.id === actor.id) && incident.assigneeId !== actor.id;
  return (
    <div className="flex flex-wrap gap-2">
      {isOpen && incident.acknowledgedAt === null && may(actor, 'incident.acknowledge', incident) && (
        <Button look="main" aria-keyshortcuts="a" onClick={() => void act(id, 'acknowledge', {})}>
          {t('acknowledge')}
        </Button>
      )}
      {isOpen && may(actor, 'incident.assign', incident) && isAssignable && (
        <Button onClick={() => void act(id, 'assign', { rowVersion, personId: actor.id })}>{t('assignMe')}</Button>
      )}
      {isOpen && mayUpdate && (
        <Button aria-keyshortcuts="r" aria-haspopup="dialog" onClick={() => onResolve(incident)}>
          {t('resolve')}
        </Button>
      )}
      {mayUpdate && (
        <details className="w-full">
          <summary className="w-fit cursor-pointer py-2 text-sm">{t('more')}</summary>
          <div className="flex flex-col gap-4 border-l-2 border-hairline pl-4">
            {isOpen && (
              <SmallForm
                yes={t('assign')}
                onSend={(form) => act(id, 'assign', { rowVersion, personId: read(form, 'person') || null })}
              >
                <Choice label={t('assign')} name="person" defaultValue={incident.assigneeId ?? ''}>
                  <option value="">–</option>
                  {assignees.map((person) => (
                    <option key={person.id} value={person.id}>
                      {person.name}
                    </option>
                  ))}
                </Choice>
              </SmallForm>
            )}
            <SmallForm yes={t('link')} onSend={(form) => act(id, 'link', { to: read(form, 'other') })}>
              <OtherField label={t('duplicateOf')} />
            </SmallForm>
            {isOpen && (
              <SmallForm
                yes={t('duplicate')}
                onSend={(form) => act(id, 'duplicate', { rowVersion, of: read(form, 'other') })}
              >
                <OtherField label={t('duplicateOf')} />
              </SmallForm>
            )}
            {isOpen && (
              <SmallForm
                yes={t('falseAlarm')}
                onSend={(form) => act(id, 'false-alarm', { rowVersion, reason: writtenIn(form) })}
              >
                <p className="text-sm">{t('falseAlarmText')}</p>
                <TextFields label={t('reason')} otherLabel="…" rows={1} maxLength={titleLength} required />
              </SmallForm>
            )}
            {!isPublic && (
              <SmallForm
                yes={t('publish')}
                onSend={(form) => act(id, 'publish', { rowVersion, title: writtenIn(form) ?? undefined })}
              >
                <p className="text-sm">{t('publishText')}</p>
                <TextFields
                  label={t('publicTitle')}
                  otherLabel="…"
                  rows={2}
                  maxLength={titleLength}
                  start={incident.title}
                />
              </SmallForm>
            )}
          </div>
        </details>
      )}
    </div>
  );
}

function OtherField({ label }: { label: string }) {
  return (
    <Field label={label} name="other" required pattern="I-\d{4,9}" placeholder="I-0001" autoCapitalize="characters" />
  );
}

interface SmallFormProps {
  yes: string;
  onSend(form: HTMLFormElement): Promise<boolean>;
  children: React.ReactNode;
}

function SmallForm({ yes, onSend, children }: SmallFormProps) {
  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        void onSend(event.currentTarget);
      }}
    >
      {children}
      <Button type="submit" className="self-start">
        {yes}
      </Button>
    </form>
  );
}

function read(form: HTMLFormElement, name: string): string {
  return String(new FormData(form).get(name) ?? '');
}

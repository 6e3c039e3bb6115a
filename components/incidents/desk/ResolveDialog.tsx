'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { Button } from '#components/console/Button.tsx';
import { FailureText } from '#components/console/FailureText.tsx';
import { openDialog } from '#components/console/openDialog.ts';
import { textLength } from '#domain/incidents/listed.ts';
import type { StaffIncident } from '#domain/incidents/staffIncident.ts';
import { Written } from '../Written.tsx';
import { TextFields, writtenIn } from './TextFields.tsx';
import type { useDesk } from './useDesk.ts';

interface Props {
  /** As it was when somebody asked to resolve it; null while nobody does. */
  incident: StaffIncident | null;
  desk: ReturnType<typeof useDesk>;
  onLeave(): void;
}

/** Asks before an incident is resolved, for everybody reads it at once; the closing text is written here. */
export function ResolveDialog({ incident, desk, onLeave }: Props) {
  const t = useTranslations('incidents');
  const tConsole = useTranslations('console');
  const dialog = useRef<HTMLDialogElement>(null);
  const [isSending, setSending] = useState(false);
  const [wasSent, setWasSent] = useState(false);
  const { act, toast, failure } = desk;
  useEffect(() => {
    if (incident) openDialog(dialog.current);
    else dialog.current?.close();
  }, [incident]);
  // Somebody was faster: who it was is said beneath the dialog, and what is written waits in it.
  useEffect(() => {
    if (toast?.isRefusal) dialog.current?.close();
  }, [toast]);

  const send = async (form: HTMLFormElement) => {
    if (!incident || isSending) return;
    const { id, rowVersion, isPublic } = incident;
    setSending(true);
    setWasSent(true);
    const isDone = await act(id, 'update', {
      rowVersion,
      state: 'resolved',
      text: writtenIn(form) ?? undefined,
      isPublic,
    });
    setSending(false);
    if (!isDone) return;
    form.reset();
    dialog.current?.close();
  };
  return (
    <dialog
      ref={dialog}
      aria-labelledby="resolve-title"
      aria-describedby="resolve-text"
      onClose={() => {
        setWasSent(false);
        onLeave();
      }}
      className="card m-auto w-full max-w-[calc(100vw-32px)] bg-paper p-6 text-ink backdrop:bg-black/50 sm:max-w-lg"
    >
      <form
        key={desk.chosen}
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          void send(event.currentTarget);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.repeat || event.nativeEvent.isComposing) return;
          if (!(event.target instanceof HTMLTextAreaElement)) return;
          event.preventDefault();
          event.currentTarget.requestSubmit();
        }}
      >
        <h2 id="resolve-title" className="text-lg font-semibold">
          {t('resolving.title', { id: incident?.id ?? '' })}
        </h2>
        {incident && <Written text={incident.title} />}
        <p id="resolve-text">{t(incident?.isPublic ? 'resolving.public' : 'resolving.internal')}</p>
        <TextFields label={t('resolving.text')} otherLabel={t('update.languages')} rows={2} maxLength={textLength} />
        <p className="text-sm text-ink-soft">{t('resolving.hint')}</p>
        <FailureText failure={wasSent ? failure : null} refusals="incidents.refused" />
        <div className="flex flex-wrap gap-3">
          <Button look="main" type="submit" disabled={isSending}>
            {t('resolving.yes')}
          </Button>
          <Button onClick={() => dialog.current?.close()}>{tConsole('cancel')}</Button>
        </div>
      </form>
    </dialog>
  );
}

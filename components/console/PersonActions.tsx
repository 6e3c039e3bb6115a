'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { StaffPerson } from '#domain/staff/staffPerson.ts';
import { ConfirmButton } from './ConfirmButton.tsx';
import { FailureText } from './FailureText.tsx';
import { PasswordLink } from './PasswordLink.tsx';
import { useSend } from './useSend.ts';

/** What an administrator does to somebody's access; each asks first. */
export function PersonActions({ person }: { person: StaffPerson }) {
  const t = useTranslations('console.people');
  const { send, isSending, failure } = useSend();
  const [secret, setSecret] = useState<string | null>(null);
  const act = (name: string, method: 'POST' | 'DELETE', path: string, isGrave = false) => (
    <ConfirmButton
      label={t(`acts.${name}.button`)}
      text={t(`acts.${name}.text`, { name: person.name })}
      yes={t(`acts.${name}.yes`)}
      isGrave={isGrave}
      disabled={isSending}
      onConfirm={async () => {
        const answer = await send<{ secret?: string }>(method, `/api/ops/people/${person.id}/${path}`);
        if (answer?.secret) setSecret(answer.secret);
        else if (answer) window.location.reload();
      }}
    />
  );
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap gap-3">
        {!person.disabled && act('newLink', 'POST', 'link')}
        {person.openSessions > 0 && act('endSessions', 'DELETE', 'sessions')}
        {person.secondFactor && act('resetSecondFactor', 'DELETE', 'second-factor', true)}
        {person.disabled ? act('enable', 'POST', 'enable') : act('disable', 'POST', 'disable', true)}
      </div>
      <FailureText failure={failure} />
      {secret !== null && <PasswordLink secret={secret} name={person.name} />}
    </div>
  );
}

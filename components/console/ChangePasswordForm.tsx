'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from './Button.tsx';
import { FailureText } from './FailureText.tsx';
import { Field } from './Field.tsx';
import { NewPasswordFields, newPasswordOf } from './NewPasswordFields.tsx';
import { fieldOf } from './readForm.ts';
import { useSend } from './useSend.ts';

export function ChangePasswordForm({ email }: { email: string }) {
  const t = useTranslations('console');
  const { send, isSending, failure, fail } = useSend();
  const [isDone, setDone] = useState(false);
  return (
    <form
      method="post"
      className="flex max-w-md flex-col gap-4"
      onSubmit={async (event) => {
        event.preventDefault();
        const form = event.currentTarget;
        const [currentPassword, password] = [fieldOf(form, 'currentPassword'), newPasswordOf(form)];
        setDone(false);
        if (password === null) return fail('different');
        if (!(await send('PUT', '/api/auth/password', { currentPassword, password }))) return;
        form.reset();
        setDone(true);
      }}
    >
      {/* For password managers, which ask whose password it is. */}
      <input type="hidden" name="username" autoComplete="username" value={email} />
      <Field
        label={t('password.current')}
        name="currentPassword"
        type="password"
        autoComplete="current-password"
        required
      />
      <NewPasswordFields />
      <FailureText failure={failure} means={{ different: t('password.different') }} />
      <p role="status" className="empty:-mt-4">
        {isDone && t('password.changed')}
      </p>
      <Button type="submit" disabled={isSending}>
        {t('password.change')}
      </Button>
    </form>
  );
}

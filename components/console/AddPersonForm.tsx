'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from './Button.tsx';
import type { PlaceChoice } from './content.ts';
import { FailureText } from './FailureText.tsx';
import { Field } from './Field.tsx';
import { PasswordLink } from './PasswordLink.tsx';
import { PlacementFields, placementOf } from './PlacementFields.tsx';
import { fieldOf } from './readForm.ts';
import { useSend } from './useSend.ts';

interface Added {
  name: string;
  secret: string;
}

/** Adds somebody and shows the link for the first password. */
export function AddPersonForm({ places }: { places: PlaceChoice[] }) {
  const t = useTranslations('console');
  const { send, isSending, failure } = useSend();
  const [added, setAdded] = useState<Added | null>(null);
  return (
    <div className="flex flex-col gap-4">
      {/* A new one after each person: its choices start anew. */}
      <form
        method="post"
        key={added?.secret ?? ''}
        className="grid items-start gap-4 sm:grid-cols-2 lg:grid-cols-3"
        onSubmit={async (event) => {
          event.preventDefault();
          const form = event.currentTarget;
          const person = { name: fieldOf(form, 'name'), email: fieldOf(form, 'email'), ...placementOf(form) };
          const answer = await send<{ secret: string }>('POST', '/api/ops/people', person);
          if (answer) setAdded({ name: person.name, secret: answer.secret });
        }}
      >
        <Field label={t('people.name')} name="name" maxLength={120} autoComplete="off" required />
        <Field label={t('signIn.email')} name="email" type="email" maxLength={254} autoComplete="off" required />
        <PlacementFields places={places} />
        <div className="flex flex-col gap-3 sm:col-span-full">
          <FailureText failure={failure} means={{ conflict: t('people.emailTaken') }} />
          <Button look="main" type="submit" disabled={isSending} className="self-start">
            {t('people.addButton')}
          </Button>
        </div>
      </form>
      {added && <PasswordLink key={added.secret} {...added} />}
    </div>
  );
}

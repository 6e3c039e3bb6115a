'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { StaffPerson } from '#domain/staff/staffPerson.ts';
import { Button } from './Button.tsx';
import type { PlaceChoice } from './content.ts';
import { FailureText } from './FailureText.tsx';
import { PlacementFields, placementOf } from './PlacementFields.tsx';
import { useSend } from './useSend.ts';

/** Another role or region for somebody. */
export function PlacementForm({ person, places }: { person: StaffPerson; places: PlaceChoice[] }) {
  const t = useTranslations('console.people');
  const { send, isSending, failure } = useSend();
  const [isDone, setDone] = useState(false);
  return (
    <form
      method="post"
      className="grid items-start gap-4 sm:grid-cols-2 lg:grid-cols-3"
      onChange={() => setDone(false)}
      onSubmit={async (event) => {
        event.preventDefault();
        const placement = placementOf(event.currentTarget);
        setDone((await send('PUT', `/api/ops/people/${person.id}`, placement)) !== null);
      }}
    >
      <PlacementFields places={places} start={person} />
      <div className="flex flex-col gap-3 sm:col-span-full">
        <p className="text-ink-soft">{t('changeText')}</p>
        <FailureText failure={failure} />
        <p role="status" className="empty:-mt-4">
          {isDone && t('changed')}
        </p>
        <Button type="submit" disabled={isSending} className="self-start">
          {t('changeButton')}
        </Button>
      </div>
    </form>
  );
}

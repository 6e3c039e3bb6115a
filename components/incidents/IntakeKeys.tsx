'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/console/Button.tsx';
import { ConfirmButton } from '#components/console/ConfirmButton.tsx';
import { FailureText } from '#components/console/FailureText.tsx';
import { Choice, Field } from '#components/console/Field.tsx';
import { Panel } from '#components/console/Panel.tsx';
import { fieldOf } from '#components/console/readForm.ts';
import { ShownOnce } from '#components/console/ShownOnce.tsx';
import { useSend } from '#components/console/useSend.ts';
import { type Format, useFormat } from '#components/format/useFormat.ts';
import type { IntakeKey } from '#domain/incidents/intakeKey.ts';
import type { NamedPlace } from './content.ts';

interface Props {
  initial: IntakeKey[];
  regions: NamedPlace[];
  timeZone: string;
  mayCreate: boolean;
  mayRevoke: boolean;
}

/** The keys that programs report with: what there is, a new one, the end of one. */
export function IntakeKeys({ initial, regions, timeZone, mayCreate, mayRevoke }: Props) {
  const t = useTranslations('incidents.keyPage');
  const format = useFormat(timeZone);
  const sending = useSend();
  const [keys, setKeys] = useState(initial);
  const [secret, setSecret] = useState<string | null>(null);

  const create = async (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const made = await sending.send<{ secret: string }>('POST', '/api/ops/keys', {
      name: fieldOf(form, 'name'),
      regionCode: fieldOf(form, 'region') || null,
    });
    if (!made) return;
    form.reset();
    setSecret(made.secret);
    const answer = await fetch('/api/ops/keys').catch(() => null);
    if (answer?.ok) setKeys((await answer.json()).keys);
  };
  const revoke = async (id: number) => {
    const answer = await sending.send<{ keys: IntakeKey[] }>('POST', `/api/ops/keys/${id}/revoke`);
    if (answer) setKeys(answer.keys);
  };
  return (
    <div className="flex flex-col gap-6">
      <div>
        <h1 className="text-xl font-bold">{t('title')}</h1>
        <p className="mt-1 max-w-[65ch] text-ink-soft">{t('text')}</p>
      </div>
      {mayCreate && (
        <Panel title={t('create')}>
          <form onSubmit={(event) => void create(event)} className="grid gap-4 sm:grid-cols-2">
            <Field label={t('name')} hint={t('nameHint')} name="name" required maxLength={80} />
            <Choice label={t('region')} name="region">
              <Country />
              {regions.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </Choice>
            <Button
              look="main"
              type="submit"
              disabled={sending.isSending}
              className="sm:col-span-2 sm:justify-self-start"
            >
              {t('create')}
            </Button>
          </form>
          {secret !== null && <ShownOnce title={t('secretTitle')} text={t('secretText')} secret={secret} />}
        </Panel>
      )}
      <FailureText failure={sending.failure} />
      <Panel title={t('list')}>
        {keys.length === 0 && <p className="text-ink-soft">{t('empty')}</p>}
        <ul className="flex flex-col divide-y divide-hairline">
          {keys.map((key) => (
            <li key={key.id} className="flex flex-wrap items-center gap-x-6 gap-y-2 py-3">
              <KeyFacts intakeKey={key} regions={regions} format={format} />
              {mayRevoke && key.revokedAt === null && (
                <ConfirmButton
                  label={t('revoke')}
                  text={t('revokeText', { name: key.name })}
                  yes={t('revokeYes')}
                  isGrave
                  disabled={sending.isSending}
                  onConfirm={() => void revoke(key.id)}
                />
              )}
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  );
}

function Country() {
  const t = useTranslations('status');
  return <option value="">{t('country')}</option>;
}

function KeyFacts({ intakeKey, regions, format }: { intakeKey: IntakeKey; regions: NamedPlace[]; format: Format }) {
  const t = useTranslations('incidents.keyPage');
  const tStatus = useTranslations('status');
  const { name, regionCode, createdAt, createdBy, lastUsedAt, revokedAt, revokedBy } = intakeKey;
  const when = (instant: string) => format.dayAndTime(Date.parse(instant));
  const region = regions.find(({ code }) => code === regionCode)?.name ?? regionCode;
  return (
    <div className={`mr-auto min-w-0 ${revokedAt === null ? '' : 'text-ink-soft'}`}>
      <p className="font-medium [overflow-wrap:anywhere]">
        {name} · {region ?? tStatus('country')}
      </p>
      <p className="text-sm text-ink-soft tabular-nums">
        {t('made', { when: when(createdAt), name: createdBy })} ·{' '}
        {revokedAt !== null
          ? t('revoked', { when: when(revokedAt), name: revokedBy ?? '' })
          : lastUsedAt === null
            ? t('neverUsed')
            : t('used', { when: when(lastUsedAt) })}
      </p>
    </div>
  );
}

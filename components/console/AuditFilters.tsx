import { useLocale, useTranslations } from 'next-intl';
import { Button } from './Button.tsx';
import { Choice, Field } from './Field.tsx';

export interface AuditChoices {
  people: [id: string, name: string][];
  actions: string[];
}

export interface ChosenAudit {
  person?: string | undefined;
  action?: string | undefined;
  object?: string | undefined;
}

/** Narrows the log; a plain form, so that its address can be kept. */
export function AuditFilters({ choices, chosen }: { choices: AuditChoices; chosen: ChosenAudit }) {
  const t = useTranslations('console.audit');
  const language = useLocale();
  return (
    <form
      action={`/${language}/console/audit`}
      method="get"
      className="grid items-start gap-4 sm:grid-cols-2 lg:grid-cols-[1fr_1fr_1.5fr_auto]"
    >
      <Choice label={t('person')} name="person" defaultValue={chosen.person ?? ''}>
        <option value="">{t('everybody')}</option>
        {choices.people.map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Choice>
      <Choice label={t('action')} name="action" defaultValue={chosen.action ?? ''}>
        <option value="">{t('everyAction')}</option>
        {choices.actions.map((action) => (
          <option key={action} value={action}>
            {action}
          </option>
        ))}
      </Choice>
      <Field
        label={t('object')}
        hint={t('objectHint')}
        name="object"
        defaultValue={chosen.object ?? ''}
        maxLength={200}
      />
      <Button type="submit" className="lg:mt-7">
        {t('show')}
      </Button>
    </form>
  );
}

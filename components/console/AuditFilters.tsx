import { useLocale, useTranslations } from 'next-intl';
import { auditActions, auditObjects } from '#domain/staff/auditActions.ts';
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

interface Props {
  choices: AuditChoices;
  chosen: ChosenAudit;
  /** Of people who did nothing themselves. */
  names: Record<string, string>;
}

/** Narrows the log; a plain form, so that its address can be kept. */
export function AuditFilters({ choices, chosen, names }: Props) {
  const t = useTranslations('audit');
  const language = useLocale();
  const [kind = '', number = ''] = (chosen.object ?? '').split('/');
  const isOfPerson = kind === 'person' && number !== '';
  const groups = [...new Set(choices.actions.map(groupOf))];
  return (
    <form
      action={`/${language}/console/audit`}
      method="get"
      className="grid items-start gap-4 sm:grid-cols-2 lg:grid-cols-[1fr_1fr_1fr_10rem_auto]"
    >
      <Choice label={t('person')} name="person" defaultValue={chosen.person ?? ''}>
        <option value="">{t('everybody')}</option>
        {choices.people.map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Choice>
      <Choice label={t('what')} name="action" defaultValue={chosen.action ?? ''}>
        <option value="">{t('everyAction')}</option>
        {groups.map((group) => (
          <optgroup key={group} label={t.has(`group.${group}`) ? t(`group.${group}`) : group}>
            {choices.actions
              .filter((action) => groupOf(action) === group)
              .sort((a, b) => placeOf(a) - placeOf(b))
              .map((action) => (
                <option key={action} value={action}>
                  {t.has(`action.${action}`) ? t(`action.${action}`) : action}
                </option>
              ))}
          </optgroup>
        ))}
      </Choice>
      <Choice label={t('toWhat')} name="kind" defaultValue={isOfPerson ? chosen.object : kind}>
        <option value="">{t('everything')}</option>
        {isOfPerson && (
          <option value={chosen.object}>
            {choices.people.find(([id]) => id === number)?.[1] ?? names[number] ?? number}
          </option>
        )}
        {auditObjects.map((each) => (
          <option key={each} value={each}>
            {t(`kind.${each}`)}
          </option>
        ))}
      </Choice>
      <Field
        label={t('number')}
        hint={t('numberHint')}
        name="object"
        defaultValue={isOfPerson ? '' : number}
        maxLength={100}
      />
      <Button type="submit" className="lg:mt-7">
        {t('show')}
      </Button>
    </form>
  );
}

function groupOf(action: string): string {
  return action.split('.')[0] ?? action;
}

function placeOf(action: string): number {
  const order: readonly string[] = auditActions;
  return order.indexOf(action);
}

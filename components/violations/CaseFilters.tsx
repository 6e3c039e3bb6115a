import { useLocale, useTranslations } from 'next-intl';
import { Button } from '#components/console/Button.tsx';
import type { PlaceChoice } from '#components/console/content.ts';
import { Choice, Field } from '#components/console/Field.tsx';
import { commissionLevels } from '#domain/staff/roles.ts';
import { caseStates, violationCategories } from '#domain/violations/caseWords.ts';

export interface ChosenCases {
  state?: string | undefined;
  category?: string | undefined;
  unit?: string | undefined;
  level?: string | undefined;
  hours?: string | undefined;
  q?: string | undefined;
}

interface Props {
  chosen: ChosenCases;
  regions: readonly PlaceChoice[];
  /** Whether the reader sits on a commission. */
  isOnCommission: boolean;
}

const ages = [24, 48, 72, 168] as const;

/** Narrows the list; a plain form, so that its address can be kept. */
export function CaseFilters({ chosen, regions, isOnCommission }: Props) {
  const t = useTranslations('violations.filter');
  const tStaff = useTranslations('violations');
  const tCases = useTranslations('cases');
  const language = useLocale();
  return (
    <form
      action={`/${language}/console/violations`}
      method="get"
      className="grid items-end gap-3 sm:grid-cols-3 lg:grid-cols-[1.4fr_1fr_1.2fr_1.2fr_1fr_1fr_auto]"
    >
      <Field label={t('search')} name="q" type="search" defaultValue={chosen.q ?? ''} maxLength={100} data-search />
      <Choice label={t('state')} name="state" defaultValue={chosen.state ?? ''}>
        <option value="">{t('everyState')}</option>
        <option value="open">{t('openOnly')}</option>
        {caseStates.map((state) => (
          <option key={state} value={state}>
            {tCases(`state.${state}`)}
          </option>
        ))}
      </Choice>
      <Choice label={t('category')} name="category" defaultValue={chosen.category ?? ''}>
        <option value="">{t('everyCategory')}</option>
        {violationCategories.map((category) => (
          <option key={category} value={category}>
            {tCases(`category.${category}`)}
          </option>
        ))}
      </Choice>
      <Choice label={t('unit')} name="unit" defaultValue={chosen.unit ?? ''}>
        <option value="">{t('everywhere')}</option>
        {regions.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </Choice>
      <Choice label={t('level')} name="level" defaultValue={chosen.level ?? ''}>
        <option value="">{t('everyLevel')}</option>
        {isOnCommission && <option value="mine">{t('mine')}</option>}
        {commissionLevels.map((level) => (
          <option key={level} value={level}>
            {tStaff(`level.${level}`)}
          </option>
        ))}
      </Choice>
      <Choice label={t('age')} name="hours" defaultValue={chosen.hours ?? ''}>
        <option value="">{t('anyAge')}</option>
        {ages.map((hours) => (
          <option key={hours} value={hours}>
            {hours === 24 ? t('overDay') : t('over', { count: hours / 24, days: String(hours / 24) })}
          </option>
        ))}
      </Choice>
      <Button type="submit">{tStaff('show')}</Button>
    </form>
  );
}

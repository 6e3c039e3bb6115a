import { useTranslations } from 'next-intl';
import { leastPasswordLength, mostPasswordLength } from '#domain/staff/password.ts';
import { Field } from './Field.tsx';
import { fieldOf } from './readForm.ts';

/** A new password, twice. */
export function NewPasswordFields() {
  const t = useTranslations('console.password');
  const lengths = { minLength: leastPasswordLength, maxLength: mostPasswordLength };
  return (
    <>
      <Field
        label={t('new')}
        hint={t('rules')}
        name="password"
        type="password"
        autoComplete="new-password"
        required
        {...lengths}
      />
      <Field label={t('again')} name="again" type="password" autoComplete="new-password" required {...lengths} />
    </>
  );
}

/** The new password; null where the two are not the same. */
export function newPasswordOf(form: HTMLFormElement): string | null {
  const password = fieldOf(form, 'password');
  return password === fieldOf(form, 'again') ? password : null;
}

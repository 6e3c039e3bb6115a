import { useLocale, useTranslations } from 'next-intl';

interface Props {
  query?: string;
  /** Whether it is a card of its own on a page of other things. */
  isCard?: boolean;
}

export const longestQuery = 80;

/** Finds candidacies by name; a plain form. */
export function SearchForm({ query = '', isCard = false }: Props) {
  const t = useTranslations('results.search');
  const language = useLocale();
  const form = (
    <search>
      <form
        action={`/${language}/results/search`}
        method="get"
        aria-label={t('title')}
        className="flex flex-wrap items-end gap-3"
      >
        <label className="grow basis-64">
          <span className="block text-sm text-ink-soft">{t('label')}</span>
          <input
            type="search"
            name="q"
            defaultValue={query}
            required
            maxLength={longestQuery}
            autoComplete="off"
            className="mt-1 h-11 w-full rounded border border-field bg-surface px-3 text-base"
          />
        </label>
        <button
          type="submit"
          className="h-11 cursor-pointer rounded border border-ink bg-ink px-5 font-medium text-paper hover:opacity-90"
        >
          {t('button')}
        </button>
      </form>
    </search>
  );
  if (!isCard) return form;
  return (
    <section aria-labelledby="search" className="card flex flex-col gap-3 p-5 sm:p-6 lg:col-span-6 print:hidden">
      <h2 id="search" className="text-base font-semibold">
        {t('title')}
      </h2>
      {form}
    </section>
  );
}

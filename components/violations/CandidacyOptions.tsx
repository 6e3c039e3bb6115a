import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { formatCount } from '#components/format/format.ts';
import { languageOr } from '#domain/languageCodes.ts';
import type { CandidacyChoice, CandidacyChoices } from '#domain/violations/candidacyChoice.ts';

interface Props {
  listId: string;
  label: string;
  isOpen: boolean;
  isLost: boolean;
  found: CandidacyChoices | null;
  options: readonly CandidacyChoice[];
  active: number;
  onChoose: (choice: CandidacyChoice) => void;
}

/** The list under the input, and in words how many fit. */
export function CandidacyOptions({ listId, label, isOpen, isLost, found, options, active, onChoose }: Props) {
  const t = useTranslations('violations.candidacy');
  const language = languageOr(useLocale());
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Newer browsers answer with a promise, which an effect must not return.
    void list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const count = (value: number) => formatCount(language, value);
  const words = isLost
    ? t('lost')
    : found &&
      (found.total > options.length && options.length > 0
        ? t('more', { shown: count(options.length), total: count(found.total) })
        : t('found', { count: found.total, number: count(found.total) }));
  return (
    <div
      className={
        isOpen ? 'absolute inset-x-0 top-full z-10 mt-1 rounded border border-field bg-surface text-sm' : 'sr-only'
      }
    >
      <div ref={list} id={listId} role="listbox" aria-label={label} className="max-h-72 overflow-y-auto">
        {options.map(({ id, names, contestNames, ballotNumber, status }, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the input, which names the active option
          // biome-ignore lint/a11y/useKeyWithClickEvents: the input has the keys
          <div
            key={id}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === active}
            className="cursor-pointer px-3 py-2 hover:bg-turnout-0 aria-selected:bg-ink aria-selected:text-paper"
            // Before the click: the input keeps the focus.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onChoose({ id, names, contestNames, ballotNumber, status })}
          >
            <span className="block font-medium">{names[language]}</span>
            <span className="block opacity-80">
              {contestNames[language]} · {t('ballot', { number: String(ballotNumber) })}
              {status !== 'registered' && ` · ${t(`status.${status}`)}`}
            </span>
          </div>
        ))}
      </div>
      <p role="status" className="px-3 py-2 text-ink-soft">
        {isOpen && words}
      </p>
    </div>
  );
}

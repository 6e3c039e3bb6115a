'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useId, useRef, useState } from 'react';
import { Field } from '#components/console/Field.tsx';
import { languageOr } from '#domain/languageCodes.ts';
import type { CandidacyChoice } from '#domain/violations/candidacyChoice.ts';
import { CandidacyOptions } from './CandidacyOptions.tsx';
import { useCandidacySearch } from './useCandidacySearch.ts';

interface Props {
  label: string;
  /** Its contests are searched. */
  unitCode: string;
  isRequired?: boolean;
}

/** A candidacy by its name: an input with a list of what fits (ARIA's combobox), which sends the id as `candidacy`. */
export function CandidacyField({ label, unitCode, isRequired = false }: Props) {
  const t = useTranslations('violations.candidacy');
  const language = languageOr(useLocale());
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<CandidacyChoice | null>(null);
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const { found, isLost } = useCandidacySearch(unitCode, chosen ? '' : text.trim(), isOpen);
  const options = isOpen ? (found?.candidacies ?? []) : [];
  const isUnchosen = text.trim() !== '' && chosen === null;

  useEffect(() => input.current?.setCustomValidity(isUnchosen ? t('choose') : ''), [isUnchosen, t]);

  const choose = (choice: CandidacyChoice) => {
    setChosen(choice);
    setText(choice.names[language]);
    setOpen(false);
    setActive(-1);
  };
  const onKey = (event: React.KeyboardEvent) => {
    if (event.key === 'Escape' && isOpen) {
      event.preventDefault();
      setOpen(false);
      setActive(-1);
    }
    if (event.key === 'Enter' && isOpen && options[active]) {
      event.preventDefault();
      choose(options[active]);
    }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    setOpen(true);
    const step = event.key === 'ArrowDown' ? 1 : -1;
    if (options.length > 0)
      setActive((before) => (before + step + options.length + (before < 0 && step < 0 ? 1 : 0)) % options.length);
  };
  return (
    <div className="relative">
      <Field
        ref={input}
        label={label}
        hint={chosen ? t('chosen', { contest: chosen.contestNames[language], id: chosen.id }) : t('hint')}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-activedescendant={options[active] ? `${listId}-${active}` : undefined}
        autoComplete="off"
        spellCheck={false}
        maxLength={100}
        required={isRequired}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setChosen(null);
          setOpen(true);
          setActive(-1);
        }}
        onClick={() => setOpen(true)}
        onKeyDown={onKey}
        onBlur={() => setOpen(false)}
      />
      <input type="hidden" name="candidacy" value={chosen?.id ?? ''} />
      <CandidacyOptions {...{ listId, label, isOpen, isLost, found, options, active }} onChoose={choose} />
    </div>
  );
}

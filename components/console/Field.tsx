'use client';

import { useId } from 'react';

const box = 'mt-1 h-11 w-full rounded border border-field bg-surface px-3 text-base disabled:opacity-60';

interface InputProps extends React.ComponentProps<'input'> {
  label: string;
  hint?: string;
}

/** An input under its label, with what is to be known before it is filled in. */
export function Field({ label, hint, ...rest }: InputProps) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="block text-sm text-ink-soft">
        {label}
      </label>
      <input id={id} aria-describedby={hint === undefined ? undefined : `${id}-hint`} className={box} {...rest} />
      {hint !== undefined && (
        <p id={`${id}-hint`} className="mt-1 text-sm text-ink-soft">
          {hint}
        </p>
      )}
    </div>
  );
}

interface ChoiceProps extends React.ComponentProps<'select'> {
  label: string;
}

export function Choice({ label, children, ...rest }: ChoiceProps) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="block text-sm text-ink-soft">
        {label}
      </label>
      <select id={id} className={box} {...rest}>
        {children}
      </select>
    </div>
  );
}

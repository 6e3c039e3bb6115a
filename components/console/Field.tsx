'use client';

import { useId } from 'react';

const box = 'mt-1 w-full rounded border border-field bg-surface px-3 text-base disabled:opacity-60';

interface Words {
  label: string;
  hint?: string | undefined;
}

/** A control under its label, with what is to be known before it is filled in. */
function Labelled({
  label,
  hint,
  children,
}: Words & { children: (of: { id: string; 'aria-describedby': string | undefined }) => React.ReactNode }) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="block text-sm text-ink-soft">
        {label}
      </label>
      {children({ id, 'aria-describedby': hint === undefined ? undefined : `${id}-hint` })}
      {hint !== undefined && (
        <p id={`${id}-hint`} className="mt-1 text-sm text-ink-soft">
          {hint}
        </p>
      )}
    </div>
  );
}

export function Field({ label, hint, ...rest }: Words & React.ComponentProps<'input'>) {
  return (
    <Labelled label={label} hint={hint}>
      {(of) => <input {...of} className={`${box} h-11`} {...rest} />}
    </Labelled>
  );
}

/** Several lines. */
export function TextArea({ label, hint, ...rest }: Words & React.ComponentProps<'textarea'>) {
  return (
    <Labelled label={label} hint={hint}>
      {(of) => <textarea {...of} rows={3} className={`${box} py-2`} {...rest} />}
    </Labelled>
  );
}

export function Choice({ label, hint, ...rest }: Words & React.ComponentProps<'select'>) {
  return (
    <Labelled label={label} hint={hint}>
      {(of) => <select {...of} className={`${box} h-11`} {...rest} />}
    </Labelled>
  );
}

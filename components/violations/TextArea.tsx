'use client';

import { useId } from 'react';

interface Props extends React.ComponentProps<'textarea'> {
  label: string;
  hint?: string;
}

/** Several lines under their label. */
export function TextArea({ label, hint, ...rest }: Props) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="block text-sm text-ink-soft">
        {label}
      </label>
      <textarea
        id={id}
        rows={3}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        className="mt-1 w-full rounded border border-field bg-surface px-3 py-2 text-base"
        {...rest}
      />
      {hint !== undefined && (
        <p id={`${id}-hint`} className="mt-1 text-sm text-ink-soft">
          {hint}
        </p>
      )}
    </div>
  );
}

'use client';

import { useSyncExternalStore } from 'react';

const looks = {
  main: 'border-ink bg-ink text-paper hover:opacity-90',
  plain: 'border-field bg-surface hover:bg-turnout-0',
  grave: 'border-critical bg-surface text-critical hover:bg-turnout-0',
} as const;

interface Props extends React.ComponentProps<'button'> {
  look?: keyof typeof looks;
}

/** A button of the console; `grave` is for what is costly to undo. It waits for the page's script, which does the work. */
export function Button({ look = 'plain', type = 'button', className = '', disabled, ...rest }: Props) {
  const isScripted = useSyncExternalStore(never, yes, no);
  return (
    <button
      type={type}
      className={`min-h-11 cursor-pointer rounded border px-4 py-2 font-medium disabled:cursor-default disabled:opacity-60 ${looks[look]} ${className}`}
      disabled={disabled || !isScripted}
      {...rest}
    />
  );
}

const never = () => () => {};
const yes = () => true;
const no = () => false;

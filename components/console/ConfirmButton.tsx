'use client';

import { useTranslations } from 'next-intl';
import { useId, useRef } from 'react';
import { Button } from './Button.tsx';

interface Props {
  label: string;
  /** What will follow, in a sentence. */
  text: string;
  yes: string;
  isGrave?: boolean;
  disabled?: boolean;
  onConfirm(): void;
}

/** A button that asks before it acts. */
export function ConfirmButton({ label, text, yes, isGrave = false, disabled = false, onConfirm }: Props) {
  const t = useTranslations('console');
  const dialog = useRef<HTMLDialogElement>(null);
  const leave = useRef<HTMLButtonElement>(null);
  const id = useId();
  const look = isGrave ? 'grave' : 'plain';
  const open = () => {
    dialog.current?.showModal();
    // A key that is held down does nothing that is costly to undo.
    if (isGrave) leave.current?.focus();
  };
  return (
    <>
      <Button look={look} disabled={disabled} aria-haspopup="dialog" onClick={open}>
        {label}
      </Button>
      <dialog
        ref={dialog}
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-text`}
        className="card m-auto max-w-[calc(100vw-32px)] bg-paper p-6 text-ink backdrop:bg-black/50 sm:max-w-lg"
      >
        <h3 id={`${id}-title`} className="text-lg font-semibold">
          {label}
        </h3>
        <p id={`${id}-text`} className="mt-3">
          {text}
        </p>
        <div className="mt-6 flex flex-wrap gap-3">
          <Button
            look={isGrave ? 'grave' : 'main'}
            onClick={() => {
              dialog.current?.close();
              onConfirm();
            }}
          >
            {yes}
          </Button>
          <Button ref={leave} onClick={() => dialog.current?.close()}>
            {t('cancel')}
          </Button>
        </div>
      </dialog>
    </>
  );
}

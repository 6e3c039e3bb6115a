'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { BeginSecondFactor } from './BeginSecondFactor.tsx';
import { KeepSecondFactor } from './KeepSecondFactor.tsx';
import { Panel } from './Panel.tsx';

interface Props {
  isOn: boolean;
  /** Whether nothing else is open before it is set up. */
  isNeeded: boolean;
}

/** One's own second factor: set up, new recovery codes, switched off. */
export function SecondFactorPanel({ isOn, isNeeded }: Props) {
  const t = useTranslations('console.account');
  const [isBegun, setBegun] = useState(false);
  return (
    <Panel title={t('factorTitle')}>
      {isNeeded && (
        <p className="border-l-4 border-incident py-1 pl-3">{isOn ? t('factorSignIn') : t('factorNeeded')}</p>
      )}
      {!isNeeded && <p>{isOn ? t('factorOn') : t('factorOff')}</p>}
      {isOn && !isBegun ? <KeepSecondFactor /> : <BeginSecondFactor onBegin={() => setBegun(true)} />}
    </Panel>
  );
}

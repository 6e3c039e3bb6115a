'use client';

import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { noteCritical, type SeenCritical } from '#domain/overview/newCritical.ts';
import { areAlertsOn, subscribeToAlerts, switchAlerts } from './alertSwitch.ts';
import { soundTone } from './tone.ts';

export interface Alerts {
  isOn: boolean;
  /** The browser keeps silent until somebody touches the page. */
  isMuted: boolean;
  /** New critical incidents, to be read aloud; empty before the first. */
  fresh: string[];
  toggle(): void;
}

export function useAlertsOn(): boolean {
  return useSyncExternalStore(subscribeToAlerts, areAlertsOn, () => false);
}

/** A tone and a number in the title for critical incidents, where the person switched them on. */
export function useAlerts(critical: readonly string[]): Alerts {
  const isOn = useAlertsOn();
  const seen = useRef<SeenCritical>(null);
  const [fresh, setFresh] = useState<string[]>([]);
  const [isMuted, setMuted] = useState(false);

  useEffect(() => {
    const noted = noteCritical(seen.current, critical);
    seen.current = noted.seen;
    if (noted.fresh.length === 0) return;
    setFresh(noted.fresh);
    if (isOn) void soundTone().then((sounded) => setMuted(!sounded));
  }, [critical, isOn]);

  useTitleBadge(isOn ? critical.length : 0);
  useEffect(() => {
    if (!isOn || !isMuted) return;
    const touch = () => setMuted(false);
    window.addEventListener('pointerdown', touch, { once: true });
    window.addEventListener('keydown', touch, { once: true });
    return () => {
      window.removeEventListener('pointerdown', touch);
      window.removeEventListener('keydown', touch);
    };
  }, [isOn, isMuted]);

  return {
    isOn,
    isMuted: isOn && isMuted,
    fresh,
    toggle: () => {
      switchAlerts(!isOn);
      // Heard at once, and by the same touch the browser lets later ones sound.
      if (!isOn) void soundTone().then((sounded) => setMuted(!sounded));
    },
  };
}

const badge = /^\(\d+\) /;

function useTitleBadge(count: number): void {
  useEffect(() => {
    const show = () => {
      const plain = document.title.replace(badge, '');
      const title = count > 0 ? `(${count}) ${plain}` : plain;
      if (document.title !== title) document.title = title;
    };
    show();
    // The framework writes the title anew when the address changes.
    const observer = new MutationObserver(show);
    observer.observe(document.head, { childList: true, subtree: true, characterData: true });
    return () => {
      observer.disconnect();
      document.title = document.title.replace(badge, '');
    };
  }, [count]);
}

const key = 'overview.alerts';
const listeners = new Set<() => void>();

/** Whether the person wants to be alerted; kept in this browser only, off until switched on. */
export function areAlertsOn(): boolean {
  try {
    return localStorage.getItem(key) === 'on';
  } catch {
    return false;
  }
}

export function switchAlerts(isOn: boolean): void {
  try {
    if (isOn) localStorage.setItem(key, 'on');
    else localStorage.removeItem(key);
  } catch {
    // Storage is closed: they stay off.
  }
  for (const listener of listeners) listener();
}

export function subscribeToAlerts(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const key = 'theme';
const listeners = new Set<() => void>();

/**
 * Runs before the first paint: the theme of the reader, else of the device; and the mark that scripts run at all.
 * Later changes of the device's theme are followed while the reader chose none.
 */
export const themeScript = `(()=>{const e=document.documentElement,q=matchMedia('(prefers-color-scheme: dark)');
const f=()=>{let t=null;try{t=localStorage.getItem('${key}')}catch{}
e.dataset.theme=t==='light'||t==='dark'?t:q.matches?'dark':'light'};
f();q.addEventListener('change',f);addEventListener('storage',f);addEventListener('saylau:theme',f);e.dataset.script=''})()`;

export function readTheme(): Theme {
  try {
    const kept = localStorage.getItem(key);
    return kept === 'light' || kept === 'dark' ? kept : 'system';
  } catch {
    return 'system';
  }
}

export function applyTheme(theme: Theme): void {
  try {
    if (theme === 'system') localStorage.removeItem(key);
    else localStorage.setItem(key, theme);
  } catch {
    // Storage is closed: the theme of the device stays.
  }
  window.dispatchEvent(new Event('saylau:theme'));
  for (const listener of listeners) listener();
}

export function subscribeToTheme(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}

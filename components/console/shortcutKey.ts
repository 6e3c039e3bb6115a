/** The key of a shortcut as a Latin keyboard has it, also where the layout is Kazakh or Russian or Caps Lock is on: j is where о is. */
export function shortcutKey({ key, code, shiftKey }: Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey'>): string {
  if (/^[A-Z]$/.test(key)) return shiftKey ? key : key.toLowerCase();
  // A letter of another script, or the sign that it has in the place of the slash.
  if (!/^[ -~]$/.test(key) || code === 'Slash') {
    const [, letter] = /^Key([A-Z])$/.exec(code) ?? [];
    if (letter && key.length === 1 && !shiftKey) return letter.toLowerCase();
    if (code === 'Slash' && !shiftKey) return '/';
  }
  return key;
}

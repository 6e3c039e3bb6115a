/** Opens a dialog with its first field in focus; by itself it would be its first button, which mostly leaves. */
export function openDialog(dialog: HTMLDialogElement | null): void {
  if (!dialog || dialog.open) return;
  dialog.showModal();
  dialog.querySelector<HTMLElement>('input, textarea, select')?.focus();
}

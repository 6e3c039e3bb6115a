/**
 * A name as a cell: one that begins like a formula gets an apostrophe before it, which spreadsheets do not calculate.
 * The JSON files have it as it is.
 */
export function spreadsheetText(text: string): string {
  return /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;
}

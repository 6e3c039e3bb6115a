/** Where the sign-in leads on to: a page of the console, whatever the address asks for. */
export function nextPath(asked: string | undefined, language: string): string {
  return asked !== undefined && /^\/(kk|ru|en)\/console(\/[\w-]+)*(\?[\w=&%.-]*)?$/.test(asked)
    ? asked
    : `/${language}/console`;
}

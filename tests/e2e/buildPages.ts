import { buildWeb, isWebBuilt } from '#server/demo/webBuild.ts';

/** Once for all demos of the run, so that no test waits for it. */
export default async function buildPages(): Promise<void> {
  if (!isWebBuilt()) await buildWeb(() => {});
}

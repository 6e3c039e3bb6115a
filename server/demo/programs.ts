import { roleUrl } from '#db/roles.ts';
import { listAddresses } from './addresses.ts';
import type { DemoOptions } from './demoOptions.ts';
import type { Program } from './supervise.ts';
import { nextProgram } from './webBuild.ts';

/** The processes beside the database, each with its own role and no more. */
export function listPrograms(options: DemoOptions, ownerUrl: string): Program[] {
  const { dev, webPort, livePort, packageFolder } = options;
  const run = (name: string, environment: Program['environment']): Program => ({
    name,
    args: dev
      ? ['node_modules/tsx/dist/cli.mjs', 'watch', '--clear-screen=false', `server/${name}/index.ts`]
      : ['--import', 'tsx', `server/${name}/index.ts`],
    environment: { ELECTION_MODE: 'rehearsal', DATABASE_URL: undefined, ...environment },
  });
  return [
    run('aggregator', { AGGREGATOR_DATABASE_URL: roleUrl(ownerUrl, 'saylau_aggregator') }),
    run('live', {
      LIVE_DATABASE_URL: roleUrl(ownerUrl, 'saylau_live'),
      LIVE_PORT: String(livePort),
      LIVE_ALLOWED_ORIGINS: listAddresses(webPort).join(','),
    }),
    run('rehearsal', { DATABASE_URL: ownerUrl, ELECTION_PACKAGE: packageFolder }),
    {
      name: 'web',
      args: ['--import', './server/demo/followParent.js', nextProgram, dev ? 'dev' : 'start', '-p', String(webPort)],
      environment: {
        NODE_ENV: dev ? 'development' : 'production',
        NEXT_TELEMETRY_DISABLED: '1',
        DATABASE_URL: undefined,
        WEB_DATABASE_URL: roleUrl(ownerUrl, 'saylau_web'),
        LIVE_PORT: String(livePort),
      },
    },
  ];
}

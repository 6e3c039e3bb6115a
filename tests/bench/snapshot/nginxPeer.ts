import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { findFreePort } from '#db/embedded.ts';
import { makeOpenFolder } from '#tests/support/startCluster.ts';

export interface NginxPeer {
  url: string;
  stop(): Promise<void>;
}

/** nginx, with one worker as we have one process, that serves these bytes as a file, compressed beforehand as ours are. */
export async function startNginx(bytes: Buffer): Promise<NginxPeer> {
  const folder = makeOpenFolder('saylau-nginx-');
  const port = await findFreePort();
  mkdirSync(join(folder, 'files'));
  writeFileSync(join(folder, 'files', 'board.json'), bytes);
  writeFileSync(join(folder, 'files', 'board.json.gz'), gzipSync(bytes, { level: 9 }));
  writeFileSync(
    join(folder, 'nginx.conf'),
    `daemon off; worker_processes 1; pid ${folder}/pid; error_log stderr error;
events { worker_connections 256; }
http {
  access_log off; types { application/json json; } gzip_static on; open_file_cache max=8;
  client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy; fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi; scgi_temp_path ${folder}/scgi;
  server { listen 127.0.0.1:${port}; root ${folder}/files; }
}
`,
  );
  const child = spawn('nginx', ['-p', folder, '-c', join(folder, 'nginx.conf')], { stdio: 'inherit' });
  const ended = once(child, 'exit');
  const url = `http://127.0.0.1:${port}/board.json`;
  const isReady = () =>
    fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
  for (let attempt = 0; !(await isReady()); attempt += 1) {
    if (attempt === 50 || child.exitCode !== null) throw new Error('nginx does not answer');
    await delay(100);
  }
  return {
    url,
    stop: async () => {
      child.kill('SIGQUIT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

// Builds the app where it is missing or older than its sources, and starts only
// the backend, which serves it: the portal as in production, in the sandbox.
import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const BUILT = 'packages/app/dist/index.html';
const SOURCES = [
  'packages/app/src',
  'packages/app/public',
  'packages/app/package.json',
  'plugins/environments/src',
  'plugins/environments-common/src',
  'yarn.lock',
];

/** When the newest file at or below a path was written; 0 where there is none. */
function newest(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat?.isDirectory()) {
    return stat?.mtimeMs ?? 0;
  }
  return Math.max(
    0,
    ...readdirSync(path).map(name => newest(join(path, name))),
  );
}

if (newest(BUILT) < Math.max(...SOURCES.map(newest))) {
  const { status } = spawnSync('yarn', ['workspace', 'app', 'build'], {
    stdio: 'inherit',
  });
  if (status !== 0) {
    process.exit(status ?? 1);
  }
}

const backend = spawn('yarn', ['workspace', 'backend', 'start'], {
  stdio: 'inherit',
  env: { ...process.env, APP_CONFIG_app_baseUrl: '"http://localhost:7007"' },
});
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => backend.kill(signal));
}
backend.on('exit', code => process.exit(code ?? 1));
